import type { Instant } from '../../values/instant.ts';

/** Where a worker stands in something that it reads from front to back; it outlives the worker. */
export interface Bookmarks {
  find(partner: string, name: BookmarkName): Promise<Bookmark | undefined>;
  /** Moves it if it still has the version it was read with (`undefined`: if there is none yet). */
  move(
    partner: string,
    name: BookmarkName,
    before: Bookmark | undefined,
    to: Omit<Bookmark, 'version'>,
  ): Promise<'moved' | 'conflict'>;
}

/** The carrier's feed, our own feed of changes, the walk around all parcels that are asked after. */
export type BookmarkName = 'feed' | 'changes' | 'walk';

export type Bookmark = { place: string; at: Instant; version: number };
