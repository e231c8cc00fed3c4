/** Kept, so that no engine may skip the work. */
let sink = 0;

const milliseconds = (calls: number, work: (call: number) => number): number => {
  const start = performance.now();
  for (let call = 0; call < calls; call += 1) sink += work(call);
  return performance.now() - start;
};

/** How many calls take about ten milliseconds once the engine has seen what is hot. */
const callsFor = (work: (call: number) => number): number => {
  let calls = 64;
  for (const end = performance.now() + 300; performance.now() < end;)
    if (milliseconds(calls, work) < 10) calls *= 2;
  return calls;
};

/**
 * Microseconds of processor time a call takes, in so many runs each: warm, and taking turns, so that a slow moment of
 * the machine hits all alike. `work` gets the number of its call, to choose its input by.
 */
export const inTurn = (
  works: ReadonlyMap<string, (call: number) => number>,
  runs = 41,
): Map<string, number[]> => {
  const all = [...works].map(([name, work]) => ({
    name,
    work,
    calls: callsFor(work),
    times: [] as number[],
  }));
  for (let run = 0; run < runs; run += 1)
    for (const { work, calls, times } of all) times.push((milliseconds(calls, work) * 1000) / calls);
  if (Number.isNaN(sink)) throw new Error('an engine answered no number');
  return new Map(all.map(({ name, times }) => [name, times]));
};
