import type { Calendars } from '../../../domain/calendar/calendar.ts';
import type { PostalPartner, Partners } from '../../../domain/post/partner/partner.ts';
import type { SilentPartner, Polls } from '../../../domain/post/partner/polling.ts';
import { rulesFor, shortestHold } from '../../../domain/post/tracking/timers.ts';
import { carriersOf } from '../../../domain/post/partner/ward-partner.ts';
import {
  type WaitingPaper,
  waitingPaper,
  type WaitingPapers,
} from '../../../domain/post/partner/waiting-papers.ts';
import { overdueAmong, overdueEverywhere, silenceNow } from '../tracking/find-overdue.ts';
import type { Clock } from '../../../domain/values/instant.ts';
import type { JobLists } from '../../../domain/post/job/job-lists.ts';
import type { WardPosts } from '../../../domain/post/partner/ward-post.ts';

type Ports = {
  lists: JobLists;
  polls: Pick<Polls, 'newest'>;
  partners: Pick<Partners, 'find'>;
  posts: WardPosts;
  calendars: Calendars;
  clock: Clock;
};

const always = () => true;
/** So many jobs of one state are looked at, the longest waiting first. */
const looksAt = 200;
const bySince = (a: WaitingPaper, b: WaitingPaper) => (a.since < b.since ? -1 : 1);

const silentAmong = async (ports: Ports, partners: readonly PostalPartner[]): Promise<SilentPartner[]> => {
  const asked = await ports.polls.newest();
  const found = await Promise.all(
    partners.map((partner) => silenceNow(ports, partner, asked.get(partner.code))),
  );
  return found.filter((silent) => silent !== undefined);
};

/** What of a ward's papers waits too long, and which of its partners do not ask. Nothing is changed by looking. */
export const waitingInWard =
  (ports: Ports) =>
  async (ward: string): Promise<WaitingPapers> => {
    const arranged = await ports.posts.of(ward);
    const codes = carriersOf(ward, arranged);
    const partners = (await Promise.all(codes.map((code) => ports.partners.find(code)))).filter(
      (partner) => partner !== undefined,
    );
    const agreed = new Map(partners.map((partner) => [partner.code, partner]));
    const found = overdueAmong(
      ports,
      rulesFor(shortestHold(partners)),
      async function* (state, since) {
        yield await ports.lists.waitingIn(ward, codes, state, since, looksAt);
      },
      always,
      ({ partner }) => rulesFor(agreed.get(partner) ?? {}),
    );
    const waiting: WaitingPaper[] = [];
    for await (const { job, overdue } of found) waiting.push(waitingPaper(job, overdue));
    return { waiting: waiting.toSorted(bySince), silentPartners: await silentAmong(ports, partners) };
  };

/** The same of every partner and every ward, for the person on duty. */
export const waitingEverywhere =
  (ports: Ports & { allPartners: () => Promise<PostalPartner[]> }) => async (): Promise<WaitingPapers> => {
    const partners = await ports.allPartners();
    const waiting: WaitingPaper[] = [];
    for await (const { job, overdue } of overdueEverywhere(ports, partners, always))
      waiting.push(waitingPaper(job, overdue));
    return { waiting: waiting.toSorted(bySince), silentPartners: await silentAmong(ports, partners) };
  };
