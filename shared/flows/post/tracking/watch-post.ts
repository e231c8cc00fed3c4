import type { Calendars } from '../../../domain/calendar/calendar.ts';
import { type Instant, plus } from '../../../domain/values/instant.ts';
import type { Crossing } from '../../../domain/notification/limits.ts';
import { fromOwnPlace } from '../../../domain/post/job/lease.ts';
import type { PostalPartner } from '../../../domain/post/partner/partner.ts';
import type { SilentPartner, Polls } from '../../../domain/post/partner/polling.ts';
import type { Timer } from '../../../domain/post/tracking/timers.ts';
import { type JobNotified, notifyOfJob, type NotifyPorts } from '../telling/notify-of-job.ts';
import { overdueOf, silenceNow } from './find-overdue.ts';
import { tellCitizen } from '../telling/tell-citizen.ts';
import type { EvidenceFiles } from '../../../domain/post/evidence/evidence.ts';
import type { JobLists } from '../../../domain/post/job/job-lists.ts';

type Ports = NotifyPorts & {
  lists: Pick<JobLists, 'waiting'>;
  files: Pick<EvidenceFiles, 'remove'>;
  polls: Pick<Polls, 'newest'>;
  allPartners: () => Promise<PostalPartner[]>;
  calendars: Calendars;
};

/**
 * What one round found: who waits too long, which partners do not ask, whom it reminded, and whose word a lost doorbell
 * had left; and which partners it failed to look at, or had no time for.
 */
export type PostRound = {
  overdue: { timer: Timer; jobId: string }[];
  silent: SilentPartner[];
  reminded: number;
  /** What of a ward's day or month was passed with a reminder. */
  crossed: Crossing[];
  brought: JobNotified[];
  failed: { partner: string; error: unknown }[];
  unwatched: number;
};

/** So much word and so many citizens to be forgotten are taken in a round. */
const atOnce = 200;
/** A ward's own people are a partner too: thousands, and most of them with nothing to do. */
const partnersAtOnce = 8;
/** Word that is younger than this is still on its way through the doorbell. Milliseconds. */
const doorbellMayTake = 120_000;

/**
 * Looks at what waits too long. It counts for the alarms, reminds the citizen, and forgets whose journey is long over; it
 * never puts a job back on offer, since only the people who hold the papers know where they are. A partner that fails
 * leaves the others watched, and a round that ends for want of time leaves out others than the last one did.
 */
export const watchPost =
  (ports: Ports) =>
  async (hasTime: () => boolean): Promise<PostRound> => {
    const { word, files, polls, allPartners, clock } = ports;
    const round: PostRound = {
      overdue: [],
      silent: [],
      reminded: 0,
      crossed: [],
      brought: [],
      failed: [],
      unwatched: 0,
    };
    for (const job of await word.overdue(plus(clock(), -doorbellMayTake), atOnce))
      if (hasTime()) round.brought.push(await notifyOfJob(ports)(job));

    for (const job of await word.forgettable(clock(), atOnce)) {
      if (!hasTime()) break;
      await files.remove(job.jobId); // first, so that a death in between does both again
      await word.forget(job);
    }

    const asked = await polls.newest();
    const partners = fromOwnPlace(await allPartners(), clock());
    for (let from = 0; from < partners.length; from += partnersAtOnce) {
      if (!hasTime()) {
        round.unwatched = partners.length - from;
        break;
      }
      await Promise.all(
        partners.slice(from, from + partnersAtOnce).map((partner) =>
          watchPartner(ports, partner, asked.get(partner.code), round, hasTime).catch((error: unknown) => {
            round.failed.push({ partner: partner.code, error });
          }),
        ),
      );
    }
    return round;
  };

const watchPartner = async (
  ports: Ports,
  partner: PostalPartner,
  lastAskedAt: Instant | undefined,
  round: PostRound,
  hasTime: () => boolean,
): Promise<void> => {
  const silent = await silenceNow(ports, partner, lastAskedAt);
  if (silent) round.silent.push(silent);
  for await (const { job, overdue } of overdueOf(ports, partner, hasTime)) {
    const { timer, tells } = overdue;
    if (tells !== 'citizen') round.overdue.push({ timer, jobId: job.jobId });
    else {
      const told = await tellCitizen(ports, job, { reminder: true });
      if (told.outcome === 'told') round.reminded += 1;
      round.crossed.push(...(told.crossed ?? []));
    }
  }
};
