/**
 * When a status that was told is told again. A second report of it adds facts; the citizen hears of it only when what
 * they have to do changed, never for its time alone. What still waits is simply told as it now stands.
 */
import { type Dossier, fact, type Told } from '../dossier/dossier.ts';
import type { Instant } from '../values/instant.ts';
import type { Notification } from '../notification/notification.ts';
import { notifiedAs } from '../office/contact-channel.ts';
import { readPhone } from '../phone/read-phone.ts';
import { occurrenceOf, type Round, roundOf, roundsOf } from '../dossier/rounds.ts';
import { shortMark } from '../values/writing/short-mark.ts';
import type { StatusEvent } from '../dossier/event/status-event.ts';
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

const phoneOf = (dossier: Dossier): string => {
  const written = notifiedAs(dossier);
  const read = readPhone(written);
  return read.ok ? read.e164 : written;
};

/** By which way the result was said to come; what was told before we kept that, by what was wanted then. */
const wayTold = (before: Dossier, standing: readonly Told[]): ResultWay =>
  standing.at(-1)?.way ?? fact(before, 'returnMethod') ?? 'counter';

const isOther = (before: Dossier, after: Dossier, status: Status, mayBeNew: boolean): boolean => {
  const asked = askedBy[status] ?? (() => ({}));
  const [was, is]: Asked[] = [asked(before), asked(after)];
  const changed = Object.keys(is!).some(
    (name) => was![name] !== is![name] && (mayBeNew || (was![name] !== undefined && is![name] !== undefined)),
  );
  const [first, second] = [phoneOf(before), phoneOf(after)];
  const language = (dossier: Dossier) => fact(dossier, 'applicant')?.language ?? 'vi';
  return changed || (first !== '' && first !== second) || (mayBeNew && language(before) !== language(after));
};

/**
 * The tellings of this round that the event makes out of date. One that cannot have left (it is not due yet) follows
 * every fact it speaks of; one that may have left is corrected only by another report of the same round, and only for
 * a value that replaces another: a sum that was not known before makes the first message no less true. `way` is how a
 * result reaches the citizen as things are arranged now, where that is still to be said.
 */
export const outOfDate = (
  before: Dossier | undefined,
  after: Dossier,
  round: Round,
  event: Pick<StatusEvent, 'status' | 'occurredAt'>,
  tellings: readonly Told[],
  now: Instant,
  way: ResultWay | undefined,
): Told[] => {
  if (before === undefined) return [];
  const standing = tellings.filter(({ replaced }) => replaced !== true);
  const waits = standing.every(({ dueAt }) => dueAt > now);
  const reported = roundOf(roundsOf(after.steps), occurrenceOf(event));
  const sameRound = reported?.eventId === round.eventId;
  const otherWay =
    round.status === 'completed' &&
    way !== undefined &&
    standing.length > 0 &&
    wayTold(before, standing) !== way;
  return (waits || sameRound) && (otherWay || isOther(before, after, round.status, waits)) ? standing : [];
};

/** What a telling is named after: the round's first report; told anew, its newest one, and what made it new. */
export const nameOf = (
  { told }: Dossier,
  event: Pick<StatusEvent, 'eventId'>,
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
  occurrence: string,
  way: ResultWay | undefined,
): Told[] =>
  notifications.map(({ id, dueAt, state, parts, heldBy }) => ({
    occurrence,
    id,
    dueAt,
    ...(way !== undefined && { way }),
    ...(state === 'queued' && heldBy === undefined && parts > 0 && { parts }),
  }));
