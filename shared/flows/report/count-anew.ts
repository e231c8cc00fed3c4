import { talliesOf } from '../../domain/report/counted/thing.ts';
import type { CountedName, FigureCounters, Recount } from '../../domain/report/counters.ts';
import { moreCounted } from '../../domain/report/tally.ts';
import type { Clock } from '../../domain/values/instant.ts';

/** How often something is counted again when somebody else counted it meanwhile. */
const rounds = 6;

const recountOf = async (counters: FigureCounters, names: readonly CountedName[]): Promise<Recount[]> => {
  const before = await counters.before(names);
  const things = await counters.things(names);
  return names.flatMap((name): Recount[] => {
    const found = things.get(name);
    if (found === undefined) return [];
    const counted = before.get(name) ?? { tallies: [], version: 0 };
    const after = talliesOf(found.thing);
    const more = moreCounted(counted.tallies, after);
    return more.length === 0 ? [] : [{ name, ward: found.ward, before: counted, after, more }];
  });
};

/**
 * Counts things as they stand now. A thing remembers what it was counted as, and only the difference goes into the figures,
 * in one write with that memory: told twice, late, in another order or of an old state, it is counted once and as it is.
 * Answers the names that could not be counted, to be told of again.
 */
export const countAnew =
  ({ counters, clock }: { counters: FigureCounters; clock: Clock }) =>
  async (names: readonly CountedName[]): Promise<{ counted: number; failed: ReadonlySet<CountedName> }> => {
    let rest: CountedName[] = [...new Set(names)];
    let counted = 0;
    for (let round = 1; rest.length > 0 && round <= rounds; round += 1) {
      const recounts = await recountOf(counters, rest);
      const came = await counters.write(recounts, clock());
      rest = recounts.filter(({ name }) => came.get(name) === 'conflict').map(({ name }) => name);
      counted += recounts.length - rest.length;
    }
    return { counted, failed: new Set(rest) };
  };
