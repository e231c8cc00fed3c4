/**
 * Our order at a carrier that does not pull. It is written down before the carrier is asked, so that at every line
 * where we may die there is something that says how far we came. `placing` is the doubt: a request is under way or its
 * answer was lost, and nobody orders again before the carrier was asked whether it has the order.
 */
import * as z from 'zod';
import type { Move } from '../../values/diagram.ts';
import { between, Instant, minutes, plus } from '../../values/instant.ts';
import type { DispatchJob } from '../job/dispatch-job.ts';
import { RejectReason } from '../job/lease.ts';

export const orderStates = [
  'noted', // we mean to order; the carrier surely has nothing
  'placing', // the carrier may have it
  'placed', // the carrier has it; our job does not know the number yet
  'standing', // our job has the number; from here scans tell the rest
  'refusing', // the carrier refused; our job does not know yet
  'refused',
  'withdrawing', // nobody wants it any more; the carrier has not been told for sure
  'withdrawn',
  'unwanted', // nobody wants it and the carrier will not let go: a person has to ring it up
] as const;
export type OrderState = (typeof orderStates)[number];

export const orderMoves = {
  asked: { from: ['noted'], to: 'placing' },
  'asked-again': { from: ['placing'], to: 'placing' }, // only where the carrier knows a repeated order by itself
  'not-taken': { from: ['placing'], to: 'noted' }, // surely not: busy, or looked for in vain
  taken: { from: ['placing', 'unwanted'], to: 'placed' },
  refused: { from: ['placing'], to: 'refusing' },
  'job-refused': { from: ['refusing'], to: 'refused' },
  'job-accepted': { from: ['placed'], to: 'standing' },
  'not-wanted': { from: ['placing', 'placed', 'standing'], to: 'withdrawing' },
  withdrawn: { from: ['noted', 'withdrawing'], to: 'withdrawn' },
  kept: { from: ['withdrawing'], to: 'standing' }, // the carrier would not cancel, and the job goes on
  'not-let-go': { from: ['withdrawing'], to: 'unwanted' },
  waits: { from: ['noted', 'placing', 'placed', 'refusing', 'withdrawing'], to: 'same' },
} as const satisfies Record<string, Move<OrderState>>;
export type OrderHappening = keyof typeof orderMoves;

/** Nothing more is expected of an order in these states. */
const atRest: readonly OrderState[] = ['standing', 'refused', 'withdrawn', 'unwanted'];
/** After these a new offer of the job is a new order under a name of its own: carriers remember names. */
export const orderIsOver = (state: OrderState): boolean => state === 'refused' || state === 'withdrawn';

export const CarrierOrder = z.strictObject({
  partner: z.string(),
  reference: z.string(),
  jobId: z.string(),
  state: z.enum(orderStates),
  revision: z.int().positive(),
  notedAt: Instant,
  changedAt: Instant,
  /** When somebody has to go on with it; absent when nothing is to be done. */
  dueAt: Instant.optional(),
  /** When the carrier was last asked to take it. */
  askedAt: Instant.optional(),
  trackingNumber: z.string().optional(),
  /** The carrier's own id of it, where that is not the number. */
  carrierId: z.string().optional(),
  /** How often in a row it could not go on. */
  tries: z.int().nonnegative(),
  because: RejectReason.optional(),
  /** The carrier's code and our words for it. */
  reason: z.string().optional(),
});
export type CarrierOrder = z.infer<typeof CarrierOrder>;

/** One move of an order, with what it writes. */
export type OrderStep = {
  happened: OrderHappening;
  at: Instant;
  set?: Partial<Pick<CarrierOrder, 'askedAt' | 'trackingNumber' | 'carrierId' | 'because' | 'reason'>>;
  /** When to go on; at once where nothing is said, and not at all in a state of rest. */
  dueAt?: Instant;
};

/** `BT`, sixteen hexadecimal digits of the job's fingerprint and, from the second order on, its count. */
export const referenceOf = (fingerprint: string, round: number): string =>
  `BT${fingerprint.slice(0, 16).toUpperCase()}${round === 1 ? '' : `-${round}`}`;

export const newOrder = (partner: string, jobId: string, reference: string, at: Instant): CarrierOrder => ({
  partner,
  reference,
  jobId,
  state: 'noted',
  revision: 1,
  notedAt: at,
  changedAt: at,
  dueAt: at,
  tries: 0,
});

/** The order after the step; nothing when the move is not open to it. */
export const takeOrderStep = (
  order: CarrierOrder,
  { happened, at, set = {}, dueAt }: OrderStep,
): CarrierOrder | undefined => {
  const { from, to } = orderMoves[happened];
  if (!(from as readonly OrderState[]).includes(order.state)) return undefined;
  const state = to === 'same' ? order.state : to;
  const { dueAt: _due, ...rest } = order;
  return {
    ...rest,
    ...set,
    state,
    revision: order.revision + 1,
    changedAt: at,
    tries: triesAfter(order.tries, happened, dueAt),
    ...(!atRest.includes(state) && { dueAt: dueAt ?? at }),
  };
};

/** Waiting counts, asking again does not, and any step forward begins anew. */
const triesAfter = (tries: number, happened: OrderHappening, dueAt: Instant | undefined): number => {
  if (happened === 'waits' || (happened === 'not-taken' && dueAt !== undefined)) return tries + 1;
  return happened === 'asked' || happened === 'asked-again' || happened === 'not-taken' ? tries : 0;
};

/** What has to be done next about an order. */
export type OrderAct = 'ask' | 'look-up' | 'accept' | 'stand' | 'tell-refusal' | 'cancel' | 'let-go' | 'rest';

/** The job behind an order as its partner sees it; undefined when it is the partner's no more. */
export const nextAct = (order: CarrierOrder, job: DispatchJob | undefined): OrderAct => {
  const wanted = job?.state === 'leased';
  switch (order.state) {
    case 'noted':
      return wanted ? 'ask' : 'let-go';
    case 'placing':
      return 'look-up';
    case 'placed':
      if (hasNumber(job, order)) return 'stand';
      return wanted ? 'accept' : 'let-go';
    case 'refusing':
      return 'tell-refusal';
    case 'withdrawing':
      return 'cancel';
    case 'standing':
    case 'refused':
    case 'withdrawn':
    case 'unwanted':
      return 'rest';
  }
};

const hasNumber = (job: DispatchJob | undefined, { trackingNumber }: CarrierOrder): boolean =>
  job?.acceptedAt !== undefined && job.trackingNumber === trackingNumber && job.state !== 'cancelled';

/** A request that was sent may still arrive for so long; only then does "not there" mean that it is not there. */
const mayStillArrive = minutes(2);

/** From when on the carrier's "not there" is to be believed. */
export const surelyArrivedBy = ({ askedAt, changedAt }: CarrierOrder): Instant =>
  plus(askedAt ?? changedAt, mayStillArrive);

/** When an order that could not go on is tried again: a minute, then longer and longer, an hour at most. */
export const triedAgainAt = (order: CarrierOrder, at: Instant, atLeast = 0): Instant =>
  plus(at, Math.max(atLeast, Math.min(minutes(2 ** Math.min(order.tries, 6)), minutes(60))));

/** An order that could not go on for so long needs a person; it is still tried. */
const longDoubt = minutes(60);
export const isStuck = ({ state, notedAt }: CarrierOrder, now: Instant): boolean =>
  state === 'unwanted' || (!atRest.includes(state) && between(notedAt, now) > longDoubt);

export interface CarrierOrders {
  /** Puts an order once for its partner and reference; a repeat gets the first one back as it is now. */
  open(order: CarrierOrder): Promise<CarrierOrder>;
  /** Read strongly. */
  find(partner: string, reference: string): Promise<CarrierOrder | undefined>;
  /** Makes the move if the order still has the revision it was read with; nothing when somebody was faster. */
  move(order: CarrierOrder, step: OrderStep): Promise<CarrierOrder | undefined>;
  /** Orders of all partners that somebody has to go on with, the longest waiting first. */
  due(now: Instant, limit: number): Promise<CarrierOrder[]>;
}
