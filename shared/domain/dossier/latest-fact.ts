import type { EventOrder } from './event/status-event.ts';

/** What somebody said about the dossier, and which event said it. */
export type Latest<T> = {
  value: T;
  by: EventOrder;
  /** Parts of the value that the newest event left out, and which earlier one said them. */
  earlier?: Readonly<Record<string, EventOrder>>;
};

/** A newer event's word replaces an older one's; what says nothing changes nothing. */
export const newest = <T>(
  known: Latest<T> | undefined,
  value: T | undefined,
  by: EventOrder,
): Latest<T> | undefined =>
  value === undefined || (known !== undefined && known.by >= by) ? known : { value, by };

const isSaid = (value: unknown): boolean =>
  value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);

/**
 * The same for each part of a value by itself: a report that names the applicant and leaves out the phone takes no phone
 * away. The order in which events come changes nothing.
 */
export const newestOfEach = <T extends object>(
  known: Latest<T> | undefined,
  value: T | undefined,
  by: EventOrder,
): Latest<T> | undefined => {
  if (value === undefined) return known;
  const said = [...partsOf(known), ...partsOf({ value, by })];
  const newestFirst = said.toSorted((one, other) => (one.by > other.by ? -1 : Number(one.by < other.by)));
  const last = known !== undefined && known.by > by ? known.by : by;
  const parts = new Map<string, (typeof said)[number]>();
  for (const part of newestFirst) if (!parts.has(part.name)) parts.set(part.name, part);
  const kept = [...parts.values()].toSorted((one, other) => (one.name < other.name ? -1 : 1));
  const earlier = kept.filter((part) => part.by !== last).map((part) => [part.name, part.by]);
  return {
    value: Object.fromEntries(kept.map(({ name, value: of }) => [name, of])) as T,
    by: last,
    ...(earlier.length > 0 && { earlier: Object.fromEntries(earlier) as Record<string, EventOrder> }),
  };
};

const partsOf = <T extends object>(said: Latest<T> | undefined) =>
  said === undefined
    ? []
    : Object.entries(said.value)
        .filter(([, value]) => isSaid(value))
        .map(([name, value]) => ({ name, value: value as unknown, by: said.earlier?.[name] ?? said.by }));
