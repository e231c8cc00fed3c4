import type { DispatchJob } from '../../../domain/post/job/dispatch-job.ts';
import type { Calendars } from '../../../domain/calendar/calendar.ts';
import { plus } from '../../../domain/values/instant.ts';
import type { Crossing } from '../../../domain/notification/limits.ts';
import { fromOwnPlace } from '../../../domain/post/job/lease.ts';
import type { PostalPartner } from '../../../domain/post/partner/partner.ts';
import type { SilentPartner, Polls } from '../../../domain/post/partner/polling.ts';
import type { Timer } from '../../../domain/post/tracking/timers.ts';
import { type JobNotified, notifyOfJob, type NotifyPorts } from '../telling/notify-of-job.ts';
import { overdueEverywhere, silenceNow } from './find-overdue.ts';
import { tellCitizen } from '../telling/tell-citizen.ts';
import type { EvidenceFiles } from '../../../domain/post/evidence/evidence.ts';
import type { JobLists } from '../../../domain/post/job/job-lists.ts';

type Ports = NotifyPorts & {
  lists: Pick<JobLists, 'waiting' | 'everywhere'>;
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
/** Postal partners are few; a ward's own people are none, and nobody asks them whether they ask. */
const partnersAtOnce = 8;
/** Word that is younger than this is still on its way through the doorbell. Milliseconds. */
const doorbellMayTake = 120_000;

/**
 * Looks at what waits too long. It counts for the alarms, reminds the citizen, and forgets whose journey is long over; it
 * never puts a job back on offer, since only the people who hold the papers know where they are. It reads what is due, not
 * who there is. A partner that fails leaves the others watched, and a round that ends for want of time leaves out other
 * partners than the last one did.
 */
export const watchPost =
  (ports: Ports) =>
  async (hasTime: () => boolean): Promise<PostRound> => {
    const { word, files, allPartners, clock } = ports;
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

    const partners = fromOwnPlace(await allPartners(), clock());
    await findOverdue(ports, partners, round, hasTime);
    await findSilent(ports, partners, round, hasTime);
    return round;
  };

type Failing = { partner: string; what: () => Promise<void> };

/** One that fails is named and leaves the others watched. */
const attempt = (round: PostRound, { partner, what }: Failing): Promise<void> =>
  what().catch((error: unknown) => {
    round.failed.push({ partner, error });
  });

const findOverdue = async (
  ports: Ports,
  partners: readonly PostalPartner[],
  round: PostRound,
  hasTime: () => boolean,
): Promise<void> => {
  for await (const { job, overdue } of overdueEverywhere(ports, partners, hasTime)) {
    const { timer, tells } = overdue;
    if (tells !== 'citizen') round.overdue.push({ timer, jobId: job.jobId });
    else await attempt(round, { partner: job.partner, what: () => remind(ports, job, round) });
  }
};

const remind = async (ports: Ports, job: DispatchJob, round: PostRound): Promise<void> => {
  const told = await tellCitizen(ports, job, { reminder: true });
  if (told.outcome === 'told') round.reminded += 1;
  round.crossed.push(...(told.crossed ?? []));
};

/** Only who has stopped asking is looked at closely. */
const findSilent = async (
  ports: Ports,
  partners: readonly PostalPartner[],
  round: PostRound,
  hasTime: () => boolean,
): Promise<void> => {
  const asked = await ports.polls.newest();
  for (let from = 0; from < partners.length; from += partnersAtOnce) {
    if (!hasTime()) {
      round.unwatched += partners.length - from;
      return;
    }
    await Promise.all(
      partners.slice(from, from + partnersAtOnce).map((partner) =>
        attempt(round, {
          partner: partner.code,
          what: async () => {
            const silent = await silenceNow(ports, partner, asked.get(partner.code));
            if (silent) round.silent.push(silent);
          },
        }),
      ),
    );
  }
};
