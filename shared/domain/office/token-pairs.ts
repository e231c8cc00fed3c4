import type { Instant } from '../values/instant.ts';

/**
 * A pair of tokens of which the second buys the next pair and is worthless afterwards. `refreshing` says that
 * somebody is buying it, or that it was tried in vain, and until when nobody else should try.
 */
export type TokenPair = {
  access: string;
  accessUntil: Instant;
  refresh: string;
  refreshing?: { by: string; until: Instant };
  /** Which consent it descends from, in a word that tells nothing about it. */
  from?: string;
  /** Why the next pair could not be bought; when it stays, a person has to give consent again. */
  trouble?: string;
  /** Rises with each change. */
  version: number;
};

/** Token pairs that all workers share. Every change is a compare-and-swap, so that of two workers one is first. */
export interface TokenPairs {
  find(owner: string): Promise<TokenPair | undefined>;
  /** Writes the pair if its version is still `before` (`undefined`: if there is none). Its own version is one higher. */
  swap(
    owner: string,
    before: number | undefined,
    pair: Omit<TokenPair, 'version'>,
  ): Promise<'swapped' | 'conflict'>;
}
