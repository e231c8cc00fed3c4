import type { Ward } from '../../domain/values/ward.ts';
import { type Budgets, type Count, crossedBy, together } from '../../domain/notification/spending.ts';
import type { Crossing } from '../../domain/notification/limits.ts';
import type { DecidedInOrder } from './decide-in-order.ts';

type Counting = DecidedInOrder & { counts: NonNullable<DecidedInOrder['counts']> };
const isCounting = (one: DecidedInOrder): one is Counting => one.counts !== undefined;

const byWard = (decided: readonly DecidedInOrder[]): [Ward, Counting[]][] => [
  ...Map.groupBy(decided.filter(isCounting), ({ counts }) => counts.seen.ward),
];

const allOf = (counting: readonly Counting[]): Count[] =>
  together(counting.flatMap(({ counts }) => counts.more));

/**
 * Counts what each ward is about to owe, however many decide for it at the same time. Dossiers of a ward that has no room for
 * all of it any more come again, and are decided by what room there is then.
 */
export const reserve = async (
  budgets: Budgets,
  decided: readonly DecidedInOrder[],
): Promise<DecidedInOrder[]> => {
  const full = new Set<Ward>();
  const crossed = new Map<string, Crossing[]>();
  for (const [ward, counting] of byWard(decided)) {
    const { seen, allowed } = counting[0]!.counts;
    const counts = allOf(counting);
    if (counts.length === 0) continue;
    const reserved = await budgets.add(seen, counts, allowed);
    if (reserved === 'full') full.add(ward);
    else crossed.set(counting.at(-1)!.key, crossedBy(reserved.spent, counts, allowed));
  }
  return decided
    .filter((one) => !isCounting(one) || !full.has(one.counts.seen.ward))
    .map((one) => (isCounting(one) ? withCrossed(one, crossed.get(one.key) ?? []) : one));
};

/** What was crossed is known when it is counted: others count at the same time. */
const withCrossed = (one: Counting, crossed: Crossing[]): Counting => {
  const last = one.done.findLastIndex(({ decision }) => decision.spent !== undefined);
  return {
    ...one,
    done: one.done.map(({ event, decision }, index) => ({
      event,
      decision: decision.spent
        ? { ...decision, spent: { ...decision.spent, crossed: index === last ? crossed : [] } }
        : decision,
    })),
  };
};

/** Gives back what was counted for dossiers that were not written after all. */
export const giveBack = async (budgets: Budgets, lost: readonly DecidedInOrder[]): Promise<void> => {
  for (const [, counting] of byWard(lost)) {
    const { seen, allowed } = counting[0]!.counts;
    const counts = allOf(counting).map((count) => ({ ...count, by: -count.by }));
    if (counts.length > 0) await budgets.add(seen, counts, allowed);
  }
};
