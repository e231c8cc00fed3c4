/** How a decision is remembered with its event, and what an act of the office did by it. */
import type { Outcome } from '../dossier/event/decided-event.ts';
import type { ActDid } from '../dossier/event/correct-request.ts';
import type { Instant } from '../values/instant.ts';
import type { Decision } from './decision.ts';

const count = <Of>(many: readonly Of[] | undefined, which: (one: Of) => boolean = () => true): number =>
  (many ?? []).filter(which).length;

const didOf = (decision: Decision, waited: NonNullable<Decision['waited']>): ActDid => {
  const { overtaken, notifications, corrects, letters, dispatch, steps, dossier } = decision;
  const happened = (...names: string[]) => count(steps, ({ step }) => names.includes(step.happened));
  const isNewVersion = ({ letter, version }: { letter: { version: number }; version: number }): boolean =>
    letter.version > version;
  const { rewritten } = letters ?? {};
  return {
    messagesCancelled: count(waited, (id) => overtaken.includes(id)),
    messagesOwed: count(notifications),
    apologyOwed: notifications.some(({ purpose }) => purpose === 'taken-back'),
    toldWrongly: count(corrects),
    lettersCorrected: count(rewritten, isNewVersion),
    lettersWithdrawn: count(letters?.takenBack, ({ to }) => to === 'withdrawn'),
    lettersToldWrongly: count(rewritten, ({ letter }) => letter.toldWrongly !== undefined),
    lettersDrafted: count(letters?.drafts),
    journeysOrdered: dispatch ? 1 : 0,
    journeysCorrected: happened('address-corrected', 'details-completed', 'details-missing'),
    journeysCancelled: happened('cancelled'),
    journeysAskedBack: happened('cancel-requested', 'recall-requested'),
    ...(dossier.movedTo !== undefined && { movedTo: dossier.movedTo }),
  };
};

export const outcomeOf = (decision: Decision, decidedAt: Instant): Outcome => {
  const { notifications, corrects, silent, because, letters, waited } = decision;
  const wrong = (letters?.rewritten ?? []).flatMap(({ letter }) => (letter.toldWrongly ? [letter.id] : []));
  return {
    decidedAt,
    told: notifications.map(({ id }) => id),
    ...(corrects && { corrects }),
    ...(silent !== undefined && { silent }),
    ...(because !== undefined && { because }),
    ...(letters && { letters: letters.drafts.map(({ id }) => id) }),
    ...(letters?.none !== undefined && { noLetter: letters.none }),
    ...(wrong.length > 0 && { lettersToldWrongly: wrong }),
    ...(waited && { did: didOf(decision, waited) }),
  };
};
