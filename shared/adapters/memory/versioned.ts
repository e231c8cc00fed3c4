/** Records by name, each with the version the next write is conditioned on. */
export type Shelf<Value> = Map<string, { value: Value; version: number }>;

export const versionOf = <Value>(shelf: Shelf<Value>, name: string): number => shelf.get(name)?.version ?? 0;

/** Puts a record on the shelf, one version later. */
export const shelve = <Value>(shelf: Shelf<Value>, name: string, value: Value): void => {
  shelf.set(name, { value, version: versionOf(shelf, name) + 1 });
};
