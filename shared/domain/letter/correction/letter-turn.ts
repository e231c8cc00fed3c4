/** One dossier's turn, as far as letters go: what it was, what was heard, what it is. */
import { type Dossier, fact } from '../../dossier/dossier.ts';
import type { AcceptedEvent } from '../../dossier/event/status-event.ts';
import { canonical } from '../../values/writing/canonical.ts';

export type LetterTurn = { before?: Dossier; dossier: Dossier; events: readonly AcceptedEvent[] };

/** What of a dossier a letter may print or depend on; a phone or a language changes no letter. */
const printed = (dossier: Dossier): string =>
  canonical([
    fact(dossier, 'personEvent'),
    fact(dossier, 'applicant')?.name,
    fact(dossier, 'deliveryAddress'),
    fact(dossier, 'returnMethod'),
    fact(dossier, 'procedureCode'),
    fact(dossier, 'reason'),
    fact(dossier, 'dueAt'),
    fact(dossier, 'newDueAt'),
    fact(dossier, 'decidedBy'),
  ]);

/** Whether letters of this dossier may have to follow; mostly there is nothing to look for. */
export const mayFollow = ({ before, dossier, events }: LetterTurn): boolean =>
  before !== undefined &&
  (before.lettersDecided?.length ?? 0) > 0 &&
  (printed(before) !== printed(dossier) ||
    before.movedTo !== dossier.movedTo ||
    events.some(({ voids }) => voids !== undefined));

/** Whether this puts right what was said before, and does not tell of something new that happened since. */
export const isPutRight = ({ before, events }: LetterTurn): boolean =>
  events.some(
    ({ act, status, occurredAt }) =>
      act !== undefined ||
      before?.steps.some((step) => step.status === status && step.occurredAt === occurredAt) === true,
  );
