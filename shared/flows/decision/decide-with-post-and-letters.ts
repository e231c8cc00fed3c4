import { withDispatch } from '../post/office/commit-with-dispatch.ts';
import { decideNotifications } from './decide-notifications.ts';
import type { DecidePorts } from './decide-ports.ts';
import { type LetterPorts, lettersOfDossiers } from '../letter/letters-of-dossiers.ts';
import type { Doorbell } from '../../domain/notification/doorbell-message.ts';

type Ports = Omit<DecidePorts, 'familyLetters'> & {
  /** The journeys that decisions ask for. */
  post: Parameters<typeof withDispatch>[1];
  letters: LetterPorts & { doorbell: Doorbell<string> };
};

/** Decides status events with all that may follow from one: messages, the letters of a family, a result's journey. */
export const decideWithPostAndLetters = ({ post, letters, ...ports }: Ports) =>
  decideNotifications({
    ...ports,
    dossiers: withDispatch(ports.dossiers, post),
    familyLetters: { decide: lettersOfDossiers(letters), doorbell: letters.doorbell },
  });
