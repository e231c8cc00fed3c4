/** How many wrong secrets in a row are a slip: somebody copied it badly, or an old one runs somewhere. */
const slips = 3;
/** The longest wait (milliseconds): whoever waits holds one of our places, too. */
const longest = 1_000;

/**
 * How long the answer to a wrong secret waits (milliseconds), after so many of them in a row under one name. The right secret
 * never waits, so that nobody can shut a machine out by guessing in its name.
 */
export const waitAfter = (wrongInARow: number): number =>
  wrongInARow <= slips ? 0 : Math.min(longest, 125 * 2 ** (wrongInARow - slips - 1));
