import type { LettersDecided } from '../../../domain/letter/occasion/decided.ts';
import type { OpenEvent } from '../../../domain/dossier/event/status-event.ts';
import type { Ward } from '../../../domain/values/ward.ts';
import { logCounts, logStep } from './log.ts';
import type { LetterName } from '../../../domain/letter/letters.ts';

/** What an event came to in letters; answers how many were drafted. */
export const logDrafted = (
  { ward, dossierCode: dossier, eventId: event }: OpenEvent,
  decided: LettersDecided | undefined,
): number => {
  if (decided === undefined) return 0;
  const about = { ward, dossier, event };
  for (const { id } of decided.drafts) logStep({ step: 'draft', outcome: 'drafted', ...about, letter: id });
  for (const { id, to } of decided.takenBack) {
    logStep({ step: 'take-back', outcome: to, ...about, letter: id });
  }
  if (decided.none !== undefined) {
    logStep({ step: 'draft', outcome: 'none', ...about, reason: decided.none.split(':')[0]! });
  }
  return decided.drafts.length;
};

/** What became of one letter on its way to paper. Its kind is left out: that somebody died is nobody's business here. */
export const logRendered = ({ ward, id }: LetterName, { is }: { is: string }): void => {
  logStep({ step: 'render', outcome: is, ward, letter: id });
  if (is !== 'not-waiting') logCounts({ [`letter-${is}`]: 1 });
};

/** What a person did with a letter, and what came of it. */
export const logAct = ({ ward, id }: LetterName, what: string, outcome: string, client: string): void =>
  logStep({ step: what, outcome, ward, letter: id, client });

/** Which letters went to the printer. */
export const logPrinted = (
  ward: Ward,
  results: readonly { letterId: string; outcome: string }[],
  client: string,
): void => {
  for (const { letterId, outcome } of results) {
    const letter = outcome === 'not-found' ? undefined : letterId;
    logStep({ step: 'print', outcome, ward, client, ...(letter !== undefined && { letter }) });
  }
};
