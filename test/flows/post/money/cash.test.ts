import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryCash, memoryConfirmations } from '../../../../shared/adapters/memory/post/cash-books.ts';
import { memoryDispatchJobs } from '../../../../shared/adapters/memory/post/dispatch-jobs.ts';
import { memoryRemittances } from '../../../../shared/adapters/memory/post/paperwork.ts';
import { dayOf } from '../../../../shared/domain/values/day.ts';
import { accounts, type Booking } from '../../../../shared/domain/post/money/cash-book.ts';
import { baoTin } from '../../../../shared/domain/post/tracking/carriers/bao-tin.ts';
import type { ConfirmationRequest } from '../../../../shared/domain/post/money/confirm-cash.ts';
import type { DispatchJob } from '../../../../shared/domain/post/job/dispatch-job.ts';
import type { RemittanceLine } from '../../../../shared/domain/post/money/remittance.ts';
import { confirmCash } from '../../../../shared/flows/post/money/confirm-cash.ts';
import { confirmReturn } from '../../../../shared/flows/post/returns/confirm-return.ts';
import { correctEnd } from '../../../../shared/flows/post/office/correct-end.ts';
import { recordTracking } from '../../../../shared/flows/post/tracking/record-tracking.ts';
import { reportCash } from '../../../../shared/flows/post/money/report-cash.ts';
import { settleCod } from '../../../../shared/flows/post/money/settle-cod.ts';
import { settleDispute } from '../../../../shared/flows/post/money/settle-dispute.ts';
import { aClock, aScan, at, jobNumber, ward } from '../../../support/builders/post.ts';

const vnpost = { partner: 'vnpost' };
const numberOf = (n: number) => `NO-${n}`;

/** An office with so many jobs that vnpost accepted at ten, each 30,000 đ at the door. */
const officeWith = async (count: number, wanted: Parameters<typeof jobNumber>[1] = {}) => {
  const books = memoryCash();
  const jobs = memoryDispatchJobs(books);
  const clock = aClock(at('14:00'));
  for (let n = 1; n <= count; n += 1) {
    const { visibleAt: _visibleAt, ...job } = jobNumber(n, wanted);
    await jobs.create({ ...job, state: 'leased' });
    await jobs.step(vnpost, job.jobId, {
      happened: 'accepted',
      at: at('10:00'),
      set: { acceptedAt: at('10:00'), trackingNumber: numberOf(n) },
      reserves: { trackingNumber: numberOf(n) },
    });
  }
  const ports = {
    jobs,
    books,
    clock,
    remittances: memoryRemittances(),
    confirmations: memoryConfirmations(),
  };
  const scan = (n: number, code: string, time: string, more: object = {}) =>
    recordTracking(ports)('vnpost', aScan(code, at(time), { trackingNumber: numberOf(n), ...more }), baoTin);
  const line = (n: number, difference: Partial<RemittanceLine> = {}): RemittanceLine => ({
    trackingNumber: numberOf(n),
    kind: 'cod',
    collected: 30_000,
    deductedFee: 0,
    remitted: 30_000,
    occurredAt: at('12:00'),
    ...difference,
  });
  const remit = (remittanceId: string, ...lines: RemittanceLine[]) =>
    settleCod(ports)('vnpost', {
      remittanceId,
      total: lines.reduce((sum, { remitted }) => sum + remitted, 0),
      lines,
    });
  const confirm = (difference: Partial<ConfirmationRequest> = {}) =>
    confirmCash(ports)(
      ward,
      {
        confirmationId: 'c-1',
        partner: 'vnpost',
        remittanceId: 'r-1',
        total: 30_000,
        confirmedBy: 'Chị Lan',
        ...difference,
      },
      'desk-1',
    );
  const job = async (n: number) => (await jobs.find({ ward }, jobNumber(n).jobId))!;
  return { ports, clock, scan, line, remit, confirm, job, report: () => reportCash(ports)({ ward }) };
};

const delivered = (collected?: number) => ({
  ...(collected !== undefined && { cod: { collected } }),
});

describe('the money of a day', () => {
  it('is counted in the account where it is, and named where it is late', async () => {
    const office = await officeWith(5);
    await office.scan(2, 'delivered', '11:00', delivered(30_000));
    await office.scan(3, 'delivered', '11:00');
    await office.scan(4, 'delivered', '11:00', delivered(30_000));
    await office.scan(5, 'delivered', '11:00', delivered(30_000));
    await office.remit('r-1', office.line(4), office.line(5, { collected: 25_000, remitted: 25_000 }));
    const report = await office.report();
    const sum = (jobs: number) => ({ jobs, amount: jobs * 30_000 });
    expect(report.total).toMatchObject({
      movements: { due: sum(5), collected: sum(3), remitted: sum(1), disputed: sum(1), reconciled: sum(0) },
      cash: { collected: 85_000, deducted: 0, remitted: 55_000 },
      standing: { due: sum(2), collected: sum(1), remitted: sum(1), disputed: sum(1), open: sum(2) },
    });
    expect(report.rows.map((row) => [row.ward, row.partner])).toEqual([[ward, 'vnpost']]);
    expect(report.toConfirm).toEqual([
      { partner: 'vnpost', remittanceId: 'r-1', day: '2026-03-02', lines: 1, remitted: 30_000 },
    ]);
    expect(report.disputes).toMatchObject([
      { jobId: jobNumber(5).jobId, because: 'difference', difference: -5_000 },
    ]);
    office.clock.set(at('14:01', 4));
    const later = await office.report();
    expect(later.total.standing.older).toEqual(sum(2));
    expect(later.older.map(({ jobId, account }) => [jobId, account])).toEqual([
      [jobNumber(2).jobId, 'collected'],
      [jobNumber(3).jobId, 'due'], // delivered, and the partner has not said that it took the cash
    ]);
  });

  it('counts days as the ward does: before seven in the morning UTC is the day before', async () => {
    const office = await officeWith(1);
    office.clock.set(at('00:30', 2));
    await office.scan(1, 'delivered', '23:30', delivered(30_000));
    expect(
      (await reportCash(office.ports)({ ward }, { day: dayOf(at('12:00', 2)) })).total.cash.collected,
    ).toBe(30_000);
    expect(
      (await reportCash(office.ports)({ ward }, { day: dayOf(at('12:00', 1)) })).total.cash.collected,
    ).toBe(0);
  });

  it('shows a partner’s charges beside our quotes, each way charged once', async () => {
    const fee = {
      payer: 'recipient' as const,
      lines: (
        [
          ['main', 25_000],
          ['cod-fee', 2_000],
          ['return', 12_000],
        ] as const
      ).map(([type, amount]) => ({
        type,
        amount,
        vatIncluded: true,
        quotedAt: at('08:00'),
        tariffVersion: '2026-01',
      })),
    };
    const office = await officeWith(2, { fee });
    await office.scan(1, 'delivered', '11:00', delivered(30_000));
    const charge = (kind: 'fee' | 'return-fee', deductedFee: number) =>
      office.line(1, { kind, collected: 0, remitted: 0, deductedFee });
    const first = await office.remit(
      'r-1',
      office.line(1, { deductedFee: 2_500, remitted: 27_500 }),
      charge('fee', 26_000),
    );
    expect(first).toMatchObject({
      lines: [{ outcome: 'MATCHED' }, { outcome: 'DIFFERENCE', difference: 1_000 }],
    });
    expect(await office.remit('r-2', charge('fee', 26_000))).toMatchObject({
      lines: [{ outcome: 'DUPLICATE' }],
    });
    const { charges, unplaced } = (await office.report()).total;
    expect(charges).toEqual({ quoted: 27_000, charged: 28_500, difference: 1_500 });
    expect(unplaced).toEqual({ lines: 1, amount: 26_000 });
  });

  it('names lines that belong to nothing, to the partner and to the ward that they concern', async () => {
    const office = await officeWith(1);
    await office.remit('r-1', office.line(1), office.line(9));
    expect((await office.report()).total.unplaced).toEqual({ lines: 1, amount: 30_000 });
    const ofPartner = await reportCash(office.ports)(vnpost);
    expect(ofPartner.total.unplaced).toEqual({ lines: 2, amount: 60_000 });
  });
});

describe('a confirmation', () => {
  const paid = async () => {
    const office = await officeWith(3);
    for (const n of [1, 2, 3]) await office.scan(n, 'delivered', '11:00', delivered(30_000));
    await office.remit('r-1', office.line(1), office.line(2), office.line(3, { remitted: 29_000 }));
    return office;
  };

  it('settles what was brought for good, and leaves disputes to a person', async () => {
    const office = await paid();
    expect(await office.confirm({ total: 60_000 })).toMatchObject({
      is: 'confirmed',
      reconciled: [jobNumber(1).jobId, jobNumber(2).jobId],
      left: [],
    });
    expect((await office.job(1)).cod).toMatchObject({ state: 'reconciled', confirmationId: 'c-1' });
    expect((await office.job(3)).cod.state).toBe('disputed');
    const { standing, movements } = (await office.report()).total;
    expect([standing.remitted.jobs, standing.disputed.jobs, movements.reconciled.jobs]).toEqual([0, 1, 2]);
  });

  it('of a sum that is not that of the lines is refused and changes nothing', async () => {
    const office = await paid();
    expect(await office.confirm({ total: 90_000 })).toEqual({
      is: 'total-differs',
      expected: 60_000,
      lines: 2,
    });
    expect((await office.job(1)).cod.state).toBe('remitted');
  });

  it('of a day takes everything that was reported on it', async () => {
    const office = await paid();
    const ofDay = { day: dayOf(at('14:00')), remittanceId: undefined, total: 60_000 };
    expect(await office.confirm(ofDay)).toMatchObject({ is: 'confirmed', reconciled: { length: 2 } });
    expect(await office.confirm({ ...ofDay, confirmationId: 'c-2' })).toEqual({ is: 'nothing-to-confirm' });
  });

  it('again says the same; under the same id for other money it is refused', async () => {
    const office = await paid();
    const first = await office.confirm({ total: 60_000 });
    const revision = (await office.job(1)).revision;
    expect(await office.confirm({ total: 60_000 })).toEqual(first);
    expect((await office.job(1)).revision).toBe(revision);
    expect(await office.confirm({ total: 1 })).toEqual({ is: 'confirmation-id-reused' });
  });

  it('that stopped half way is finished by its repeat', async () => {
    const office = await paid();
    let steps = 0;
    const dying = {
      ...office.ports.jobs,
      step: (...wanted: Parameters<typeof office.ports.jobs.step>) =>
        (steps += 1) > 1 ? Promise.reject(new Error('killed')) : office.ports.jobs.step(...wanted),
    };
    const request = {
      confirmationId: 'c-1',
      partner: 'vnpost',
      remittanceId: 'r-1',
      total: 60_000,
      confirmedBy: 'Chị Lan',
    };
    const killed = confirmCash({ ...office.ports, jobs: dying })(ward, request, 'desk-1');
    await expect(killed).rejects.toThrow('killed');
    expect(await office.confirm({ total: 60_000 })).toMatchObject({ reconciled: { length: 2 } });
  });

  it('is a matter of the ward whose money it is', async () => {
    const office = await paid();
    const elsewhere = await confirmCash(office.ports)(
      '29926',
      { confirmationId: 'c-1', partner: 'vnpost', remittanceId: 'r-1', total: 60_000, confirmedBy: 'x' },
      'desk-9',
    );
    expect(elsewhere).toEqual({ is: 'nothing-to-confirm' });
  });
});

describe('a dispute', () => {
  it('is ended by a person with a reason, once, and written down', async () => {
    const office = await officeWith(1);
    await office.scan(1, 'delivered', '11:00', delivered(30_000));
    await office.remit('r-1', office.line(1, { collected: 25_000, remitted: 25_000 }));
    const settle = (reason: string) =>
      settleDispute(office.ports)(
        ward,
        jobNumber(1).jobId,
        { reason, settledBy: 'Chị Lan', received: 30_000 },
        'desk-1',
      );
    expect(await settle('5,000 đ brought to the counter')).toMatchObject({
      is: 'done',
      job: {
        cod: {
          state: 'reconciled',
          remitted: 30_000,
          settled: {
            at: at('14:00'),
            by: 'Chị Lan',
            client: 'desk-1',
            reason: '5,000 đ brought to the counter',
          },
        },
      },
    });
    expect(await settle('5,000 đ brought to the counter')).toMatchObject({ is: 'already' });
    expect(await settle('another story')).toMatchObject({ is: 'not-disputed' });
    expect((await office.report()).total.cash).toMatchObject({ collected: 25_000, remitted: 30_000 });
  });
});

describe('whatever the order in which scans, remittances, corrections and confirmations come', () => {
  const happening = fc.oneof(
    fc.record({
      what: fc.constantFrom('delivered', 'returned', 'lost', 'in-transit', 'cancelled'),
      cash: fc.constantFrom(undefined, 30_000, 25_000),
    }),
    fc.record({
      what: fc.constant('remit' as const),
      id: fc.constantFrom('r-1', 'r-2', 'r-3'),
      collected: fc.constantFrom(30_000, 29_000),
      deducted: fc.constantFrom(0, 2_000),
      kind: fc.constantFrom('cod' as const, 'fee' as const),
    }),
    fc.record({
      what: fc.constant('correct' as const),
      to: fc.constantFrom('delivered', 'returned', 'lost'),
    }),
    fc.record({ what: fc.constantFrom('confirm' as const, 'settle' as const, 'receive' as const) }),
  );
  const story = fc.array(
    fc.tuple(fc.integer({ min: 1, max: 3 }), happening, fc.integer({ min: 0, max: 20 })),
    { minLength: 1, maxLength: 25 },
  );

  const live = async (events: [number, object, number][]) => {
    const office = await officeWith(3);
    for (const [count, [n, event, hours]] of events.entries()) {
      const one = event as { what: string; [fact: string]: unknown };
      const now = at('12:00', 1 + (hours % 5));
      office.clock.set(now);
      const { jobId } = jobNumber(n);
      switch (one.what) {
        case 'remit': {
          const [collected, deductedFee] = [one['collected'] as number, one['deducted'] as number];
          const line =
            one['kind'] === 'cod'
              ? office.line(n, { collected, deductedFee, remitted: collected - deductedFee })
              : office.line(n, { kind: 'fee', collected: 0, deductedFee: 30_000, remitted: 0 });
          await office.remit(one['id'] as string, line);
          break;
        }
        case 'correct':
          await correctEnd(office.ports)(
            ward,
            jobId,
            { to: one['to'] as 'lost', reason: 'seen', correctedBy: 'Chị Lan' },
            'desk-1',
          );
          break;
        case 'confirm': {
          const { toConfirm } = await office.report();
          for (const { remittanceId, remitted } of toConfirm)
            await office.confirm({
              confirmationId: `c-${count}-${remittanceId}`,
              remittanceId,
              total: remitted,
            });
          break;
        }
        case 'settle':
          await settleDispute(office.ports)(ward, jobId, { reason: `s-${count}`, settledBy: 'x' }, 'desk-1');
          break;
        case 'receive':
          await confirmReturn(office.ports)(ward, jobId, { reason: 'refused' });
          break;
        default: {
          const cash = one['cash'] as number | undefined;
          await office.scan(n, one.what, '11:30', { eventId: `e-${count}`, ...delivered(cash) });
        }
      }
    }
    return office;
  };
  const allBookings = async ({ ports }: Awaited<ReturnType<typeof officeWith>>): Promise<Booking[]> => {
    const days = [1, 2, 3, 4, 5].map((day) => dayOf(at('12:00', day)));
    return (await Promise.all(days.map((day) => ports.books.bookings({ ward }, day)))).flat();
  };

  it('the accounts balance: what was due is open, settled or waived, and every slip lies in one account', async () => {
    await fc.assert(
      fc.asyncProperty(story, async (events) => {
        const office = await live(events);
        const moves = (await allBookings(office)).filter((booking) => booking.what === 'moved');
        const amount = (of: typeof moves) => of.reduce((sum, { due }) => sum + due, 0);
        const standing = Object.fromEntries(
          accounts.map((account) => [
            account,
            amount(moves.filter(({ from, to }) => to === account && from !== account)) -
              amount(moves.filter(({ from, to }) => from === account && to !== account)),
          ]),
        );
        const begun = amount(moves.filter(({ from }) => from === undefined));
        expect(begun).toBe(3 * 30_000);
        expect(Object.values(standing).reduce((sum, one) => sum + one, 0)).toBe(begun);
        const report = await office.report();
        for (const account of ['due', 'collected', 'remitted', 'disputed'] as const)
          expect([account, report.total.standing[account].amount]).toEqual([account, standing[account]]);
      }),
      { numRuns: 300 },
    );
  });

  it('no dong is counted twice: movements add up to what is true of the jobs', async () => {
    await fc.assert(
      fc.asyncProperty(story, async (events) => {
        const office = await live(events);
        const moves = (await allBookings(office)).filter((booking) => booking.what === 'moved');
        const jobs: DispatchJob[] = await Promise.all([1, 2, 3].map(office.job));
        for (const fact of ['collected', 'deducted', 'remitted'] as const)
          expect(moves.reduce((sum, move) => sum + move[fact], 0)).toBe(
            jobs.reduce((sum, { cod }) => sum + (cod[fact] ?? 0), 0),
          );
        for (const { cod, charges = [] } of jobs) {
          expect(new Set(charges.map(({ kind }) => kind)).size).toBe(charges.length);
          expect(cod.remitted === undefined || cod.remittanceId !== undefined).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});
