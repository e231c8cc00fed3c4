import type { ProblemLanguage } from '../../domain/problem.ts';
import { problemOf } from './post-answers.ts';

type Scanned = {
  index: number;
  eventId?: string;
  result: { outcome: string; problem?: string; note?: string | undefined; pointers?: string[] };
  missingEvidence?: readonly object[];
};

/** What became of each event of a batch, in the words of the partner API. */
export const scanAnswer = (
  { index, eventId, result: { outcome, problem, note, pointers }, missingEvidence }: Scanned,
  language: ProblemLanguage,
) => ({
  index,
  ...(eventId !== undefined && { eventId }),
  outcome,
  ...(note !== undefined && { note }),
  ...(missingEvidence && { missingEvidence }),
  ...(pointers && { pointers }),
  ...(problem !== undefined && problem !== 'invalid-request' && { problem: problemOf(problem, language) }),
});
