import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instant } from '../../../../shared/domain/values/instant.ts';
import type { CodeTable } from '../../../../shared/domain/post/tracking/carrier-codes.ts';
import { baoTin } from '../../../../shared/domain/post/tracking/carriers/bao-tin.ts';
import { ems } from '../../../../shared/domain/post/tracking/carriers/ems.ts';
import { ghn } from '../../../../shared/domain/post/tracking/carriers/ghn.ts';
import { ghtk } from '../../../../shared/domain/post/tracking/carriers/ghtk.ts';
import { myVnPost } from '../../../../shared/domain/post/tracking/carriers/myvnpost.ts';
import { viettelPost } from '../../../../shared/domain/post/tracking/carriers/viettel-post.ts';
import { vnPostPublicPost } from '../../../../shared/domain/post/tracking/carriers/vnpost-public-post.ts';
import type { DispatchJob } from '../../../../shared/domain/post/job/dispatch-job.ts';
import { takeStep } from '../../../../shared/domain/post/job/job-step.ts';
import { judgeScan } from '../../../../shared/domain/post/tracking/tracking.ts';
import { identityOf, TrackingEvent } from '../../../../shared/domain/post/tracking/tracking-event.ts';
import { anAcceptedJob, aScan, at, permutations } from '../../../support/builders/post.ts';

/** Applies scans in the order in which they are heard of, each at the end of the week. */
const hear = (scans: readonly TrackingEvent[], table: CodeTable, job = anAcceptedJob()) => {
  const outcomes: string[] = [];
  let now: DispatchJob = job;
  for (const scan of scans) {
    const verdict = judgeScan(now, scan, table, at('18:00', 6));
    if (verdict.is === 'rejected') {
      outcomes.push(verdict.problem);
      continue;
    }
    outcomes.push([verdict.record.outcome, verdict.record.note].filter(Boolean).join(' '));
    const made = takeStep(now, verdict.step);
    if (made.is === 'moved') now = made.job;
  }
  return { job: now, outcomes };
};

type Tale = [
  CodeTable,
  string,
  string,
  [code: string, time: string, day: number, leg?: 'outward' | 'return'][],
];

/** What carriers tell of one parcel, from the counter to its end. */
const tales: Tale[] = [
  [
    myVnPost,
    'delivered at the second attempt, the cash reported after it',
    'delivered',
    [
      ['6', '11:00', 1],
      ['10', '20:00', 1],
      ['12', '08:00', 2],
      ['15', '10:00', 2],
      ['12', '08:00', 3],
      ['14', '09:00', 3],
      ['28', '18:00', 3],
    ],
  ],
  [
    myVnPost,
    'refused and brought back',
    'returned',
    [
      ['7', '11:00', 1],
      ['13', '20:00', 1],
      ['12', '08:00', 2],
      ['15', '10:00', 2],
      ['16', '11:00', 2],
      ['17', '08:00', 3],
      ['19', '16:00', 4],
    ],
  ],
  [
    vnPostPublicPost,
    'done, among codes that nobody explained',
    'delivered',
    [
      ['1', '11:00', 1],
      ['2', '20:00', 1],
      ['4', '10:00', 2],
      ['9', '11:00', 2],
    ],
  ],
  [
    viettelPost,
    'brought back under the codes of the way out',
    'returned',
    [
      ['105', '11:00', 1],
      ['300', '20:00', 1, 'outward'],
      ['500', '08:00', 2, 'outward'],
      ['505', '12:00', 2],
      ['300', '20:00', 2, 'return'],
      ['500', '08:00', 3, 'return'],
      ['504', '09:00', 3],
    ],
  ],
  [
    viettelPost,
    'delivered, with a late scan of the way to the door',
    'delivered',
    [
      ['200', '11:00', 1],
      ['400', '20:00', 1, 'outward'],
      ['501', '09:00', 2],
      ['500', '09:01', 2, 'outward'],
      ['510', '10:00', 2],
    ],
  ],
  [
    ghn,
    'kept at the post office after a failed attempt',
    'on-hold',
    [
      ['ready_to_pick', '10:30', 1],
      ['picked', '11:00', 1],
      ['storing', '12:00', 1],
      ['delivering', '08:00', 2],
      ['delivery_fail', '10:00', 2],
      ['exception', '11:00', 2],
    ],
  ],
  [
    ghn,
    'lost',
    'lost',
    [
      ['picked', '11:00', 1],
      ['transporting', '12:00', 1],
      ['sorting', '12:00', 1],
      ['lost', '08:00', 4],
    ],
  ],
  [
    ghtk,
    'delivered and reconciled, with a shipper’s reports between',
    'delivered',
    [
      ['3', '11:00', 1],
      ['4', '08:00', 2],
      ['45', '08:30', 2],
      ['5', '09:00', 2],
      ['49', '09:00', 2],
      ['6', '10:00', 5],
    ],
  ],
  [
    ghtk,
    'cancelled by the carrier',
    'cancelled',
    [
      ['2', '10:30', 1],
      ['7', '11:00', 1],
      ['-1', '12:00', 1],
    ],
  ],
  [
    ems,
    'held for the citizen to call for it',
    'held-for-pickup',
    [
      ['EMA', '11:00', 1],
      ['EMC', '20:00', 1],
      ['EMG', '07:00', 2],
      ['EDG', '08:00', 2],
      ['EMH', '10:00', 2],
      ['EDH', '10:00', 2],
    ],
  ],
  [
    baoTin,
    'delivered by the ward’s own people',
    'delivered',
    [
      ['picked-up', '11:00', 1],
      ['out-for-delivery', '13:00', 1],
      ['delivery-attempted', '13:30', 1],
      ['out-for-delivery', '15:00', 1],
      ['delivered', '15:20', 1],
      ['cod-collected', '15:20', 1],
    ],
  ],
];

const scansOf = (tale: Tale): TrackingEvent[] =>
  tale[3].map(([code, time, day, leg]) => aScan(code, at(time, day), leg && { leg }));

describe.each(tales.map((tale) => [tale[0].name, tale[1], tale] as const))(
  '%s tells of a parcel %s',
  (_name, _what, tale) => {
    const [table, , end] = tale;
    it(`that ends ${end}, in whatever order we hear of it`, () => {
      const ends = new Set<string>();
      let orders = 0;
      for (const order of permutations(scansOf(tale))) {
        orders += 1;
        const { job, outcomes } = hear(order, table);
        ends.add(job.state);
        if (outcomes.some((outcome) => outcome.startsWith('QUARANTINED'))) ends.add('quarantined');
      }
      expect([...ends]).toEqual([end]);
      expect(orders).toBeGreaterThan(5);
    });

    it('and any of it twice changes nothing more', () => {
      fc.assert(
        fc.property(fc.shuffledSubarray(scansOf(tale)), (again) => {
          const once = hear(scansOf(tale), table).job;
          expect(hear(again, table, once).job).toMatchObject({ state: once.state, reached: once.reached });
        }),
        { seed: 5, numRuns: 50 },
      );
    });
  },
);

const story = (...codes: [string, Instant, object?][]) =>
  hear(
    codes.map((scan) => aScan(...scan)),
    baoTin,
  );

describe('a scan', () => {
  it('that comes late is kept and moves nothing', () => {
    const { job, outcomes } = story(
      ['delivery-attempted', at('10:00', 2)],
      ['out-for-delivery', at('08:00', 2)],
    );
    expect(job.state).toBe('delivery-attempted');
    expect(outcomes).toEqual(['APPLIED', 'RECORDED late']);
  });

  it('of Viettel Post without its leg goes outward until the parcel turned round, and outward again after', () => {
    const states = ['300', '500', '505', '500', '550', '500'].map((_, index, codes) => {
      const scans = codes.slice(0, index + 1).map((code, hour) => aScan(code, at(`1${hour}:00`, 2)));
      return hear(scans, viettelPost).job.state;
    });
    expect(states).toEqual([
      'in-transit',
      'out-for-delivery',
      'returning',
      'returning',
      'in-transit',
      'out-for-delivery',
    ]);
  });

  it('of a part is no delivery, and the whole or its return may follow', () => {
    const part = aScan('5/part', at('10:00', 2));
    expect(hear([part], ghtk).job.state).toBe('partly-delivered');
    expect(hear([part, aScan('21', at('11:00', 3))], ghtk).job.state).toBe('returned');
  });

  it('that contradicts the end waits for a person', () => {
    const { job, outcomes } = story(
      ['delivered', at('10:00', 2)],
      ['returned', at('10:00', 3), { cod: { collected: 30_000 } }],
      ['delivered', at('10:05', 2)],
      ['in-transit', at('12:00', 2)],
    );
    expect(job).toMatchObject({ state: 'delivered', cod: { state: 'due' } });
    expect(outcomes).toEqual([
      'APPLIED',
      'QUARANTINED contradiction',
      'RECORDED repeated',
      'RECORDED after-the-end',
    ]);
  });

  it('on the way back is never at the citizen’s door', () => {
    const { job } = story(
      ['returning', at('10:00', 2)],
      ['out-for-delivery', at('10:00', 3), { leg: 'return' }],
      ['delivered', at('11:00', 3), { leg: 'return' }],
    );
    expect(job.state).toBe('returned');
    expect(job.reached['out-for-delivery']).toBeUndefined();
  });

  it('proves that the carrier has the papers, whatever our lists say', () => {
    expect(
      hear([aScan('delivered', at('12:00'))], baoTin, anAcceptedJob({ state: 'cancel-requested' })).job.state,
    ).toBe('delivered');
  });

  it('of papers that the carrier said it never took waits for a person', () => {
    const cancel = { at: at('11:00'), reason: 'wrong papers', answer: 'confirmed' };
    const cancelled = anAcceptedJob({ state: 'cancelled', cancel });
    const { job, outcomes } = hear([aScan('in-transit', at('12:00'))], baoTin, cancelled);
    expect([job.state, outcomes]).toEqual(['cancelled', ['QUARANTINED contradiction']]);
  });

  it('of another parcel, of the future or from before the acceptance is refused', () => {
    const { outcomes } = hear(
      [
        aScan('in-transit', at('12:00'), { trackingNumber: 'RR000000015VN' }),
        aScan('in-transit', at('18:06', 6)),
        aScan('in-transit', at('18:05', 6)),
        aScan('in-transit', at('09:54')),
        aScan('in-transit', at('09:55')),
      ],
      baoTin,
    );
    expect(outcomes).toEqual([
      'tracking-number-mismatch',
      'occurred-in-the-future',
      'APPLIED',
      'occurred-before-acceptance',
      'RECORDED late',
    ]);
  });

  it('says why the papers come back', () => {
    expect(story(['returning', at('10:00', 2), { reason: 'refused' }]).job.returnReason).toBe('refused');
  });

  it('books the cash that it reports, and no status ever does', () => {
    expect(story(['delivered', at('10:00', 2)]).job.cod).toEqual({ state: 'due', due: 30_000 });
    const paid = story(['delivered', at('10:00', 2), { cod: { collected: 30_000 } }]).job.cod;
    expect(paid).toEqual({ state: 'collected', due: 30_000, collected: 30_000, collectedAt: at('10:00', 2) });
  });
});

describe('an event is known again', () => {
  const scan = aScan('14', at('10:00', 2), { location: { text: 'BC Dĩ An' } });
  it.each([
    [scan, { ...scan, location: { text: 'Bưu cục Dĩ An' } }, true],
    [scan, { ...scan, occurredAt: at('10:01', 2) }, false],
    [scan, { ...scan, attempt: 2 }, false],
    [{ ...scan, eventId: 'e-1' }, { ...scan, eventId: 'e-1', code: '15' }, true],
    [{ ...scan, eventId: 'e-1' }, { ...scan, eventId: 'e-2' }, false],
  ])('%#: by the partner’s id, else by number, code, instant and attempt', (a, b, same) => {
    expect(identityOf(a, 'vnpost', 'RR123456785VN') === identityOf(b, 'vnpost', 'RR123456785VN')).toBe(same);
  });

  it('must name its job or its number, and when it happened with an offset', () => {
    expect(TrackingEvent.safeParse({ code: '14', occurredAt: '2026-03-03T10:12:00+07:00' }).success).toBe(
      false,
    );
    const local = { trackingNumber: 'RR123456785VN', code: '14', occurredAt: '2026-03-03T10:12:00' };
    expect(TrackingEvent.safeParse(local).success).toBe(false);
  });
});
