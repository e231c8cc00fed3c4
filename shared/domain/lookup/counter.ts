import type { Ward } from '../values/ward.ts';

/** The word by which the tablet at the counter of an office is known: its leader reads it at the desk, nobody guesses it. */
export const counterWord =
  (keyedHash: (text: string) => string) =>
  (ward: Ward): string =>
    keyedHash(`tablet at the counter of ${ward}`).slice(0, 32);
