/**
 * How many SMS parts may go out: a wrong template or a loop must not ring one phone all day, nor spend the ward's year
 * in an afternoon. Counted in parts, not messages, since parts are what is paid for.
 */
import * as z from 'zod';
import { addDays, addMonthsClamped, at, Day, dayOf } from '../values/day.ts';
import type { Instant } from '../values/instant.ts';
import type { E164 } from '../phone/read-phone.ts';
import type { Ward } from '../values/ward.ts';

const Parts = z.int().min(0);

/** What a ward may spend on SMS in a month. Integers only: VND in đồng, USD in millionths of a dollar. */
export const Budget = z.strictObject({
  currency: z.enum(['VND', 'USD-millionths']),
  amount: z.int().min(0),
  pricePerPart: z.int().positive(),
  /** Where the price was read. */
  source: z.string().min(1),
});
export type Budget = z.infer<typeof Budget>;

export const Limits = z.strictObject({
  /** NĐ 91/2020/NĐ-CP allows three advertising messages a day; a good measure for messages that are none. */
  partsPerPhonePerDay: Parts,
  partsPerWardPerDay: Parts,
  /** Without one, only the parts of a day are counted against the ward. */
  budgetPerMonth: Budget.optional(),
});
export type Limits = z.infer<typeof Limits>;

/**
 * Chosen defaults, not rules: twice what NĐ 91/2020/NĐ-CP allows an advertiser, and a few times what the busiest
 * ward office sends in a day.
 */
export const defaultLimits: Limits = { partsPerPhonePerDay: 12, partsPerWardPerDay: 10_000 };

const caps = ['ward-month', 'ward-day', 'phone-day'] as const;
export type Cap = (typeof caps)[number];

const Spent = z.strictObject({ since: Day, parts: Parts });
type Spent = z.infer<typeof Spent>;

/**
 * Parts spent since a day began; for a month, its first day. What is due in the morning is counted for the morning, so
 * the day `before` stays open beside it.
 */
export const Counter = Spent.extend({ before: Spent.optional() });
export type Counter = z.infer<typeof Counter>;

/** What one ward has sent to one phone: the parts of the day, so that no phone rings all day. */
export type PhoneCard = { ward: Ward; phone: E164; day: Counter };

/** The three counters one message touches: its phone's day, its ward's day and month. Absent means nothing spent. */
export type Counters = { readonly [C in Cap]?: Counter };

export const thresholds = [50, 80, 100] as const;
/** A ward's day or month passed this percentage of its cap with the message that reports it. */
export type Crossing = { cap: 'ward-day' | 'ward-month'; percent: (typeof thresholds)[number] };

export type Spending =
  | { ok: true; counters: Required<Counters>; crossed: Crossing[] }
  /** `retryAt` is when the cap is free again; absent if the message alone is more than the cap allows. */
  | { ok: false; cap: Cap; retryAt?: Instant };

const monthOf = (day: Day): Day => `${day.slice(0, 7)}-01` as Day;
const beginOf = (cap: Cap, day: Day): Day => (cap === 'ward-month' ? monthOf(day) : day);
const nextOf = (cap: Cap, since: Day): Day =>
  cap === 'ward-month' ? addMonthsClamped(since, 1) : addDays(since, 1);

/** How many parts each cap allows in its day or month. */
export const allowance = (limits: Limits): Record<Cap, number> => ({
  'phone-day': limits.partsPerPhonePerDay,
  'ward-day': limits.partsPerWardPerDay,
  'ward-month':
    limits.budgetPerMonth === undefined
      ? Infinity
      : Math.floor(limits.budgetPerMonth.amount / limits.budgetPerMonth.pricePerPart),
});

/** What this instant's day or month has spent. A clock that runs behind never opens one that is closed. */
const standing = (cap: Cap, counter: Counter | undefined, now: Instant): Spent => {
  const begin = beginOf(cap, dayOf(now));
  if (counter?.since === begin) return { since: begin, parts: counter.parts };
  const { before } = counter ?? {};
  return before !== undefined && before.since >= begin ? before : { since: begin, parts: 0 };
};

/** The counter once this much is spent, by which the newest of two days is known. */
const counted = (counter: Counter | undefined, spent: Spent): Counter => {
  if (counter === undefined) return spent;
  const { before, ...newest } = counter;
  if (spent.since < newest.since) return { ...newest, before: spent };
  return { ...spent, ...(spent.since > newest.since ? { before: newest } : before && { before }) };
};

const crossings = (cap: Crossing['cap'], before: number, after: number, allowed: number): Crossing[] =>
  thresholds
    .filter((percent) => before * 100 < percent * allowed && percent * allowed <= after * 100)
    .map((percent) => ({ cap, percent }));

/**
 * Asks to spend parts, as one step: either all three counters move or none does. Days and months are the ward's. Of
 * several full caps the one that is free again last is named. Each threshold is reported by the one message that
 * crosses it.
 */
export const spend = (
  counters: Counters,
  limits: Limits,
  { parts, at: now }: { parts: number; at: Instant },
): Spending => {
  const allowed = allowance(limits);
  const before = Object.fromEntries(caps.map((cap) => [cap, standing(cap, counters[cap], now)])) as Record<
    Cap,
    Spent
  >;

  const full = caps.find((cap) => before[cap].parts + parts > allowed[cap]);
  if (full !== undefined) {
    const hopeless = caps.some((cap) => parts > allowed[cap]);
    const retryAt = at(nextOf(full, before[full].since), '00:00');
    return { ok: false, cap: full, ...(!hopeless && { retryAt }) };
  }

  const after = Object.fromEntries(
    caps.map((cap) => {
      const { since, parts: sofar } = before[cap];
      return [cap, counted(counters[cap], { since, parts: sofar + parts })];
    }),
  ) as Required<Counters>;
  const crossed = (['ward-day', 'ward-month'] as const).flatMap((cap) =>
    crossings(cap, before[cap].parts, before[cap].parts + parts, allowed[cap]),
  );
  return { ok: true, counters: after, crossed };
};

/** A counter once parts that were counted for this instant turn out never to have been sent. */
export const givenBack = (
  cap: Cap,
  counter: Counter | undefined,
  { parts, at: due }: { parts: number; at: Instant },
): Counter | undefined => {
  if (counter === undefined) return undefined;
  const { since, parts: sofar } = standing(cap, counter, due);
  const less = { since, parts: Math.max(sofar - parts, 0) };
  if (since === counter.since) return { ...counter, parts: less.parts };
  return since === counter.before?.since ? { ...counter, before: less } : counter;
};
