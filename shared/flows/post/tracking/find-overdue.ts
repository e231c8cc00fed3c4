import type { Calendars } from '../../../domain/calendar/calendar.ts';
import { isWorkingDay, knownYears } from '../../../domain/calendar/calendar.ts';
import { addDays, at as atTime, type Day, dayOf, daysBetween } from '../../../domain/values/day.ts';
import { between, days, type Instant, minutes, plus, type Clock } from '../../../domain/values/instant.ts';
import { defaultOfficeHours } from '../../../domain/calendar/office-sessions.ts';
import type { DispatchJob } from '../../../domain/post/job/dispatch-job.ts';
import type { JobState } from '../../../domain/post/job/dispatch-moves.ts';
import type { PostalPartner } from '../../../domain/post/partner/partner.ts';
import { type SilentPartner, silenceOf, type WorkedTime } from '../../../domain/post/partner/polling.ts';
import {
  type Overdue,
  overdueTimers,
  rulesFor,
  shortestHold,
  type Timer,
  type TimerRule,
  type WorkingDays,
} from '../../../domain/post/tracking/timers.ts';
import { isWardPartner } from '../../../domain/post/partner/ward-partner.ts';
import { workingTimeBetween } from '../../../domain/calendar/working-time.ts';
import type { JobLists } from '../../../domain/post/job/job-lists.ts';

type Ports = { calendars: Calendars; clock: Clock };

/** Every year that lies between two days has a calendar. */
const isKnown = (calendars: Calendars, from: Instant, to: Instant): boolean => {
  const [first, last] = [from, to].map((instant) => Number(dayOf(instant).slice(0, 4)));
  const known = knownYears(calendars);
  return Array.from({ length: last! - first! + 1 }, (_, n) => first! + n).every((year) =>
    known.includes(year),
  );
};

/** Whether a day counts; in a year that no calendar knows every day does, so that it rings too early. */
const counts = (calendars: Calendars, day: Day): boolean =>
  !knownYears(calendars).includes(Number(day.slice(0, 4))) || isWorkingDay(calendars, day);

/** Working days between two instants. */
const workingDaysIn =
  (calendars: Calendars): WorkingDays =>
  (from, to) => {
    const [first, last] = [dayOf(from), dayOf(to)];
    const passed = Array.from({ length: Math.max(daysBetween(first, last), 0) }, (_, n) =>
      addDays(first, n + 1),
    );
    return passed.filter((day) => counts(calendars, day)).length;
  };

/** Whatever began after this has not run out yet: on a Sunday the papers of Friday need not be read. */
const runOutSince = (calendars: Calendars, now: Instant, after: TimerRule['after']): Instant => {
  if ('days' in after) return plus(now, -days(after.days));
  let day = dayOf(now);
  let left = after.workingDays;
  while (left > 0 || !counts(calendars, day)) {
    if (counts(calendars, day)) left -= 1;
    day = addDays(day, -1);
  }
  return plus(atTime(day, '00:00'), -1);
};

/** Office hours between two instants, by the hours of a ward that chose none; without a calendar every hour counts. */
const workedTimeIn =
  (calendars: Calendars): WorkedTime =>
  (from, to) =>
    isKnown(calendars, from, to)
      ? workingTimeBetween(defaultOfficeHours, calendars, from, to)
      : Math.max(between(from, to), 0);

type Waiting = (state: JobState, since: Instant) => AsyncIterable<DispatchJob[]>;

type Rules = readonly (TimerRule & { timer: Timer })[];

/**
 * Jobs whose timers have run out, as `waiting` finds them state by state, until there is no more time. Where partners
 * agreed on different times, `rules` are the shortest ones and `rulesOf` those of the job's own partner.
 */
export const overdueAmong = async function* (
  { calendars, clock }: Ports,
  rules: Rules,
  waiting: Waiting,
  hasTime: () => boolean,
  rulesOf: (job: DispatchJob) => Rules = () => rules,
): AsyncGenerator<{ job: DispatchJob; overdue: Overdue }> {
  const workingDays = workingDaysIn(calendars);
  for (const rule of rules) {
    const since = runOutSince(calendars, clock(), rule.after);
    for (const state of rule.states) {
      if (!hasTime()) return;
      for await (const page of waiting(state, since)) {
        for (const job of page) {
          const own = rulesOf(job).filter(({ timer }) => timer === rule.timer);
          for (const overdue of overdueTimers(job, clock(), workingDays, own)) yield { job, overdue };
        }
        if (!hasTime()) return;
      }
    }
  }
};

/** Everything that waits too long, of whatever ward and partner. */
export const overdueEverywhere = (
  ports: Ports & { lists: Pick<JobLists, 'everywhere'> },
  partners: readonly PostalPartner[],
  hasTime: () => boolean,
) => {
  const agreed = new Map(partners.map((partner) => [partner.code, partner]));
  return overdueAmong(
    ports,
    rulesFor(shortestHold(partners)),
    (state, since) => ports.lists.everywhere(state, since),
    hasTime,
    ({ partner }) => rulesFor(agreed.get(partner) ?? {}),
  );
};

/** So many of the longest offers are looked at, since the first ones may have been put off by their partner. */
const offersLookedAt = 20;

/**
 * Whether a partner has stopped asking while something is on offer to it. One that asked a moment ago costs no query; a
 * ward's own people are given a list and need not ask.
 */
export const silenceNow = async (
  { calendars, clock, lists }: Ports & { lists: Pick<JobLists, 'waiting'> },
  partner: PostalPartner,
  lastAskedAt: Instant | undefined,
): Promise<SilentPartner | undefined> => {
  const now = clock();
  const quietFor = lastAskedAt === undefined ? Infinity : between(lastAskedAt, now);
  if (isWardPartner(partner.code) || quietFor <= minutes(partner.asksWithinMinutes)) return undefined;
  const [ready = [], leased = []] = await Promise.all(
    (['ready', 'leased'] as const).map((state) => lists.waiting(partner.code, state, now, offersLookedAt)),
  );
  const offered = [...ready, ...leased]
    .flatMap(({ visibleAt }) => (visibleAt !== undefined && visibleAt <= now ? [visibleAt] : []))
    .toSorted()[0];
  return offered && silenceOf(partner, offered, lastAskedAt, now, workedTimeIn(calendars));
};
