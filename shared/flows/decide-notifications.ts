import { decide } from '../domain/decide.ts';
import type { Decision } from '../domain/decision.ts';
import type { Dossier } from '../domain/dossier.ts';
import type { NotificationId } from '../domain/notification.ts';
import type { Clock, DossierDecision, Doorbell, Dossiers, SettingsStore } from '../domain/ports.ts';
import { type AcceptedEvent, orderOf } from '../domain/status-event.ts';
import type { Ward } from '../domain/ward.ts';

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
  (ports: { dossiers: Dossiers; settings: SettingsStore; doorbell: Doorbell; clock: Clock }) =>
  async (events: readonly AcceptedEvent[]): Promise<{ rows: DecidedRow[]; doorbell: 'rung' | 'lost' }> => {
    const rows: DecidedRow[] = [];
    let open = Map.groupBy(events, dossierOf);
    for (let round = 0; round < rounds && open.size > 0; round += 1)
      open = await decideOnce(ports, open, rows);
    for (const event of [...open.values()].flat()) rows.push({ event, failed: 'the dossier kept changing' });

    const owed = rows.flatMap((row) => ('decision' in row ? row.decision.notifications : []));
    const now = ports.clock();
    const due = owed.filter(({ state, dueAt }) => state === 'queued' && dueAt <= now);
    return { rows, doorbell: await ring(ports.doorbell, due) };
  };

const ring = async (doorbell: Doorbell, due: readonly { id: NotificationId; ward: Ward }[]) =>
  due.length === 0
    ? 'rung'
    : doorbell.ring(due).then(
        () => 'rung' as const,
        () => 'lost' as const,
      );

/** One round over the dossiers still open; answers those that somebody else changed meanwhile. */
const decideOnce = async (
  { dossiers, settings, clock }: { dossiers: Dossiers; settings: SettingsStore; clock: Clock },
  open: Map<string, AcceptedEvent[]>,
  rows: DecidedRow[],
): Promise<Map<string, AcceptedEvent[]>> => {
  const groups = [...open.values()];
  const known = await dossiers.find(
    groups.map(([first]) => ({ ward: first!.ward, code: first!.dossierCode })),
  );
  const before = new Map(known.map((found) => [`${found.dossier.ward} ${found.dossier.code}`, found]));
  const now = clock();

  const work: { key: string; done: DecidedRow[]; write: DossierDecision }[] = [];
  for (const [key, events] of open) {
    let dossier: Dossier | undefined = before.get(key)?.dossier;
    const done: { event: AcceptedEvent; decision: Decision }[] = [];
    for (const event of events.toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))) {
      try {
        const decision = decide(event, dossier, await settings.of(event.ward), now);
        dossier = decision.dossier;
        done.push({ event, decision });
      } catch (error) {
        rows.push({ event, failed: wordsOf(error) });
      }
    }
    if (done.length > 0) {
      const decisions = done.map(({ decision }) => decision);
      work.push({ key, done, write: { before: before.get(key)?.version ?? 0, decisions, decidedAt: now } });
    }
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
