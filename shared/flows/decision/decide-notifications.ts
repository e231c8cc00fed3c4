import { bornAsTheyEnd, type Decision, supersededAtOnce } from '../../domain/decision/decision.ts';
import type { AcceptedEvent } from '../../domain/dossier/event/status-event.ts';
import type { Ward } from '../../domain/values/ward.ts';
import { needsPaper } from '../../domain/letter/sweep.ts';
import { handedOver } from '../../domain/decision/put-right/move-away.ts';
import { addLetters } from './add-letters.ts';
import type { DecidePorts, Groups } from './decide-ports.ts';
import { cancelOvertaken, overtakenIn } from './cancel-overtaken.ts';
import { decideInOrder, type DecidedInOrder } from './decide-in-order.ts';
import { loadContext } from './load-context.ts';
import { giveBack, reserve } from './reserve.ts';
import type { NotificationId } from '../../domain/values/ids.ts';
import type { Doorbell } from '../../domain/notification/doorbell-message.ts';

/** What became of one event: decided and durable, or to be tried again for this reason. */
export type DecidedRow = { event: AcceptedEvent } & ({ decision: Decision } | { failed: string });

/** How often a dossier that somebody else is deciding on at the same time is read again. */
const conflictsBorne = 5;

/**
 * Decides a batch of events, dossier by dossier: one transaction each for the dossier, what the citizen is owed
 * and the events' decided marks. An event that cannot be decided fails alone. The doorbell rings after the write;
 * when it cannot, the sweep finds what is due.
 */
export const decideNotifications =
  (ports: DecidePorts) =>
  async (events: readonly AcceptedEvent[]): Promise<{ rows: DecidedRow[]; doorbell: 'rung' | 'lost' }> => {
    const rows: DecidedRow[] = [];
    let open: Groups = Map.groupBy(events, ({ ward, dossierCode }) => `${ward} ${dossierCode}`);
    for (let conflicts = 0; conflicts < conflictsBorne && open.size > 0;) {
      const round = await decideOnce(ports, open);
      rows.push(...round.rows);
      open = new Map([...round.conflicts, ...round.later]);
      // A round that decided something is progress: families of one name in one batch take turns.
      if (round.conflicts.size > 0 && round.rows.length === 0) conflicts += 1;
    }
    for (const event of [...open.values()].flat()) rows.push({ event, failed: 'the dossier kept changing' });

    const decisions = rows.flatMap((row) => ('decision' in row ? [row.decision] : []));
    const overtaken = overtakenIn(decisions);
    const now = ports.clock();
    const due = decisions
      .flatMap(({ notifications }) => notifications)
      .filter(
        ({ id, channel, state, dueAt }) =>
          state === 'queued' && channel !== 'call-list' && dueAt <= now && !overtaken.has(id),
      );
    const drafts = rows.flatMap((row) => ('decision' in row ? toBePrinted(row.decision) : []));
    const rung = await Promise.all([
      ring(ports.doorbell, due),
      ports.familyLetters ? ring<string>(ports.familyLetters.doorbell, drafts) : 'rung',
    ]);
    return { rows, doorbell: rung.includes('lost') ? 'lost' : 'rung' };
  };

/** Letters that have to be put on paper, or on paper anew. */
const toBePrinted = ({ letters }: Decision) => [
  ...(letters?.drafts ?? []),
  ...(letters?.rewritten ?? []).map(({ letter }) => letter).filter(needsPaper),
];

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

/**
 * One round. Dossiers that share a bundle or a phone take turns, one a round, since each must know what the other
 * was told. What is overtaken in the very same round is born cancelled, and nobody rings for it.
 */
const decideOnce = async (
  ports: DecidePorts,
  open: Groups,
): Promise<{ rows: DecidedRow[]; conflicts: Groups; later: Groups }> => {
  const now = ports.clock();
  const { gathered, later } = await loadContext(ports, open);
  const { folded: told, failed } = decideInOrder(gathered, now);
  const { folded, failed: unlettered } = await addLetters(ports.familyLetters, told, now);

  const holding = await cancelOvertaken(ports.notifications, folded);
  const reserved = await reserve(ports.budgets, holding);
  const stepped = await stepJourneys(ports.post, reserved);
  await handOver(ports.events, stepped);
  const results = await ports.dossiers.commit(stepped.map(({ write }) => supersededAtOnce(write)));

  const lost = [
    ...folded.filter((one) => !stepped.some(({ key }) => key === one.key)),
    ...stepped.filter((_, index) => results[index] === 'conflict'),
  ];
  const unwritable = stepped.flatMap(({ events }, index) => {
    const result = results[index]!;
    return typeof result === 'string' ? [] : events.map((event) => ({ event, failed: result.failed }));
  });
  const committed = stepped.filter((_, index) => results[index] === 'committed');
  await giveBack(
    ports.budgets,
    reserved.filter(({ key }) => lost.some((one) => one.key === key)),
  );
  return {
    rows: [...failed, ...unlettered, ...unwritable, ...committed.flatMap(({ done }) => done)],
    conflicts: new Map(lost.map(({ key, events }) => [key, events])),
    later,
  };
};

/**
 * Gives the other office what this one hands over, before this one is done with it: whoever dies in between hands it over
 * again, which the other office takes as the same.
 */
const handOver = async (events: DecidePorts['events'], decided: readonly DecidedInOrder[]): Promise<void> => {
  for (const { done, jobs } of decided) {
    const { dossier } = done.at(-1)!.decision;
    for (const { event } of done) {
      const taken = handedOver(event, dossier, jobs);
      if (taken !== undefined) await events.accept(taken);
    }
  }
};

/**
 * The deed before its word: journeys that exist take the steps decided for them, and a dossier of which one did not comes
 * again. Whoever dies in between finds the step made, and says then what it means.
 */
const stepJourneys = async (
  post: DecidePorts['post'],
  decided: readonly DecidedInOrder[],
): Promise<DecidedInOrder[]> => {
  const made: DecidedInOrder[] = [];
  for (const one of decided) {
    const write = bornAsTheyEnd(one.write);
    const steps = write.decisions.flatMap(({ dossier, steps: own = [] }) =>
      own.map((each) => ({ ...each, ward: dossier.ward })),
    );
    let isMade = true;
    for (const { ward, jobId, step } of steps)
      isMade = isMade && (await post?.jobs.step({ ward }, jobId, step))?.is === 'moved';
    if (isMade) made.push({ ...one, write });
  }
  return made;
};
