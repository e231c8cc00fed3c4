import { type Dossier, hasTold, occurrenceOf, type Step } from './dossier.ts';
import type { Silence } from './decision.ts';
import { between, days, type Instant } from './instant.ts';
import { channelOf, type NotificationId } from './notification.ts';
import type { StatusEvent } from './status-event.ts';
import type { Status } from './statuses.ts';
import { tells, ToldBy, type WardSettings } from './ward-settings.ts';
import { newsFor, stillWorthSending } from './worth-telling.ts';

/**
 * What there is to say of a dossier: its newest status that the ward tells, whichever event brought the last
 * missing piece, or why there is nothing to say by this channel. `event` is only asked for the reason.
 */
export const headlineOf = (
  dossier: Dossier,
  event: StatusEvent,
  ward: WardSettings,
  now: Instant,
  by: ToldBy = 'sms',
): { news: Step } | { silent: Silence } => {
  const isTold = (status: Status) => ToldBy.options.some((any) => tells(ward, status, any));
  const unheard: Silence = isTold(event.status) ? 'overtaken' : 'not-worth-telling';
  const news = dossier.steps.findLast(({ status }) => isTold(status));
  if (news === undefined || !tells(ward, news.status, by)) return { silent: 'not-worth-telling' };
  if (!stillWorthSending(news, dossier.steps)) return { silent: unheard };
  if (hasTold(dossier, occurrenceOf(news))) {
    return { silent: occurrenceOf(news) === occurrenceOf(event) ? 'already-told' : unheard };
  }
  return between(news.occurredAt, now) > newsFor ? { silent: 'too-old-to-tell' } : { news };
};

/** How long a message may have been waiting: no carrier stays busy longer without somebody being told. */
const mayWaitFor = days(2);

/** A call waits for a person, and stays on the list as long as its news is any. */
const waitsFor = (id: NotificationId) => (channelOf(id) === 'call-list' ? newsFor : mayWaitFor);

/** What was told before and is no longer worth sending now, where it may still be waiting. */
const overtakenBy = (dossier: Dossier, now: Instant): Dossier['told'] =>
  dossier.told.filter(({ id, occurrence, dueAt }) => {
    const news = dossier.steps.find((step) => occurrenceOf(step) === occurrence);
    const mayWait = between(dueAt, now) < waitsFor(id);
    return mayWait && news !== undefined && !stillWorthSending(news, dossier.steps);
  });

/** Whether what this notification tells is still the dossier's newest word; true for what is no news of a dossier. */
export const isStillNews = (dossier: Dossier, id: NotificationId): boolean => {
  const told = dossier.told.find((one) => one.id === id);
  const news = dossier.steps.find((step) => occurrenceOf(step) === told?.occurrence);
  return news === undefined || stillWorthSending(news, dossier.steps);
};

/** What this change makes no longer worth sending. What an earlier one did was cancelled before that was written. */
export const newlyOvertaken = (
  before: Dossier | undefined,
  after: Dossier,
  now: Instant,
): NotificationId[] => {
  const earlier = new Set(before === undefined ? [] : overtakenBy(before, now).map(({ id }) => id));
  return overtakenBy(after, now)
    .map(({ id }) => id)
    .filter((id) => !earlier.has(id));
};
