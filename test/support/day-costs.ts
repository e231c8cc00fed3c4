import type { EventId } from '../../shared/domain/status-event.ts';

/** Where calls are made, in the order an event meets them. `poll` is the queue's mapping, not a function of ours. */
export const stages = ['accept', 'decide', 'ring', 'poll', 'claim', 'send', 'record', 'receipt'] as const;
export type Stage = (typeof stages)[number];

/** What an event came to. A `duplicate` is an event that was sent again. */
export const kinds = ['told', 'silent', 'duplicate'] as const;
export type Kind = (typeof kinds)[number];

/**
 * Calls; capacity units as DynamoDB Local counts them, which is right for all but transactions; and write units by
 * AWS's rules, in the table and in its indexes.
 */
export type Cost = { calls: number; reads: number; writes: number; table: number; index: number };
const nothing: Cost = { calls: 0, reads: 0, writes: 0, table: 0, index: 0 };

const add = (one: Cost, other: Partial<Cost>, share: number): Cost => ({
  calls: one.calls + (other.calls ?? 0) * share,
  reads: one.reads + (other.reads ?? 0) * share,
  writes: one.writes + (other.writes ?? 0) * share,
  table: one.table + (other.table ?? 0) * share,
  index: one.index + (other.index ?? 0) * share,
});

export type DayCosts = {
  /** How many events of each kind there were. */
  events: Record<Kind, number>;
  /** What an event of this kind cost on average, in these stages. */
  perEvent: (kind: Kind, ...where: readonly Stage[]) => Cost;
  /** What everything together cost. */
  total: () => Cost;
};

/**
 * Keeps account of who made each cost necessary. What several events share is divided among them in equal parts: one
 * transaction for forty events is a fortieth of a call for each. What an event came to may become known later.
 */
export const accounts = () => {
  const charges: { stage: Stage; owners: readonly (EventId | Kind)[]; cost: Partial<Cost> }[] = [];
  const known = new Map<EventId, Kind>();

  const close = (duplicates: number): DayCosts => {
    const kindOf = (owner: EventId | Kind): Kind =>
      kinds.find((kind) => kind === owner) ?? known.get(owner as EventId)!;
    const sums = new Map<string, Cost>();
    for (const { stage, owners, cost } of charges)
      for (const owner of owners) {
        const name = `${kindOf(owner)} ${stage}`;
        sums.set(name, add(sums.get(name) ?? nothing, cost, 1 / owners.length));
      }
    const count = (kind: Kind) => [...known.values()].filter((one) => one === kind).length;
    const events = { told: count('told'), silent: count('silent'), duplicate: duplicates };
    return {
      events,
      perEvent: (kind, ...where) =>
        where
          .map((stage) => sums.get(`${kind} ${stage}`) ?? nothing)
          .reduce((sum, cost) => add(sum, cost, 1 / Math.max(1, events[kind])), nothing),
      total: () => charges.reduce((sum, { cost }) => add(sum, cost, 1), nothing),
    };
  };

  return {
    charge: (stage: Stage, owners: readonly (EventId | Kind)[], cost: Partial<Cost>) =>
      void charges.push({ stage, owners, cost }),
    /** Says what an event came to. */
    settle: (event: EventId, kind: Kind) => void known.set(event, kind),
    close,
  };
};
