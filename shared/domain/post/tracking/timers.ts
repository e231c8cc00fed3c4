/**
 * What has been waiting too long. A timer alarms a person or reminds the citizen; it never puts a job back into the
 * queue by itself, since nobody knows where the papers are but the people who hold them.
 */
import { between, days, type Instant, plus } from '../../values/instant.ts';
import type { DispatchJob } from '../job/dispatch-job.ts';
import { atOffice, type JobState } from '../job/dispatch-moves.ts';
import type { PostalPartner } from '../partner/partner.ts';

export type TimerRule = {
  timer: string;
  states: readonly JobState[];
  /** Counted from the first entry into this state, or from the newest scan. */
  since: JobState | 'last-scan';
  after: { days: number } | { workingDays: number };
  tells: 'office' | 'citizen' | 'duty';
};

/** Days after which an item counts as about to go back, where its partner has not said. Confidence: C. */
const keptWhereNobodySaid = 10;

/**
 * Days are of the calendar, working days of the ward. No law sets them: they are proposals of this system, to be
 * replaced by what the contract with the partner says. Confidence: C.
 */
export const timerRules = [
  {
    timer: 'unclaimed',
    states: ['ready', 'leased'],
    since: 'ready',
    after: { workingDays: 1 },
    tells: 'duty',
  },
  { timer: 'undecided', states: ['rejected'], since: 'rejected', after: { workingDays: 1 }, tells: 'duty' },
  {
    timer: 'ward-has-to-look',
    states: ['draft', 'needs-attention', 'dead-letter'],
    since: 'last-scan',
    after: { workingDays: 1 },
    tells: 'office',
  },
  {
    timer: 'not-handed-over',
    states: atOffice,
    since: 'accepted',
    after: { workingDays: 2 },
    tells: 'office',
  },
  {
    timer: 'cancel-unanswered',
    states: ['cancel-requested'],
    since: 'cancel-requested',
    after: { workingDays: 1 },
    tells: 'office',
  },
  {
    timer: 'silent',
    states: [
      'handed-over',
      'in-transit',
      'out-for-delivery',
      'delivery-attempted',
      'on-hold',
      'partly-delivered',
      'returning',
    ],
    since: 'last-scan',
    after: { days: 5 },
    tells: 'office',
  },
  {
    timer: 'pickup-reminder',
    states: ['held-for-pickup'],
    since: 'held-for-pickup',
    after: { days: 3 },
    tells: 'citizen',
  },
  {
    timer: 'pickup-expiring',
    states: ['held-for-pickup'],
    since: 'held-for-pickup',
    after: { days: keptWhereNobodySaid },
    tells: 'office',
  },
  {
    timer: 'return-not-received',
    states: ['returned'],
    since: 'returned',
    after: { days: 7 },
    tells: 'office',
  },
] as const satisfies readonly TimerRule[];

export type Timer = (typeof timerRules)[number]['timer'];
/** Whether anything may wait too long in this state. */
export const isTimed = (state: JobState): boolean =>
  timerRules.some(({ states }) => (states as readonly JobState[]).includes(state));

export const timerNames = timerRules.map(({ timer }) => timer);
export type Overdue = { timer: Timer; jobId: string; since: Instant; tells: TimerRule['tells'] };

/** The rules for a partner: how long its post offices keep an item is for the partner to say. */
export const rulesFor = ({ holdDays }: Pick<PostalPartner, 'holdDays'>): (TimerRule & { timer: Timer })[] =>
  timerRules.map((rule) =>
    rule.timer === 'pickup-expiring' && holdDays !== undefined
      ? { ...rule, after: { days: holdDays } }
      : rule,
  );

/** The shortest time that any of these partners, or one that has said nothing, keeps an item. */
export const shortestHold = (partners: readonly Pick<PostalPartner, 'holdDays'>[]) => {
  const said = partners.map(({ holdDays }) => holdDays).filter((holdDays) => holdDays !== undefined);
  const shortest = Math.min(...said, keptWhereNobodySaid);
  return { holdDays: shortest };
};

/** Until when the citizen may call for an item that is kept; nothing when it is not, or when nobody has said. */
export const keptUntil = (
  job: DispatchJob,
  { holdDays }: Pick<PostalPartner, 'holdDays'>,
): Instant | undefined => {
  const since = job.state === 'held-for-pickup' ? job.reached['held-for-pickup'] : undefined;
  return since === undefined || holdDays === undefined ? undefined : plus(since, days(holdDays));
};

/** How many working days lie between two instants; the calendar of the ward knows. */
export type WorkingDays = (from: Instant, to: Instant) => number;

/** Every timer that has run out for a job, the longest waiting first. Exactly at the limit is not yet overdue. */
export const overdueTimers = (
  job: DispatchJob,
  now: Instant,
  workingDays: WorkingDays,
  rules: readonly (TimerRule & { timer: Timer })[] = timerRules,
): Overdue[] =>
  rules
    .filter(({ states }) => states.includes(job.state))
    .map((rule) => ({ rule, since: sinceOf(job, rule) }))
    .filter(({ rule: { after }, since }) =>
      'days' in after ? between(since, now) > days(after.days) : workingDays(since, now) > after.workingDays,
    )
    .map(({ rule: { timer, tells }, since }) => ({ timer, jobId: job.jobId, since, tells }))
    .toSorted((a, b) => (a.since < b.since ? -1 : 1));

const sinceOf = (job: DispatchJob, { since }: TimerRule): Instant => {
  if (since === 'last-scan') return lastScan(job) ?? job.reached[job.state] ?? job.createdAt;
  return job.reached[since] ?? job.createdAt;
};

/** The instant of the newest scan, which `trackedAs` begins with. */
const lastScan = ({ trackedAs }: DispatchJob): Instant | undefined =>
  trackedAs?.split('#')[0] as Instant | undefined;
