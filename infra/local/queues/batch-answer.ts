import type { Outcome } from '../template/environment.ts';

/**
 * Which records of a batch came back, by their ids. A failed call, an answer that is no answer, and an id that
 * nobody knows mean the whole batch, as on Lambda; an empty answer means none.
 */
export const cameBack = (ids: readonly string[], outcome: Outcome, partialFailures: boolean): Set<string> => {
  if (outcome.is === 'failed') return new Set(ids);
  if (!partialFailures) return new Set();
  const answer = JSON.parse(outcome.result) as { batchItemFailures?: unknown } | string | null;
  if (typeof answer !== 'object' || answer === null) return answer === null ? new Set() : new Set(ids);
  const failures = answer.batchItemFailures ?? [];
  if (!Array.isArray(failures)) return new Set(ids);
  const failed = failures.map(
    (item: unknown) => (item as { itemIdentifier?: unknown } | null)?.itemIdentifier,
  );
  const known = failed.every((id): id is string => typeof id === 'string' && ids.includes(id));
  return new Set(known ? failed : ids);
};
