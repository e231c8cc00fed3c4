import type { How } from './figures.ts';

/** Kept, so that no engine may skip the work. */
let sink = 0;

/** Of the processor, and not of a clock on the wall: what else the machine does is not counted. */
const milliseconds = (calls: number, work: (call: number) => number): number => {
  const before = process.threadCpuUsage();
  for (let call = 0; call < calls; call += 1) sink += work(call);
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
};

/** How many calls take about ten milliseconds once the engine has seen what is hot. */
const callsFor = (work: (call: number) => number, warmUp: number): number => {
  let calls = 64;
  for (let spent = 0; spent < warmUp;) {
    const took = milliseconds(calls, work);
    spent += took;
    if (took < 10) calls *= 2;
  }
  return calls;
};

/**
 * Microseconds of processor time a call takes, in 41 runs each: warm, and taking turns, so that a slow moment of
 * the machine hits all alike. `work` gets the number of its call, to choose its input by.
 */
export const inTurn = (
  works: ReadonlyMap<string, (call: number) => number>,
  { smoke }: How,
): Map<string, number[]> => {
  const all = [...works].map(([name, work]) => ({
    name,
    work,
    calls: callsFor(work, smoke ? 20 : 300),
    times: [] as number[],
  }));
  for (let run = 0; run < (smoke ? 1 : 41); run += 1)
    for (const { work, calls, times } of all) times.push((milliseconds(calls, work) * 1000) / calls);
  if (Number.isNaN(sink)) throw new Error('an engine answered no number');
  return new Map(all.map(({ name, times }) => [name, times]));
};
