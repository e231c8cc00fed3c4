import { problem as problemOf, type ProblemLanguage, type ProblemType } from '../../../domain/api/problem.ts';

type Scanned = {
  index: number;
  eventId?: string;
  result: {
    outcome: string;
    problem?: ProblemType | 'invalid-request';
    note?: string | undefined;
    pointers?: string[];
  };
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
