/**
 * How much may go out: a wrong template or a loop must not ring one phone all day, nor spend the ward's year in an
 * afternoon. A day is counted in messages, since that is what a person bears, so that a text of two parts, which says
 * everything, does not halve it; a month is counted in parts, since they are what is paid for.
 */
import * as z from 'zod';
import { addDays, addMonthsClamped, at, Day, dayOf } from '../values/day.ts';
import type { Instant } from '../values/instant.ts';
import type { E164 } from '../phone/read-phone.ts';
import type { Ward } from '../values/ward.ts';

const Messages = z.int().min(0);

/** What a ward may spend on SMS in a month. Integers only: VND in đồng, USD in millionths of a dollar. */
export const Budget = z.strictObject({
  currency: z.enum(['VND', 'USD-millionths']),
  amount: z.int().min(0),
  pricePerPart: z.int().positive(),
  /** Where the price was read. */
  source: z.string().min(1),
});
export type Budget = z.infer<typeof Budget>;

/** What a day allows was counted in parts once. A program that still says so means as many messages, and no fewer. */
const formerNames = {
  partsPerPhonePerDay: 'messagesPerPhonePerDay',
  partsPerWardPerDay: 'messagesPerWardPerDay',
} as const satisfies Record<string, keyof Limits>;
const byName = (given: unknown): unknown =>
  typeof given !== 'object' || given === null
    ? given
    : Object.fromEntries(
        Object.entries(given).map(([name, value]) => [
          name in formerNames ? formerNames[name as keyof typeof formerNames] : name,
          value,
        ]),
      );

const LimitsShape = z.strictObject({
  /** NĐ 91/2020/NĐ-CP allows three advertising messages a day; a good measure for messages that are none. */
  messagesPerPhonePerDay: Messages,
  messagesPerWardPerDay: Messages,
  /** So many parts in a month, whatever they cost. */
  partsPerWardPerMonth: z.int().min(0).optional(),
  /** Without one, and without parts for a month, only the messages of a day are counted against the ward. */
  budgetPerMonth: Budget.optional(),
});
export type Limits = z.infer<typeof LimitsShape>;
export const Limits = z.preprocess(byName, LimitsShape);

/**
 * Chosen defaults, not rules: twice what NĐ 91/2020/NĐ-CP allows an advertiser, and a few times what the busiest
 * ward office sends in a day.
 */
export const defaultLimits: Limits = { messagesPerPhonePerDay: 6, messagesPerWardPerDay: 5_000 };

const caps = ['ward-month', 'ward-day', 'phone-day'] as const;
export type Cap = (typeof caps)[number];

const Spent = z.strictObject({ since: Day, used: z.int().min(0) });
type Spent = z.infer<typeof Spent>;

/**
 * Messages sent since a day began, or parts since the first day of a month. What is due in the morning is counted for the morning, so
 * the day `before` stays open beside it.
 */
export const Counter = Spent.extend({ before: Spent.optional() });
export type Counter = z.infer<typeof Counter>;

/** What one ward has sent to one phone: the messages of the day, so that no phone rings all day. */
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

/** What a message of this many parts counts for. What has no parts, such as a call, is none. */
const costOf = (cap: Cap, parts: number): number => (cap === 'ward-month' ? parts : Math.min(parts, 1));

const monthOf = (day: Day): Day => `${day.slice(0, 7)}-01` as Day;
const beginOf = (cap: Cap, day: Day): Day => (cap === 'ward-month' ? monthOf(day) : day);
const nextOf = (cap: Cap, since: Day): Day =>
  cap === 'ward-month' ? addMonthsClamped(since, 1) : addDays(since, 1);

/** How many messages each cap allows in its day, or parts in its month. */
export const allowance = (limits: Limits): Record<Cap, number> => ({
  'phone-day': limits.messagesPerPhonePerDay,
  'ward-day': limits.messagesPerWardPerDay,
  'ward-month': Math.min(
    limits.partsPerWardPerMonth ?? Infinity,
    limits.budgetPerMonth === undefined
      ? Infinity
      : Math.floor(limits.budgetPerMonth.amount / limits.budgetPerMonth.pricePerPart),
  ),
});

/** What this instant's day or month has spent. A clock that runs behind never opens one that is closed. */
const standing = (cap: Cap, counter: Counter | undefined, now: Instant): Spent => {
  const begin = beginOf(cap, dayOf(now));
  if (counter?.since === begin) return { since: begin, used: counter.used };
  const { before } = counter ?? {};
  return before !== undefined && before.since >= begin ? before : { since: begin, used: 0 };
};

/** The counter once this much is spent, by which the newest of two days is known. */
export const counted = (counter: Counter | undefined, spent: Spent): Counter => {
  if (counter === undefined) return spent;
  const { before, ...newest } = counter;
  if (spent.since < newest.since) return { ...newest, before: spent };
  return { ...spent, ...(spent.since > newest.since ? { before: newest } : before && { before }) };
};

/** Which thresholds lie between two counts of one cap. */
export const crossings = (cap: Crossing['cap'], before: number, after: number, allowed: number): Crossing[] =>
  thresholds
    .filter((percent) => before * 100 < percent * allowed && percent * allowed <= after * 100)
    .map((percent) => ({ cap, percent }));

/**
 * Asks to send a message of this many parts, as one step: either all three counters move or none does. Days and months are the ward's. Of
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

  const full = caps.find((cap) => before[cap].used + costOf(cap, parts) > allowed[cap]);
  if (full !== undefined) {
    const hopeless = caps.some((cap) => costOf(cap, parts) > allowed[cap]);
    const retryAt = at(nextOf(full, before[full].since), '00:00');
    return { ok: false, cap: full, ...(!hopeless && { retryAt }) };
  }

  const after = Object.fromEntries(
    caps.map((cap) => {
      const { since, used } = before[cap];
      return [cap, counted(counters[cap], { since, used: used + costOf(cap, parts) })];
    }),
  ) as Required<Counters>;
  const crossed = (['ward-day', 'ward-month'] as const).flatMap((cap) =>
    crossings(cap, before[cap].used, before[cap].used + costOf(cap, parts), allowed[cap]),
  );
  return { ok: true, counters: after, crossed };
};

/** A counter once a message that was counted for this instant turns out never to have been sent. */
export const givenBack = (
  cap: Cap,
  counter: Counter | undefined,
  { parts, at: due }: { parts: number; at: Instant },
): Counter | undefined => {
  if (counter === undefined) return undefined;
  const { since, used } = standing(cap, counter, due);
  const less = { since, used: Math.max(used - costOf(cap, parts), 0) };
  if (since === counter.since) return { ...counter, used: less.used };
  return since === counter.before?.since ? { ...counter, before: less } : counter;
};
