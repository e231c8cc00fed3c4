import type { CountedName } from '../../../shared/domain/report/counters.ts';
import { kindOf, logStep } from '../../../shared/adapters/lambda/log/log.ts';

type Changed = { counted: CountedName };
type Count = (
  names: readonly CountedName[],
) => Promise<{ counted: number; failed: ReadonlySet<CountedName> }>;

/** Counts what changed for the reports. Counting that fails keeps no word back: word was brought before. */
export const countChanged = async <Item extends Changed>(
  { count }: { count: Count },
  changed: readonly Item[],
): Promise<Item[]> => {
  try {
    const { failed } = await count(changed.map(({ counted }) => counted));
    if (failed.size > 0) logStep({ step: 'count-figures', outcome: 'crowded', reason: String(failed.size) });
    return changed.filter(({ counted }) => failed.has(counted));
  } catch (error) {
    logStep({ step: 'count-figures', outcome: 'failed', reason: kindOf(error) }, 'error');
    return [...changed];
  }
};
