import type { Letter } from '../../letter/letter.ts';
import { dayOf } from '../../values/day.ts';
import type { Tally } from '../tally.ts';

/** A letter adds itself, by kind and how it stands, to the day on which it was written. */
export const talliesOfLetter = ({ kind, state, createdAt }: Letter): Tally[] => [
  { day: dayOf(createdAt), figure: `letter-${kind}-${state}`, by: 1 },
];
