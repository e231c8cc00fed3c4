import type { Calendars } from '../../domain/calendar.ts';
import { isWorkingDay, knownYears } from '../../domain/calendar.ts';
import { addDays, dayOf, daysBetween } from '../../domain/day.ts';
import { days, plus } from '../../domain/instant.ts';
import type { DispatchJob } from '../../domain/post/dispatch-job.ts';
import type { PostalPartner } from '../../domain/post/partner.ts';
import type { EvidenceFiles } from '../../domain/post/evidence-ports.ts';
import type { JobLists } from '../../domain/post/ports.ts';
import { overdueTimers, rulesFor, type Timer, type WorkingDays } from '../../domain/post/timers.ts';
import { type Brought, bringWord, tellCitizen, type WordPorts } from './bring-word.ts';

type Ports = WordPorts & {
  lists: Pick<JobLists, 'waiting'>;
  files: Pick<EvidenceFiles, 'remove'>;
  allPartners: () => Promise<PostalPartner[]>;
  calendars: Calendars;
};

/** What one round found: who waits too long, whom it reminded, and whose word a lost doorbell had left. */
export type PostRound = { overdue: { timer: Timer; jobId: string }[]; reminded: number; brought: Brought[] };

/** So many jobs of one partner and state are looked at in a round, the longest waiting first. */
const atOnce = 200;
/** Word that is younger than this is still on its way through the doorbell. Milliseconds. */
const doorbellMayTake = 120_000;

/** Working days between two instants; a year that no calendar knows counts every day, so that it rings too early. */
const workingDaysIn =
  (calendars: Calendars): WorkingDays =>
  (from, to) => {
    const [first, last] = [dayOf(from), dayOf(to)];
    const known = knownYears(calendars);
    const between = Array.from({ length: Math.max(daysBetween(first, last), 0) }, (_, at) =>
      addDays(first, at + 1),
    );
    return between.filter((day) => !known.includes(Number(day.slice(0, 4))) || isWorkingDay(calendars, day))
      .length;
  };

/**
 * Looks at what waits too long. It counts for the alarms, reminds the citizen, and forgets whose journey is long over; it never puts a job back on offer,
 * since only the people who hold the papers know where they are.
 */
export const watchPost =
  (ports: Ports) =>
  async (hasTime: () => boolean): Promise<PostRound> => {
    const { word, files, lists, allPartners, calendars, clock } = ports;
    const brought: Brought[] = [];
    for (const job of await word.overdue(plus(clock(), -doorbellMayTake), atOnce))
      if (hasTime()) brought.push(await bringWord(ports)(job));

    for (const job of await word.forgettable(clock(), atOnce)) {
      if (!hasTime()) break;
      await files.remove(job.jobId); // first, so that a death in between does both again
      await word.forget(job);
    }

    const workingDays = workingDaysIn(calendars);
    const overdue: PostRound['overdue'] = [];
    let reminded = 0;
    const look = async (job: DispatchJob, timer: Timer, tells: string): Promise<void> => {
      if (tells !== 'citizen') overdue.push({ timer, jobId: job.jobId });
      else if ((await tellCitizen(ports, job, { reminder: true })).outcome === 'told') reminded += 1;
    };
    for (const partner of await allPartners()) {
      for (const rule of rulesFor(partner)) {
        const since = plus(clock(), -days('days' in rule.after ? rule.after.days : rule.after.workingDays));
        for (const state of rule.states) {
          if (!hasTime()) return { overdue, reminded, brought };
          for (const job of await lists.waiting(partner.code, state, since, atOnce))
            for (const { timer, tells } of overdueTimers(job, clock(), workingDays, [rule]))
              await look(job, timer, tells);
        }
      }
    }
    return { overdue, reminded, brought };
  };
