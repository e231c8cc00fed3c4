import type { Dossier, Told } from '../dossier/dossier.ts';
import { tellingsOf } from '../dossier/tellings.ts';
import type { Silence } from './decision.ts';
import { between, type Instant } from '../values/instant.ts';
import { occurrenceOf, type Round, roundOf, roundsOf } from '../dossier/rounds.ts';
import type { AcceptedEvent } from '../dossier/event/status-event.ts';
import type { ResultWay, Status } from '../dossier/statuses.ts';
import { outOfDate } from './told-again.ts';
import { tells, ToldBy, type WardSettings } from '../office/ward-settings.ts';
import { newsOf, stillWorthSending } from '../dossier/superseding.ts';
import type { NotificationId } from '../values/ids.ts';

/**
 * What there is to say of a dossier: its newest round that the ward tells, whichever event brought the last missing
 * piece, or why there is nothing to say by this channel. `replaces` names what told it before and no longer holds.
 * `event` and what was known before it are only asked for that and for the reason.
 */
export const latestNewsOf = (
  before: Dossier | undefined,
  dossier: Dossier,
  event: AcceptedEvent,
  ward: WardSettings,
  now: Instant,
  { by, waits, way }: { by: ToldBy; waits: (telling: Told) => boolean; way?: ResultWay | undefined },
): { news: Round; replaces: Told[] } | { silent: Silence } => {
  const isTold = (status: Status) => ToldBy.options.some((any) => tells(ward, status, any));
  const unheard: Silence = isTold(event.status) ? 'overtaken' : 'not-worth-telling';
  const rounds = roundsOf(dossier.steps);
  const news = rounds.findLast(({ status }) => isTold(status));
  if (news === undefined || !tells(ward, news.status, by)) return { silent: 'not-worth-telling' };
  if (!stillWorthSending(news, rounds)) return { silent: unheard };
  if (between(news.occurredAt, now) > newsOf(news.status)) return { silent: 'too-old-to-tell' };
  const standing = tellingsOf(dossier, occurrenceOf(news)).filter(({ replaced }) => replaced === undefined);
  const replaces = outOfDate(before, dossier, news, event, { standing, waits, by, way });
  if (standing.length === 0 || replaces.length > 0) return { news, replaces };
  return { silent: roundOf(rounds, occurrenceOf(event)) === news ? 'already-told' : unheard };
};

/**
 * What was told before and is no longer worth sending now, where it may still be waiting: for a busy carrier, for room
 * under a limit, for somebody who rings; nothing waits longer than it is news.
 */
const overtakenBy = ({ told, steps }: Dossier, now: Instant): Dossier['told'] => {
  const rounds = roundsOf(steps);
  return told.filter(({ occurrence, dueAt }) => {
    const news = roundOf(rounds, occurrence);
    const mayWait = news !== undefined && between(dueAt, now) < newsOf(news.status);
    return mayWait && !stillWorthSending(news, rounds);
  });
};

/** Whether what this notification tells is still the dossier's newest word; true for what is no news of a dossier. */
export const isStillNews = ({ told, steps }: Dossier, id: NotificationId): boolean => {
  const one = told.find((telling) => telling.id === id);
  if (one === undefined) return true;
  const rounds = roundsOf(steps);
  const news = roundOf(rounds, one.occurrence);
  return one.replaced === undefined && (news === undefined || stillWorthSending(news, rounds));
};

/** What this change makes no longer worth sending. What an earlier one did was cancelled before that was written. */
export const newlySuperseded = (
  before: Dossier | undefined,
  after: Dossier,
  now: Instant,
): NotificationId[] => {
  const earlier = new Set(before === undefined ? [] : overtakenBy(before, now).map(({ id }) => id));
  return overtakenBy(after, now)
    .map(({ id }) => id)
    .filter((id) => !earlier.has(id));
};
