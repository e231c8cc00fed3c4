import type { Dossiers } from '../../domain/decision/dossiers.ts';
import { stepsAfter } from '../../domain/dossier/by-hand/next-status.ts';
import { whenItWas } from '../../domain/dossier/by-hand/when-it-was.ts';
import { type Dossier, standingOf } from '../../domain/dossier/dossier.ts';
import type { DossierCode } from '../../domain/dossier/dossier-code.ts';
import { judge } from '../../domain/dossier/event/judge-event.ts';
import type { AcceptedEvent } from '../../domain/dossier/event/status-event.ts';
import type { StatusEvents } from '../../domain/dossier/event/status-events.ts';
import { occurrenceOf } from '../../domain/dossier/rounds.ts';
import type { Status } from '../../domain/dossier/statuses.ts';
import type { EventId } from '../../domain/values/ids.ts';
import type { Clock, Instant } from '../../domain/values/instant.ts';
import type { Ward } from '../../domain/values/ward.ts';
import type { acceptStatus } from './accept-status.ts';

/** A step as somebody typed it: what the API would be sent, but for its id and its instant, which are made here. */
export type HandEntry = Readonly<Record<string, unknown>> & { dossierCode: DossierCode; status: Status };

/** What somebody saw when they typed it: `nothing`, or the step on which the dossier stood (`occurrenceOf`). */
export type Seen = string;

export type Entered =
  | { is: 'done'; outcome: 'accepted' | 'duplicate' }
  /** A new dossier whose code the office has already. */
  | { is: 'exists' }
  | { is: 'not-found' }
  | { is: 'dossier-moved' }
  /** Another step came between, or this one may not follow. */
  | { is: 'conflict' }
  | { is: 'event-id-reused' }
  | { is: 'try-again' }
  /** What of it cannot stand, as JSON pointers; somebody is there to put it right, so nothing is left out. */
  | { is: 'validation-failed'; pointers: string[] };

type Ports = {
  dossiers: Pick<Dossiers, 'find'>;
  events: Pick<StatusEvents, 'find'>;
  accept: ReturnType<typeof acceptStatus>;
  /** Decides as the stream would, so that the dossier stands when this answers; whatever it leaves the stream finds. */
  decide: (events: readonly AcceptedEvent[]) => Promise<unknown>;
  clock: Clock;
};

const pointerOf = (field: string): string => `/${field.replaceAll('.', '/')}`;

/** Why nothing may be written down on what was seen; undefined where it may. */
const standsElsewhere = (dossier: Dossier | undefined, seen: Seen, next: Status): Entered | undefined => {
  const standing = dossier && standingOf(dossier);
  if (seen === 'nothing')
    return standing !== undefined
      ? { is: 'exists' }
      : stepsAfter(undefined).includes(next)
        ? undefined
        : { is: 'conflict' };
  if (dossier === undefined) return { is: 'not-found' };
  if (dossier.movedTo !== undefined) return { is: 'dossier-moved' };
  const isSeen = standing !== undefined && occurrenceOf(standing) === seen;
  return isSeen && stepsAfter(standing.status).includes(next) ? undefined : { is: 'conflict' };
};

/**
 * Takes in what somebody at a counter writes down: through the same acceptance as the API, once for each `key`. It is
 * durable when this answers `done`, and decided at once where that is possible. Its instant is the typed one or now, and never before
 * the step that it follows; a row of which the API would leave something out with a warning is given back instead.
 */
export const enterByHand =
  (ports: Ports) =>
  async (
    ward: Ward,
    entry: HandEntry,
    { key, at, seen }: { key: string; at: Instant | undefined; seen: Seen },
  ): Promise<Entered> => {
    const code = entry.dossierCode;
    const eventId = `tay:${key}` as EventId;
    const [before] = await ports.events.find(ward, [eventId]);
    if (before !== undefined)
      return before.dossierCode === code && before.status === entry.status
        ? { is: 'done', outcome: 'duplicate' }
        : { is: 'event-id-reused' };
    const [found] = await ports.dossiers.find([{ ward, code }]);
    const elsewhere = standsElsewhere(found?.dossier, seen, entry.status);
    if (elsewhere !== undefined) return elsewhere;
    const now = ports.clock();
    const since = found && standingOf(found.dossier)?.reports.at(-1)?.occurredAt;
    const occurredAt = whenItWas(at, { now, since });
    if (occurredAt === undefined) return { is: 'validation-failed', pointers: ['/occurredAt'] };
    const row = { ...entry, eventId, occurredAt };
    const judged = judge(row, now);
    if (!judged.ok) return { is: 'validation-failed', pointers: judged.errors.map(({ pointer }) => pointer) };
    const { warnings } = judged.event;
    if (warnings !== undefined)
      return { is: 'validation-failed', pointers: warnings.map(({ field }) => pointerOf(field)) };
    const [result] = await ports.accept(ward, [row], 'vi');
    if (result?.outcome === 'rejected')
      return { is: result.problem?.type === 'event-id-reused' ? 'event-id-reused' : 'try-again' };
    await decideNow(ports, ward, eventId);
    return { is: 'done', outcome: result?.outcome ?? 'accepted' };
  };

const decideNow = async ({ events, decide }: Ports, ward: Ward, eventId: EventId): Promise<void> => {
  try {
    const taken = await events.find(ward, [eventId]);
    await decide(taken.filter(({ outcome }) => outcome === undefined));
  } catch {
    // It is durable; the stream decides it.
  }
};
