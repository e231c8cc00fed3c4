/**
 * When a status that was told is told again. A second report of it adds facts; the citizen hears of it only when what
 * they have to do changed, never for its time alone. What still waits is simply told as it now stands.
 */
import { type Dossier, fact, type Told } from '../dossier/dossier.ts';
import type { Instant } from '../values/instant.ts';
import { channelOf, type Notification } from '../notification/notification.ts';
import { occurrenceOf, type Round, roundOf, roundsOf } from '../dossier/rounds.ts';
import { shortMark } from '../values/writing/short-mark.ts';
import { canonical } from '../values/writing/canonical.ts';
import type { Channel } from '../values/ids.ts';
import type { AcceptedEvent } from '../dossier/event/status-event.ts';
import type { ResultWay, Status } from '../dossier/statuses.ts';

type Asked = Record<string, string | number | undefined>;

const toTheMinute = (instant: Instant | undefined): string | undefined => instant?.slice(0, 16);

/** What a message about this status asks of the citizen or promises: a deadline, a sum, a place, a date. */
const askedBy: Partial<Record<Status, (dossier: Dossier) => Asked>> = {
  received: (dossier) => ({
    due: toTheMinute(fact(dossier, 'dueAt')),
    place: fact(dossier, 'returnedBy'),
  }),
  'supplement-requested': (dossier) => ({ deadline: toTheMinute(dossier.askedUntil?.value) }),
  'payment-requested': (dossier) => ({ sum: fact(dossier, 'fee') }),
  delayed: (dossier) => ({ due: toTheMinute(fact(dossier, 'newDueAt')) }),
  completed: (dossier) => ({ place: fact(dossier, 'returnedBy') ?? dossier.ward }),
};

const languageOf = (dossier: Dossier) => fact(dossier, 'applicant')?.language ?? 'vi';

/** A mark of what a message about this status says: two that say the same have the same. */
export const askedOf = (dossier: Dossier, status: Status): string =>
  shortMark(canonical([languageOf(dossier), askedBy[status]?.(dossier) ?? {}]));

/** By which way the result was said to come; what was told before we kept that, by what was wanted then. */
const wayTold = (before: Dossier, standing: readonly Told[]): ResultWay =>
  standing.at(-1)?.way ?? fact(before, 'returnMethod') ?? 'counter';

const isOther = (before: Dossier, after: Dossier, status: Status, mayBeNew: boolean): boolean => {
  const asked = askedBy[status] ?? (() => ({}));
  const [was, is]: Asked[] = [asked(before), asked(after)];
  const changed = Object.keys(is!).some(
    (name) => was![name] !== is![name] && (mayBeNew || (was![name] !== undefined && is![name] !== undefined)),
  );
  return changed || languageOf(before) !== languageOf(after);
};

/** The round that this event speaks of; without a time of its own, the newest one of its status. */
const reportedBy = (
  event: Pick<AcceptedEvent, 'status' | 'occurredAt' | 'timeUnknown'>,
  rounds: readonly Round[],
): Round | undefined =>
  event.timeUnknown === true
    ? rounds.findLast(({ status }) => status === event.status)
    : roundOf(rounds, occurrenceOf(event));

/**
 * The tellings of this round that the event makes out of date. One that cannot have left follows every fact it speaks of,
 * and the way by which the citizen is told; one that may have left is corrected only by a person or another report of the
 * same round, and only for a value that replaces another: a sum that was not known before makes the first message no less
 * true. `way` is how a result reaches the citizen as things are arranged now, where that is still to be said.
 */
export const outOfDate = (
  before: Dossier | undefined,
  after: Dossier,
  round: Round,
  event: Pick<AcceptedEvent, 'status' | 'occurredAt' | 'timeUnknown' | 'act'>,
  {
    standing,
    waits,
    by,
    way,
    isNewest = true,
  }: {
    standing: readonly Told[];
    waits: (telling: Told) => boolean;
    by: Channel;
    way?: ResultWay | undefined;
    isNewest?: boolean;
  },
): Told[] => {
  if (before === undefined || standing.length === 0) return [];
  const allWait = standing.every(waits);
  if (allWait && standing.some(({ id }) => channelOf(id) !== by)) return [...standing];
  const reported = event.act ? round : reportedBy(event, roundsOf(after.steps));
  const sameRound = reported?.eventId === round.eventId;
  const otherWay = round.status === 'completed' && way !== undefined && wayTold(before, standing) !== way;
  // What a later status says of dates and sums is its own: an older word does not follow it.
  const follows = sameRound || (allWait && (isNewest || languageOf(before) !== languageOf(after)));
  return follows && (otherWay || isOther(before, after, round.status, allWait)) ? [...standing] : [];
};

/** What a telling is named after: the round's first report; told anew, its newest one, and what made it new. */
export const nameOf = (
  { told }: Dossier,
  event: Pick<AcceptedEvent, 'eventId'>,
  { news, replaces }: { news: Round; replaces: readonly Told[] },
): { cause: Notification['cause']; occurrence: string } => {
  const { eventId: cause, ...report } = replaces.length === 0 ? news : news.reports.at(-1)!;
  const occurrence = occurrenceOf(report);
  const isTaken = told.some((one) => one.occurrence === occurrence);
  return { cause, occurrence: isTaken ? `${occurrence}.${shortMark(event.eventId)}` : occurrence };
};

/** What the dossier remembers of them; what a cap holds back has cost nothing yet. */
export const toldBy = (
  notifications: readonly Notification[],
  each: readonly Pick<Told, 'occurrence' | 'as' | 'way'>[],
): Told[] =>
  notifications.map(({ id, to, dueAt, state, parts, heldBy }, index) => {
    const { occurrence, as, way } = each[index]!;
    const counts = state === 'queued' && heldBy === undefined && parts > 0 && { parts };
    return { occurrence, id, to, as, dueAt, ...(way !== undefined && { way }), ...counts };
  });
