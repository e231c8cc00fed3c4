import { canonical } from '../values/writing/canonical.ts';
import { readPhone } from '../phone/read-phone.ts';
import type { EventOrder } from './event-order.ts';

/** What somebody said about the dossier, and which event said it. */
export type Latest<T> = {
  value: T;
  by: EventOrder;
  /** Parts of the value that the newest event left out, and which earlier one said them. */
  earlier?: Readonly<Record<string, EventOrder>>;
  /** What people of the office corrected, by part: whoever only repeats it knows nothing newer. */
  wrong?: Wrong;
};
type Wrong = Readonly<Record<string, readonly string[]>>;

/** What a correction says was wrong: the value as a whole, or parts of it. An ordinary report has none. */
export type Corrected<T> = { instead: T | undefined };

/** A phone is the same in any spelling. */
const written = (value: unknown): string => {
  const phone = typeof value === 'string' ? readPhone(value) : undefined;
  return phone?.ok ? phone.e164 : canonical(value);
};
const isWrong = (wrong: Wrong | undefined, part: string, value: unknown): boolean =>
  wrong?.[part]?.includes(written(value)) === true;

/** What is wrong from now on: the values replaced, and no longer those that take their place. */
const nowWrong = (wrong: Wrong = {}, is: object, was: object): Wrong | undefined => {
  const parts = Object.keys(wrong).concat(Object.keys(was));
  const each = [...new Set(parts)].map((part): [string, string[]] => {
    const old = (was as Record<string, unknown>)[part];
    const values = [...(wrong[part] ?? []), ...(old === undefined ? [] : [written(old)])];
    return [
      part,
      [...new Set(values)].filter((one) => one !== written((is as Record<string, unknown>)[part])),
    ];
  });
  const kept = each.filter(([, values]) => values.length > 0);
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
};

const noted = <T>({ wrong: _wrong, ...latest }: Latest<T>, wrong: Wrong | undefined): Latest<T> => ({
  ...latest,
  ...(wrong && { wrong }),
});

/** A newer event's word replaces an older one's; what says nothing changes nothing. */
export const newest = <T>(
  known: Latest<T> | undefined,
  value: T | undefined,
  by: EventOrder,
  corrected?: Corrected<T>,
): Latest<T> | undefined => {
  if (value === undefined) return known;
  const wrong = corrected ? nowWrong(known?.wrong, { '': value }, { '': corrected.instead }) : known?.wrong;
  if (isWrong(wrong, '', value)) return known;
  const isOlder = known !== undefined && known.by >= by && !isWrong(wrong, '', known.value);
  return noted(isOlder ? known : { value, by }, wrong);
};

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
  corrected?: Corrected<Partial<T>>,
): Latest<T> | undefined => {
  if (value === undefined) return known;
  const wrong = corrected ? nowWrong(known?.wrong, value, corrected.instead ?? {}) : known?.wrong;
  const heard = corrected ? everyPart(value, by) : partsOf({ value, by });
  const said = [...partsOf(known), ...heard].filter((part) => !isWrong(wrong, part.name, part.value));
  if (said.length === 0 && known === undefined) return undefined;
  const newestFirst = said.toSorted((one, other) => (one.by > other.by ? -1 : Number(one.by < other.by)));
  const last = known !== undefined && known.by > by ? known.by : by;
  const parts = new Map<string, (typeof said)[number]>();
  for (const part of newestFirst) if (!parts.has(part.name)) parts.set(part.name, part);
  const kept = [...parts.values()].toSorted((one, other) => (one.name < other.name ? -1 : 1));
  const earlier = kept.filter((part) => part.by !== last).map((part) => [part.name, part.by]);
  const latest = {
    value: Object.fromEntries(kept.map(({ name, value: of }) => [name, of])) as T,
    by: last,
    ...(earlier.length > 0 && { earlier: Object.fromEntries(earlier) as Record<string, EventOrder> }),
  };
  return noted(latest, wrong);
};

/** A person who leaves a part empty means it: there is no phone. */
const everyPart = (value: object, by: EventOrder) =>
  Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .map(([name, part]) => ({ name, value: part as unknown, by }));

const partsOf = <T extends object>(said: Latest<T> | undefined) =>
  said === undefined
    ? []
    : Object.entries(said.value)
        .filter(([name, value]) => isSaid(value) || said.wrong?.[name] !== undefined)
        .map(([name, value]) => ({ name, value: value as unknown, by: said.earlier?.[name] ?? said.by }));
