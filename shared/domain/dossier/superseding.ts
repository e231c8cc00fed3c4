/**
 * What is still worth telling. News grows stale: who holds the result in hand needs no word that the dossier was
 * received, and "your result is ready" after a withdrawal is an error on the citizen's phone.
 */
import * as z from 'zod';
import { days, type Instant, minutes, plus } from '../values/instant.ts';
import { Status, statuses } from './statuses.ts';

/**
 * How long after it happened a status is news. Systems backfill old dossiers; a citizen must not be called to the counter
 * for a paper fetched months ago. It is shorter than events are kept, so a repeat at any age stays silent.
 */
export const newsOf = (status: Status): number => days(statuses[status].news.days);

/** Letters and journeys follow a result and are worth as long: no letter congratulates on last year's child. */
export const newsFor = newsOf('completed');

type Happened = { status: Status; occurredAt: Instant };

/**
 * Whether a queued message about `news` may still go, given everything known of the dossier. Only what happened
 * later counts, or at the same instant with another status: a dossier that is completed again is told again.
 */
export const stillWorthSending = (news: Happened, known: readonly Happened[]): boolean =>
  !known.some(({ status, occurredAt }) => {
    const later = occurredAt > news.occurredAt || (occurredAt === news.occurredAt && status !== news.status);
    return later && statuses[status].overtakes.includes(news.status);
  });

/**
 * How long news is held back, in minutes, by status. A ward with "ngày không hẹn" gives the result at the counter; a
 * "received" that is held back a little is overtaken by it and never sent.
 */
export const HoldBack = z.partialRecord(Status, z.int().min(0).max(1440));
export type HoldBack = z.infer<typeof HoldBack>;

/** What is held back where the ward has chosen nothing. */
export const defaultHoldBack: HoldBack = Object.fromEntries(
  Status.options.flatMap((status) => {
    const { telling } = statuses[status];
    return telling.byDefault && telling.heldBack !== undefined ? [[status, telling.heldBack]] : [];
  }),
);

/** When news may be told at the earliest, quiet hours aside. */
export const tellableAt = (holdBack: HoldBack, { status, occurredAt }: Happened): Instant =>
  plus(occurredAt, minutes(holdBack[status] ?? 0));
