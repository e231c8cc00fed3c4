import { setTimeout as wait } from 'node:timers/promises';
import { type Instant, instantOf } from '../../domain/values/instant.ts';

/** The machine's clock: read where it is needed, never kept, since a warm function lives long. */
export const now = (): Instant => instantOf(new Date());

/** Lets so many milliseconds pass. */
export const pause = async (milliseconds: number): Promise<void> => wait(milliseconds);
