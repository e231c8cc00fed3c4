import { decideNotifications } from './decide-notifications.ts';
import type { DecidePorts } from './decide-ports.ts';
import { type LetterPorts, lettersOfDossiers } from '../letter/letters-of-dossiers.ts';
import type { Doorbell } from '../../domain/notification/doorbell-message.ts';

type Ports = Omit<DecidePorts, 'familyLetters'> & {
  /** The journeys that decisions ask for. */
  post: NonNullable<DecidePorts['post']>;
  letters: Omit<LetterPorts, 'settings'> & { doorbell: Doorbell<string> };
};

/** Decides status events with all that may follow from one: messages, the letters of a family, a result's journey. */
export const decideWithPostAndLetters = ({ letters, ...ports }: Ports) =>
  decideNotifications({
    ...ports,
    familyLetters: {
      decide: lettersOfDossiers({ ...letters, settings: ports.settings }),
      doorbell: letters.doorbell,
    },
  });
