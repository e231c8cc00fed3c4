import { workOfProposals } from '../../domain/api/work-of-proposals.ts';
import { inOrderOfUrgency, type Kept, type WorkItem, workOf } from '../../domain/api/worklist.ts';
import { ofLetters, type Worklist, worklists } from '../../domain/api/work-by-state.ts';
import type { WorklistPage } from '../../domain/api/worklist-page.ts';
import type { Letters } from '../../domain/letter/letters.ts';
import { LetterState } from '../../domain/letter/moves.ts';
import type { DeskList } from '../../domain/notification/acts.ts';
import type { OpenCircuit } from '../../domain/notification/pace/circuit.ts';
import type { NotificationWorklist } from '../../domain/notification/desk.ts';
import { type JobState, jobStates } from '../../domain/post/job/dispatch-moves.ts';
import type { JobLists } from '../../domain/post/job/job-lists.ts';
import type { Proposals } from '../../domain/people/proposal.ts';
import type { Clock } from '../../domain/values/instant.ts';
import type { Ward } from '../../domain/values/ward.ts';
import { dossiersLeft, type LeftPorts, nothing } from './dossiers-left.ts';

type Ports = LeftPorts & {
  desk: Pick<NotificationWorklist, 'list'>;
  letters: Pick<Letters, 'find' | 'list'>;
  lists: Pick<JobLists, 'ofWard'>;
  proposals: Pick<Proposals, 'open' | 'of'>;
  clock: Clock;
  openCircuits: () => Promise<OpenCircuit[]>;
};
type Part = { kept: Partial<Kept>; items?: readonly WorkItem[]; cursor?: string | undefined };
type Source = (ports: Ports, ward: Ward, cursor: string | undefined) => Promise<Part>;

/** How many things one page looks at, and in how many places, so that its answer takes no longer than a caller waits. */
const lookedAt = 50;
const readsAtOnce = 40;

const onDesk =
  (list: DeskList): Source =>
  async ({ desk, clock }, ward, cursor) => {
    const { items, cursor: next } = await desk.list(ward, list, { now: clock(), cursor });
    return { kept: { notifications: items }, cursor: next };
  };

const lettersIn =
  (state: LetterState): Source =>
  async ({ letters }, ward, before) => {
    const { letters: found, cursor } = await letters.list(ward, { state, before, limit: lookedAt });
    return { kept: { letters: found }, cursor };
  };

/** What is over needs nobody, and what is on offer waits for a partner. */
const over: readonly JobState[] = ['ready', 'leased', 'delivered', 'closed', 'redispatched', 'cancelled'];
const journeys: Source = async ({ lists }, ward, cursor) => {
  const states = jobStates.filter((state) => !over.includes(state));
  const page = await lists.ofWard(ward, states, cursor);
  return { kept: { jobs: page.items }, cursor: page.cursor };
};

/** What waits for a second person, however old, and what was decided last. */
const changes: Source = async ({ proposals, clock }, ward) => {
  const [open, { proposals: newest }] = await Promise.all([
    proposals.open(ward),
    proposals.of(ward, undefined),
  ]);
  const decided = newest.filter(({ state }) => state !== 'proposed');
  return { kept: {}, items: workOfProposals([...open, ...decided], clock()) };
};

const lettersLeft = LetterState.options
  .filter((state) => ofLetters[state] !== undefined)
  .map((state) => lettersIn(state));

/**
 * Where the things of each list are found. Rejected rows are answered to whoever sent them, and kept nowhere; cash in
 * dispute stands in the day's money; texts that wait for a carrier go by themselves once it is mended, so the carriers
 * are named instead.
 */
const sources: Record<Worklist, readonly Source[]> = {
  'call-list': [onDesk('call-list')],
  wishes: [onDesk('call-list')],
  unknown: [onDesk('unknown')],
  failed: [onDesk('failed')],
  undelivered: [onDesk('undelivered')],
  'told-wrongly': [dossiersLeft],
  unconfirmed: [onDesk('unconfirmed')],
  'held-back': [onDesk('held-back')],
  carriers: [],
  unreachable: [dossiersLeft],
  'not-sayable': [dossiersLeft],
  undecided: [dossiersLeft],
  'dossier-code': [dossiersLeft],
  letters: [...lettersLeft, dossiersLeft],
  'persons-missing': [dossiersLeft],
  journeys: [journeys],
  cash: [],
  changes: [changes],
  rows: [],
  warnings: [dossiersLeft],
};

type Place = { list: Worklist; source: number; after?: string | undefined };

const placeIn = (cursor: string | undefined): Place | undefined => {
  const [list, source, ...after] = cursor?.split(' ') ?? [];
  const known = worklists.find((one) => one === list);
  return (
    known && { list: known, source: Number(source) || 0, ...(after.length > 0 && { after: after.join(' ') }) }
  );
};

/**
 * One page of what a person of this office has to look at: the lists in the order of their urgency, or one of them, made by
 * the same rules as a rehearsal's. A page ends when it has looked at enough, so that it may be short; without a cursor
 * that was all.
 */
export const readWorklist =
  (ports: Ports) =>
  async (
    ward: Ward,
    asked: { list?: Worklist | undefined; cursor?: string | undefined },
  ): Promise<WorklistPage> => {
    const wanted = worklists.filter((list) => asked.list === undefined || list === asked.list);
    const begin = placeIn(asked.cursor);
    let at: Place | undefined = begin ?? { list: wanted[0]!, source: 0 };
    const items: WorklistPage['items'] = [];
    for (let reads = 0; at !== undefined && items.length < lookedAt && reads < readsAtOnce; reads += 1) {
      const { list, source, after }: Place = at;
      const found: Part | undefined = await sources[list][source]?.(ports, ward, after);
      const all =
        found === undefined ? [] : [...workOf({ ...nothing, ...found.kept }), ...(found.items ?? [])];
      items.push(...all.filter((item) => item.list === list));
      if (found?.cursor !== undefined) at = { list, source, after: found.cursor };
      else if (source + 1 < sources[list].length) at = { list, source: source + 1 };
      else {
        const next: Worklist | undefined = wanted[wanted.indexOf(list) + 1];
        at = next && { list: next, source: 0 };
      }
    }
    const cursor = at && [at.list, at.source, ...(at.after === undefined ? [] : [at.after])].join(' ');
    const carriers = begin === undefined ? await ports.openCircuits() : [];
    return {
      items: inOrderOfUrgency(items),
      ...(cursor !== undefined && { cursor }),
      ...(carriers.length > 0 && { carriers }),
    };
  };
