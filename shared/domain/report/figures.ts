/** The figures that are kept for each day of each office, by name. */
import type { Helped, LateBecause } from '../dossier/event/how-served.ts';
import type { StatusEvent } from '../dossier/event/status-event.ts';
import type { Apology } from '../dossier/standing/overdue.ts';
import type { LetterKind } from '../letter/content.ts';
import type { LetterState } from '../letter/moves.ts';
import type { Day } from '../values/day.ts';
import type { Channel } from '../values/ids.ts';

/** What became of a message, as a report tells it. */
export const fates = [
  'waiting',
  'taken',
  'reached',
  'unreached',
  'unknown',
  'suppressed',
  'cancelled',
] as const;
export type MessageFate = (typeof fates)[number];

/** How long it took from a status to the hand-over of its SMS to a carrier; the number is minutes at most. */
export const waitBuckets = [
  { name: '1', atMost: 1, words: 'đến 1 phút' },
  { name: '5', atMost: 5, words: '1 đến 5 phút' },
  { name: '15', atMost: 15, words: '5 đến 15 phút' },
  { name: '60', atMost: 60, words: '15 phút đến 1 giờ' },
  { name: '240', atMost: 240, words: '1 đến 4 giờ' },
  { name: '1440', atMost: 1440, words: '4 giờ đến 1 ngày' },
  { name: 'longer', atMost: Infinity, words: 'hơn 1 ngày' },
] as const;

/** How many days a journey took from the hand-over at the office to the citizen. */
export const postDayBuckets = [
  { name: '0', atMost: 0, words: 'trong ngày' },
  { name: '1', atMost: 1, words: '1 ngày' },
  { name: '2', atMost: 2, words: '2 ngày' },
  { name: '3', atMost: 3, words: '3 ngày' },
  { name: '5', atMost: 5, words: '4 đến 5 ngày' },
  { name: '7', atMost: 7, words: '6 đến 7 ngày' },
  { name: 'longer', atMost: Infinity, words: 'hơn 7 ngày' },
] as const;

type Bucket = { name: string; atMost: number };

/** The first bucket that holds it. */
export const bucketOf = <B extends Bucket>(buckets: readonly B[], value: number): B['name'] =>
  (buckets.find(({ atMost }) => value <= atMost) ?? buckets.at(-1)!).name;

export const filingChannels = ['counter', 'online', 'zalo', 'post', 'unsaid'] as const satisfies readonly (
  | NonNullable<StatusEvent['filingChannel']>
  | 'unsaid'
)[];
export type FilingChannel = (typeof filingChannels)[number];

/** When a dossier was finished, by the day that was promised first. Without a promise it counts as on time (form II.06a). */
export const promiseKept = ['early', 'on-time', 'late'] as const;
export type PromiseKept = (typeof promiseKept)[number];

export const journeyFates = [
  'asked-for',
  'under-way',
  'delivered',
  'came-back',
  'failed',
  'cancelled',
] as const;
export type JourneyFate = (typeof journeyFates)[number];

export type Figure =
  | `message-${Channel}-${MessageFate}`
  | 'parts'
  | `wait-${(typeof waitBuckets)[number]['name']}`
  | `letter-${LetterKind}-${LetterState}`
  | `journey-${JourneyFate}`
  | `post-days-${(typeof postDayBuckets)[number]['name']}`
  | `filed-${FilingChannel}`
  | `digitised-${'yes' | 'no' | 'unsaid'}`
  | `finished-${PromiseKept}`
  | `late-apology-${Apology}`
  | `late-because-${LateBecause | 'unsaid'}`
  | `helped-${Helped}`
  | 'at-once-filed'
  | 'at-once-kept'
  | 'on-the-spot'
  | 'filed-together'
  | 'decided-elsewhere'
  | 'filed-after-hours'
  | 'returned-electronically'
  | 'answered-same-day'
  | 'handed-over-same-day'
  | 'with-result'
  | 'open';

/** What stands now and belongs to no day is kept under this one, which no office lives through. */
export const standing = '0001-01-01' as Day;

/** The figures of an office by day, as many days as were asked for. */
export type FiguresByDay = ReadonlyMap<Day, Readonly<Partial<Record<Figure, number>>>>;

/** A figure over these days together. */
export const sumOf = (figures: FiguresByDay, days: readonly Day[], ...names: readonly Figure[]): number =>
  days.reduce((sum, day) => names.reduce((ofDay, name) => ofDay + (figures.get(day)?.[name] ?? 0), sum), 0);

/** The figures of several offices together, as a province sees them. */
export const ofAll = (offices: readonly FiguresByDay[]): FiguresByDay => {
  const all = new Map<Day, Partial<Record<Figure, number>>>();
  for (const [day, figures] of offices.flatMap((office) => [...office])) {
    const sums = all.get(day) ?? {};
    for (const [name, count] of Object.entries(figures) as [Figure, number][])
      sums[name] = (sums[name] ?? 0) + count;
    all.set(day, sums);
  }
  return all;
};
