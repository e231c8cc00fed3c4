/**
 * What is still worth telling. News grows stale: who holds the result in hand needs no word that the dossier was
 * received, and "your result is ready" after a withdrawal is an error on the citizen's phone.
 */
import * as z from 'zod';
import { type Instant, minutes, plus } from './instant.ts';
import { Status } from './status.ts';

const untilWork = ['received', 'supplement-requested', 'payment-requested'] as const;
const untilResult = [...untilWork, 'delayed'] as const;
const everything = [...untilResult, 'completed'] as const;

/**
 * Which queued messages a later status makes pointless. Work that goes on means that the
 * papers or the money came.
 */
export const overtakes = {
  registered: [],
  received: [],
  'not-accepted': everything,
  'in-progress': ['supplement-requested', 'payment-requested'],
  'supplement-requested': [],
  'payment-requested': [],
  withdrawn: everything,
  stopped: everything,
  delayed: ['delayed'],
  completed: untilResult,
  returned: [...everything, 'not-accepted', 'stopped'],
} as const satisfies Record<Status, readonly Status[]>;

type Happened = { status: Status; occurredAt: Instant };

/**
 * Whether a queued message about `news` may still go, given everything known of the dossier. Only what happened
 * later counts, or at the same instant with another status: a dossier that is completed again is told again.
 */
export const stillWorthSending = (news: Happened, known: readonly Happened[]): boolean =>
  !known.some(({ status, occurredAt }) => {
    const stale: readonly Status[] = overtakes[status];
    const later = occurredAt > news.occurredAt || (occurredAt === news.occurredAt && status !== news.status);
    return later && stale.includes(news.status);
  });

/**
 * How long news is held back, in minutes, by status. A ward with "ngày không hẹn" gives the result at the counter; a
 * "received" that is held back a little is overtaken by it and never sent.
 */
export const HoldBack = z.partialRecord(Status, z.int().min(0).max(1440));
export type HoldBack = z.infer<typeof HoldBack>;

/** A chosen default, not a rule: long enough for a certification at the counter. */
export const defaultHoldBack: HoldBack = { received: 20 };

/** When news may be told at the earliest, quiet hours aside. */
export const tellableAt = (holdBack: HoldBack, { status, occurredAt }: Happened): Instant =>
  plus(occurredAt, minutes(holdBack[status] ?? 0));
