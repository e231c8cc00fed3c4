/** Who is remembered so that later events find them, and who is found. */
import type { Remembered } from './decided.ts';
import type { KnownForLetters } from './grounds.ts';
import type { Trace, Traced } from './trace.ts';

/** How many people are remembered under one key, the newest: far more than one ward has in a year. */
const tracesRemembered = 200;

/** What is remembered of these persons, under each of their keys. */
export const rememberedOf = (
  people: readonly Traced[],
  traces: readonly Trace[],
  known: KnownForLetters['people'],
): Remembered[] => {
  const byKey = Map.groupBy(
    people
      .filter(({ trace }) =>
        traces.some(({ as, letterId }) => as === trace.as && letterId === trace.letterId),
      )
      .flatMap(({ keys, trace }) => keys.map((key) => ({ key, trace }))),
    ({ key }) => key,
  );
  return [...byKey].flatMap(([person, own]): Remembered[] => {
    const { traces: old = [], version = 0 } = known.get(person) ?? {};
    const fresh = own.filter(
      ({ trace }) => !old.some((one) => one.as === trace.as && one.letterId === trace.letterId),
    );
    if (fresh.length === 0) return [];
    const all = [...old, ...fresh.map(({ trace }) => trace)].slice(-tracesRemembered);
    return [{ person, traces: all, before: version }];
  });
};

/** Everybody known under the keys of these people, each once. */
export const knownTo = (people: readonly Traced[], known: KnownForLetters['people']): Trace[] => {
  const found = [...new Set(people.flatMap(({ look }) => look))].flatMap(
    (key) => known.get(key)?.traces ?? [],
  );
  return [...new Map(found.map((trace) => [JSON.stringify(trace), trace])).values()];
};
