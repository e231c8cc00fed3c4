import { decide } from '../domain/decide.ts';
import type { Decision } from '../domain/decision.ts';
import type { Dossier } from '../domain/dossier.ts';
import type { Instant } from '../domain/instant.ts';
import type { NotificationId } from '../domain/notification.ts';
import type { Clock, DossierDecision, Doorbell, Dossiers, SettingsStore } from '../domain/ports.ts';
import { type AcceptedEvent, orderOf } from '../domain/status-event.ts';
import type { Ward } from '../domain/ward.ts';
import type { DossierLetters } from './letters-of-dossiers.ts';

/** Decides what dossiers, as they are now, come to in letters, and rings for those that are drafted. */
type LettersHook = {
  decide: (dossiers: readonly Dossier[], now: Instant) => Promise<DossierLetters[]>;
  doorbell: Doorbell<string>;
};

/** What became of one event: decided and durable, or to be tried again for this reason. */
export type DecidedRow = { event: AcceptedEvent } & ({ decision: Decision } | { failed: string });

/** How often a dossier that somebody else is deciding on at the same time is read again. */
const rounds = 5;

const dossierOf = ({ ward, dossierCode }: AcceptedEvent) => `${ward} ${dossierCode}`;

const wordsOf = (error: unknown) =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error);

/**
 * Decides a batch of events, dossier by dossier: one transaction each for the dossier, what the citizen is owed
 * and the events' decided marks. An event that cannot be decided fails alone. The doorbell rings after the write;
 * when it cannot, the sweep finds what is due.
 */
export const decideNotifications =
  (ports: {
    dossiers: Dossiers;
    settings: SettingsStore;
    doorbell: Doorbell;
    clock: Clock;
    /** Without it nobody is written a letter. */
    familyLetters?: LettersHook;
  }) =>
  async (events: readonly AcceptedEvent[]): Promise<{ rows: DecidedRow[]; doorbell: 'rung' | 'lost' }> => {
    const rows: DecidedRow[] = [];
    let open = Map.groupBy(events, dossierOf);
    for (let round = 0; round < rounds && open.size > 0; round += 1)
      open = await decideOnce(ports, open, rows);
    for (const event of [...open.values()].flat()) rows.push({ event, failed: 'the dossier kept changing' });

    const owed = rows.flatMap((row) => ('decision' in row ? row.decision.notifications : []));
    const now = ports.clock();
    const due = owed.filter(({ state, dueAt }) => state === 'queued' && dueAt <= now);
    const drafts = rows.flatMap((row) => ('decision' in row ? (row.decision.letters?.drafts ?? []) : []));
    const rung = await Promise.all([
      ring(ports.doorbell, due),
      ports.familyLetters ? ring<string>(ports.familyLetters.doorbell, drafts) : 'rung',
    ]);
    return { rows, doorbell: rung.includes('lost') ? 'lost' : 'rung' };
  };

const ring = async <Id extends string = NotificationId>(
  doorbell: Doorbell<Id>,
  due: readonly { id: Id; ward: Ward }[],
) =>
  due.length === 0
    ? 'rung'
    : doorbell.ring(due).then(
        () => 'rung' as const,
        () => 'lost' as const,
      );

type Decided = { event: AcceptedEvent; decision: Decision };

/** The last decision of each dossier takes on what the dossier, as it then is, comes to in letters. */
const withLetters = async (
  hook: LettersHook | undefined,
  made: { key: string; done: Decided[] }[],
  now: Instant,
  rows: DecidedRow[],
): Promise<typeof made> => {
  if (hook === undefined) return made;
  const results = await hook.decide(
    made.map(({ done }) => done.at(-1)!.decision.dossier),
    now,
  );
  return made.flatMap(({ key, done }, index) => {
    const result = results[index]!;
    if ('failed' in result) {
      rows.push(...done.map(({ event }) => ({ event, failed: result.failed })));
      return [];
    }
    const { event, decision } = done.at(-1)!;
    return [{ key, done: [...done.slice(0, -1), { event, decision: { ...decision, ...result } }] }];
  });
};

/** One round over the dossiers still open; answers those that somebody else changed meanwhile. */
const decideOnce = async (
  {
    dossiers,
    settings,
    clock,
    familyLetters,
  }: { dossiers: Dossiers; settings: SettingsStore; clock: Clock; familyLetters?: LettersHook },
  open: Map<string, AcceptedEvent[]>,
  rows: DecidedRow[],
): Promise<Map<string, AcceptedEvent[]>> => {
  const groups = [...open.values()];
  const known = await dossiers.find(
    groups.map(([first]) => ({ ward: first!.ward, code: first!.dossierCode })),
  );
  const before = new Map(known.map((found) => [`${found.dossier.ward} ${found.dossier.code}`, found]));
  const now = clock();

  const made: { key: string; done: Decided[] }[] = [];
  for (const [key, events] of open) {
    let dossier: Dossier | undefined = before.get(key)?.dossier;
    const done: Decided[] = [];
    for (const event of events.toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))) {
      try {
        const decision = decide(event, dossier, await settings.of(event.ward), now);
        dossier = decision.dossier;
        done.push({ event, decision });
      } catch (error) {
        rows.push({ event, failed: wordsOf(error) });
      }
    }
    if (done.length > 0) made.push({ key, done });
  }

  const work: { key: string; done: Decided[]; write: DossierDecision }[] = [];
  for (const { key, done } of await withLetters(familyLetters, made, now, rows)) {
    const decisions = done.map(({ decision }) => decision);
    work.push({ key, done, write: { before: before.get(key)?.version ?? 0, decisions, decidedAt: now } });
  }

  const results = await dossiers.commit(work.map(({ write }) => write));
  const conflicts = new Map<string, AcceptedEvent[]>();
  work.forEach(({ key, done }, index) => {
    if (results[index] === 'committed') rows.push(...done);
    else
      conflicts.set(
        key,
        done.map(({ event }) => event),
      );
  });
  return conflicts;
};
