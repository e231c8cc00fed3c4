/** Numbers in [0, 1) that come in the same order for the same seed: for made-up days and made-up trouble, never for secrets. */
export type Dice = () => number;

/** FNV-1a, 32 bits: turns a seed of words into the number that the generator starts from. */
const hash = (text: string): number => {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
};

/** A generator (mulberry32) of its own for each seed; seeds of several words are told apart. */
export const diceOf = (...seed: readonly (string | number)[]): Dice => {
  let state = hash(seed.join('\n'));
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** A whole number from `low` to `high`, both included. */
export const between = (dice: Dice, low: number, high: number): number =>
  low + Math.floor(dice() * (high - low + 1));

/** One of the list, each as likely as the other. */
export const oneOf = <Item>(dice: Dice, items: readonly Item[]): Item =>
  items[between(dice, 0, items.length - 1)]!;

/** The first entry whose share covers the throw; the shares need not add up to anything round. */
export const oneByShare = <Item extends { share: number }>(dice: Dice, items: readonly Item[]): Item => {
  let left = dice() * items.reduce((sum, { share }) => sum + share, 0);
  return items.find(({ share }) => (left -= share) < 0) ?? items.at(-1)!;
};
