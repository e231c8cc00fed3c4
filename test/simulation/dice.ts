/** A generator of numbers from a seed (mulberry32), so that every run of a simulation can be run again. */
export const diceOf = (seed: number) => {
  let state = seed >>> 0;
  const roll = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    roll,
    happens: (probability: number): boolean => roll() < probability,
    below: (limit: number): number => Math.floor(roll() * limit),
  };
};
export type Dice = ReturnType<typeof diceOf>;
