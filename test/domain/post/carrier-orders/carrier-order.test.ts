import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { diagramOf } from '../../../../shared/domain/values/diagram.ts';
import {
  type CarrierOrder,
  isStuck,
  newOrder,
  nextAct,
  type OrderHappening,
  orderMoves,
  type OrderState,
  orderStates,
  referenceOf,
  surelyArrivedBy,
  takeOrderStep,
  triedAgainAt,
} from '../../../../shared/domain/post/carrier-orders/carrier-order.ts';
import { between, minutes } from '../../../../shared/domain/values/instant.ts';
import { aJob, anAcceptedJob, at } from '../../../support/builders/post.ts';

const anOrder = (state: OrderState, given: Partial<CarrierOrder> = {}): CarrierOrder => ({
  ...newOrder('ghn', aJob().jobId, 'BT0000000000000001', at('09:30')),
  state,
  ...given,
});
const happenings = Object.keys(orderMoves) as OrderHappening[];

describe('the life of an order at a carrier', () => {
  it.each(happenings.flatMap((happened) => orderStates.map((state) => [happened, state] as const)))(
    '%s moves an order that is %s if the table says so, and otherwise nothing',
    (happened, state) => {
      const { from, to } = orderMoves[happened];
      const moved = takeOrderStep(anOrder(state), { happened, at: at('09:31') });
      const may = (from as readonly string[]).includes(state);
      expect(moved && [moved.state, moved.revision, moved.changedAt]).toEqual(
        may ? [to === 'same' ? state : to, 2, at('09:31')] : undefined,
      );
    },
  );

  it('leaves nobody to go on with what is at rest, and somebody with everything else', () => {
    const rest = happenings.flatMap((happened) =>
      orderMoves[happened].from.map((state) => takeOrderStep(anOrder(state), { happened, at: at('09:31') })),
    );
    for (const order of rest) {
      const isAtRest = ['standing', 'refused', 'withdrawn', 'unwanted'].includes(order!.state);
      expect([order!.state, order!.dueAt === undefined]).toEqual([order!.state, isAtRest]);
    }
  });

  it('asks again only out of a doubt, and never after the carrier has it', () => {
    const asking = (['asked', 'asked-again'] as const).flatMap((happened) => orderMoves[happened].from);
    expect(asking).toEqual(['noted', 'placing']);
  });

  it('is the picture in docs/postal-carriers.md', () => {
    const page = readFileSync(new URL('../../../../docs/postal-carriers.md', import.meta.url), 'utf8');
    expect(page).toContain(diagramOf(orderMoves).trim());
  });
});

describe('what has to be done next', () => {
  const leased = aJob({ state: 'leased' });
  const placed = { trackingNumber: 'RR123456785VN' };
  it.each([
    ['noted', leased, 'ask'],
    ['noted', undefined, 'let-go'],
    ['noted', aJob({ state: 'cancelled' }), 'let-go'],
    ['placing', leased, 'look-up'],
    ['placing', undefined, 'look-up'],
    ['placed', leased, 'accept'],
    ['placed', anAcceptedJob(), 'stand'],
    ['placed', anAcceptedJob({ state: 'cancel-requested' }), 'stand'],
    ['placed', anAcceptedJob({ state: 'cancelled' }), 'let-go'],
    ['placed', anAcceptedJob({ trackingNumber: 'RR000000014VN' }), 'let-go'],
    ['placed', aJob({ state: 'dead-letter' }), 'let-go'],
    ['refusing', leased, 'tell-refusal'],
    ['withdrawing', undefined, 'cancel'],
    ['standing', anAcceptedJob(), 'rest'],
    ['refused', undefined, 'rest'],
    ['withdrawn', undefined, 'rest'],
    ['unwanted', undefined, 'rest'],
  ] as const)('about an order that is %s (%#) is decided by its job', (state, job, act) => {
    expect(nextAct(anOrder(state, placed), job)).toBe(act);
  });
});

describe('an order that has to wait', () => {
  it('is tried again later and later, an hour at most, and never sooner than the carrier wants', () => {
    const waits = [0, 1, 2, 5, 6, 40].map((tries) =>
      between(at('09:30'), triedAgainAt(anOrder('placing', { tries }), at('09:30'))),
    );
    expect(waits).toEqual([1, 2, 4, 32, 60, 60].map(minutes));
    expect(triedAgainAt(anOrder('noted'), at('09:30'), minutes(90))).toBe(at('11:00'));
  });

  it('counts its tries until something moves', () => {
    const waiting = takeOrderStep(anOrder('placing'), {
      happened: 'waits',
      at: at('09:31'),
      dueAt: at('09:33'),
    })!;
    expect(waiting.tries).toBe(1);
    expect(takeOrderStep(waiting, { happened: 'asked-again', at: at('09:33') })?.tries).toBe(1);
    expect(takeOrderStep(waiting, { happened: 'taken', at: at('09:33') })?.tries).toBe(0);
  });

  it('believes that nothing is there only when nothing can arrive any more', () => {
    expect(surelyArrivedBy(anOrder('placing', { askedAt: at('09:40') }))).toBe(at('09:42'));
  });

  it('needs a person after an hour, or when the carrier will not let it go', () => {
    expect(isStuck(anOrder('placing'), at('10:30'))).toBe(false);
    expect(isStuck(anOrder('placing'), at('10:31'))).toBe(true);
    expect(isStuck(anOrder('standing'), at('18:00', 6))).toBe(false);
    expect(isStuck(anOrder('unwanted'), at('09:31'))).toBe(true);
  });
});

it('has a name of its own at the carrier for each time it is ordered', () => {
  expect([1, 2, 12].map((round) => referenceOf('0123456789abcdef0123', round))).toEqual([
    'BT0123456789ABCDEF',
    'BT0123456789ABCDEF-2',
    'BT0123456789ABCDEF-12',
  ]);
});
