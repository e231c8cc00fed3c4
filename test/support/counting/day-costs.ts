import type { NotificationId, EventId } from '../../../shared/domain/values/ids.ts';

/** Where calls are made, in the order an event meets them. `poll` is the queue's mapping, not a function of ours. */
export const stages = ['accept', 'decide', 'ring', 'poll', 'claim', 'send', 'record', 'receipt'] as const;
export type Stage = (typeof stages)[number];

/**
 * What an event came to: an SMS that went out; one that was owed, but overtaken by newer word before it left; nothing.
 * A `duplicate` is an event that was sent again.
 */
export const kinds = ['told', 'overtaken', 'silent', 'duplicate'] as const;
export type Kind = (typeof kinds)[number];

/** Who makes a cost necessary: an event, the event that a notification tells of, or a whole kind of events. */
export type Owner = EventId | NotificationId | Kind;

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
  /** Calls of one round of the clock, on average, which goes round whether anything happened or not. */
  clockRound: number;
};

/**
 * Keeps account of who made each cost necessary. What several share is divided among them in equal parts: one
 * transaction for forty events is a fortieth of a call for each. What an event came to may become known later.
 */
export const openAccount = () => {
  const charges: { stage: Stage; owners: readonly Owner[]; cost: Partial<Cost> }[] = [];
  const known = new Map<Owner, Kind>(kinds.map((kind) => [kind, kind]));
  const events: Record<Kind, number> = { told: 0, overtaken: 0, silent: 0, duplicate: 0 };

  const close = (clockRound: number): DayCosts => {
    const sums = new Map<string, Cost>();
    for (const { stage, owners, cost } of charges)
      for (const owner of owners) {
        const kind = known.get(owner);
        if (kind === undefined) throw new Error(`nobody said what became of ${owner}`);
        const name = `${kind} ${stage}`;
        sums.set(name, add(sums.get(name) ?? nothing, cost, 1 / owners.length));
      }
    return {
      events,
      clockRound,
      perEvent: (kind, ...where) =>
        where
          .map((stage) => sums.get(`${kind} ${stage}`) ?? nothing)
          .reduce((sum, cost) => add(sum, cost, 1 / Math.max(1, events[kind])), nothing),
    };
  };

  return {
    charge: (stage: Stage, owners: readonly Owner[], cost: Partial<Cost>) => {
      charges.push({ stage, owners, cost });
      if (cost.calls === 1 && owners[0] === 'duplicate') events.duplicate += 1;
    },
    /** Says what an event came to, and the notification it led to, where it did. */
    settle: (event: EventId, kind: Kind, notification?: NotificationId) => {
      events[kind] += 1;
      known.set(event, kind);
      if (notification !== undefined) known.set(notification, kind);
    },
    close,
  };
};
export type Account = ReturnType<typeof openAccount>;
