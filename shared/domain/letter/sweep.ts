import { type Instant, minutes, plus } from '../values/instant.ts';
import type { Letter } from './letter.ts';

/** How long a ring may take to be answered before the sweep rings again: printing takes seconds. */
const answeredWithin = minutes(2);

/** From when on the sweep looks after a letter that is not rendered. */
export const letterSweptFrom = ({ since }: Pick<Letter, 'since'>): Instant => plus(since, answeredWithin);

/** How long the sweep leaves a letter alone that it has rung for. */
export const sweptAgainAfter = minutes(10);

/** A letter that the press has failed on for this long is given to a person. */
export const unprintableAfter = minutes(60);

/** Whether it waits to be put on paper; a held letter is, so that whoever looks sees it. */
export const needsPaper = ({ state, documents }: Pick<Letter, 'state' | 'documents'>): boolean =>
  state === 'drafted' || (state === 'held' && documents.length === 0);
