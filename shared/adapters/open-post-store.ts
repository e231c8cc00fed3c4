import { openPost } from './dynamodb/post/open-post.ts';
import { now } from './lambda/clock.ts';
import { openStores, type Stores } from './open-stores.ts';
import type { Places } from '../domain/values/places/places.ts';

/**
 * Everything of the post, in the table and under the key that a function's environment names, with whatever else a
 * function keeps beside it.
 */
export const openPostWith = async <More extends object>(beside: (stores: Stores) => More) => {
  const stores = await openStores();
  return { ...openPost(stores.dynamodb, stores.tableName, stores.vault, now), ...beside(stores) };
};

/** The same, with the places as they are now, for whoever reads or writes an address. */
export const withPlaces = async <Post extends { places: Places }>(post: Post) => ({
  ...post,
  places: await post.places(),
});

export const openPostStore = () => openPostWith(() => ({}));
export type PostStore = Awaited<ReturnType<typeof openPostStore>>;
