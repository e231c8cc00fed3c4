/** Whatever a report counts, and what it adds to the days. */
import type { Dossier } from '../../dossier/dossier.ts';
import type { Letter } from '../../letter/letter.ts';
import type { Notification } from '../../notification/notification.ts';
import type { DispatchJob } from '../../post/job/dispatch-job.ts';
import { addedUp, type Tally } from '../tally.ts';
import { talliesOfDossier } from './of-dossier.ts';
import { talliesOfJourney } from './of-journey.ts';
import { talliesOfLetter } from './of-letter.ts';
import { talliesOfMessage } from './of-message.ts';

export type Thing =
  | { is: 'dossier'; dossier: Dossier }
  | { is: 'message'; message: Notification }
  | { is: 'letter'; letter: Letter }
  | { is: 'journey'; job: DispatchJob };

const talliesIn = (thing: Thing): Tally[] => {
  switch (thing.is) {
    case 'dossier':
      return talliesOfDossier(thing.dossier);
    case 'message':
      return talliesOfMessage(thing.message);
    case 'letter':
      return talliesOfLetter(thing.letter);
    case 'journey':
      return talliesOfJourney(thing.job);
  }
};

/** What a thing adds as it stands; what has left the table adds what it last added. */
export const talliesOf = (thing: Thing): Tally[] => addedUp(talliesIn(thing));
