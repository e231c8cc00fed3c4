/** Which step somebody at a counter may write down next: what the table of statuses says, read as an order of work. */
import { type Status, Status as All, statuses } from '../statuses.ts';

const atTheDoor: readonly Status[] = ['registered', 'received', 'not-accepted'];

/** What a filing still needs before it is received: whoever filed online is asked for papers or money first. */
const beforeReception: readonly Status[] = [
  'received',
  'not-accepted',
  'supplement-requested',
  'payment-requested',
  'withdrawn',
];

/** A second apology follows the first; anything else that comes again without a step between is the same step. */
const mayComeAgain = (status: Status): boolean => statuses[status].overtakes.includes(status);

/**
 * The statuses that may follow this one, in the portal's order; without one, those with which a dossier begins. What is over
 * can only be handed back, and what was written down by mistake is taken back, not stepped over.
 */
export const stepsAfter = (last: Status | undefined): Status[] =>
  All.options
    .filter((next) => follows(next, last))
    .toSorted((one, other) => statuses[one].place.rank - statuses[other].place.rank);

const follows = (next: Status, last: Status | undefined): boolean => {
  if (last === undefined) return atTheDoor.includes(next);
  if (next === last && !mayComeAgain(next)) return false;
  if (last === 'returned') return false;
  if (statuses[last].ends !== false) return next === 'returned';
  if (last === 'registered') return beforeReception.includes(next);
  return !atTheDoor.includes(next) && next !== 'returned';
};

/** What a step is asked for at the counter. */
export type StepField =
  | 'reason'
  | 'until'
  | 'dueAt'
  | 'newDueAt'
  | 'fee'
  | 'returnMethod'
  | 'lateBecause'
  | 'onTheSpot'
  | 'deliveryAddress';

/**
 * What a status needs and what it may have, asked in this order. An apology says why and until when: Mẫu 04, TT
 * 03/2025/TT-VPCP. A reception without a due date is one that the rules fix none for.
 */
export const stepAsks = (status: Status): { needs: StepField[]; may: StepField[] } => {
  const { needsReason, promises, asksUntil } = statuses[status];
  const apologises = promises === 'newDueAt';
  const way = ['returnMethod', 'deliveryAddress'] as const;
  return {
    needs: [
      ...(apologises ? (['newDueAt'] as const) : []),
      ...(needsReason || apologises ? (['reason'] as const) : []),
      ...(status === 'payment-requested' ? (['fee'] as const) : []),
    ],
    may: [
      ...(asksUntil ? (['until'] as const) : []),
      ...(promises === 'dueAt' ? (['dueAt'] as const) : []),
      ...(status === 'received' || status === 'registered' || status === 'completed' ? way : []),
      ...(apologises ? (['lateBecause'] as const) : []),
      ...(statuses[status].ends === 'with-result' ? (['onTheSpot'] as const) : []),
    ],
  };
};
