/** What was told, once more facts are known: what no longer holds, and what turns out to have been right. */
import { type Dossier, fact, type Told } from '../../dossier/dossier.ts';
import { standingTellings } from '../../dossier/tellings.ts';
import type { AcceptedEvent } from '../../dossier/event/status-event.ts';
import { Status } from '../../dossier/statuses.ts';
import { occurrenceOf, type Round, roundOf, roundsOf } from '../../dossier/rounds.ts';
import type { Instant } from '../../values/instant.ts';
import type { EventId, NotificationId } from '../../values/ids.ts';
import { isCitizens } from '../../office/contact-channel.ts';
import { newlySuperseded } from '../latest-news.ts';
import { askedOf } from '../told-again.ts';

/** Whether a telling has surely not left yet. */
export type Waits = (telling: Told) => boolean;

/** By what the store says where it was asked; else nothing leaves before it is due. */
export const waitsBy =
  (queued: ReadonlySet<NotificationId> | undefined, now: Instant): Waits =>
  ({ id, dueAt }) =>
    queued === undefined ? dueAt > now : queued.has(id);

export type Settled = {
  dossier: Dossier;
  /** No longer worth sending, where it still waits. */
  overtaken: NotificationId[];
  /** What went, or was to go, to a phone that is not the citizen's. */
  astray: Told[];
  /** What told of a round that never was. */
  untrue: Told[];
};

/**
 * A telling that is named after the very report that is taken back, of a round that others tell of too: it is theirs now,
 * so that it is not told again, and is taken back with the last of them.
 */
const stillNamed = (one: Told, past: readonly Round[], voids: EventId | undefined): Told => {
  const round = voids === undefined ? undefined : roundOf(past, one.occurrence);
  const other =
    round?.eventId === voids ? round?.reports.find(({ eventId }) => eventId !== voids) : undefined;
  if (other === undefined) return one;
  const named = occurrenceOf(round!);
  const rest = one.occurrence.startsWith(named) ? one.occurrence.slice(named.length) : '';
  return { ...one, occurrence: `${occurrenceOf(other)}${rest}` };
};

/**
 * Marks what newer word supersedes, what is addressed to another phone than the citizen's, and what told of a round that
 * was taken back. What left for a phone that turns out to be the citizen's after all, and still says the same, was
 * heard: it stands again.
 */
export const settleTold = (
  before: Dossier | undefined,
  absorbed: Dossier,
  now: Instant,
  { waits, voids }: { waits: Waits; voids: EventId | undefined },
): Settled => {
  const past = roundsOf(before?.steps ?? []);
  const after = { ...absorbed, told: absorbed.told.map((one) => stillNamed(one, past, voids)) };
  const superseded = newlySuperseded(before, after, now);
  const standing = standingTellings(after);
  const rounds = roundsOf(after.steps);
  const untrue = standing.filter(({ occurrence }) =>
    roundOf(past, occurrence)?.reports.every(({ eventId }) => eventId === voids),
  );
  const astray = standing.filter((one) => !untrue.includes(one) && !isCitizens(after, one.to));
  const saysTheSame = ({ occurrence, as }: Told): boolean => {
    const round = roundOf(rounds, occurrence);
    return round !== undefined && askedOf(after, round.status) === as;
  };
  const told = after.told.map((one): Told => {
    const { replaced, ...rest } = one;
    if (replaced === 'phone' && isCitizens(after, one.to) && saysTheSame(one)) return rest;
    if (astray.includes(one)) return { ...rest, replaced: waits(one) ? 'facts' : 'phone' };
    const unsaid = superseded.includes(one.id) && waits(one);
    return unsaid || untrue.includes(one) ? { ...rest, replaced: replaced ?? 'facts' } : one;
  });
  return {
    dossier: { ...after, told },
    overtaken: [...new Set([...superseded, ...[...astray, ...untrue].map(({ id }) => id)])],
    astray,
    untrue,
  };
};

/** Of which tellings it has to be known whether they have left, before these events are decided: mostly none. */
export const tellingsInQuestion = (
  before: Dossier,
  after: Dossier,
  events: readonly AcceptedEvent[],
): NotificationId[] => {
  const standing = standingTellings(before);
  const statusOf = ({ occurrence }: Told) => Status.safeParse(occurrence.split('@')[0]).data;
  const isTouched = (one: Told): boolean => {
    const status = statusOf(one);
    return (
      !isCitizens(after, one.to) ||
      (status !== undefined && askedOf(before, status) !== askedOf(after, status)) ||
      String(fact(before, 'applicant')?.channels) !== String(fact(after, 'applicant')?.channels)
    );
  };
  const isTakenBack = events.some(({ act }) => act?.what === 'void' || act?.what === 'move');
  return isTakenBack || standing.some(isTouched) ? standing.map(({ id }) => id) : [];
};
