import { describe, expect, it } from 'vitest';
import { bookCod, codDue, type CodHappening, codMoves, codStates } from '../../../shared/domain/post/cod.ts';
import { moneyReport, reconciling } from '../../../shared/domain/post/reconciliation.ts';
import { RemittanceReport } from '../../../shared/domain/post/remittance.ts';
import { anAcceptedJob, at } from '../../support/post.ts';

describe('cash on delivery', () => {
  it('answers every happening in every state', () => {
    const table = Object.fromEntries(
      (Object.keys(codMoves) as CodHappening[]).map((happened) => [
        happened,
        Object.fromEntries(
          codStates.flatMap((state) => {
            const after = bookCod({ state, due: 30_000 }, happened);
            return after ? [[state, after.state]] : [];
          }),
        ),
      ]),
    );
    expect(table).toEqual({
      collected: { due: 'collected' },
      waived: { due: 'none' },
      remitted: { due: 'remitted', collected: 'remitted', disputed: 'remitted' },
      disputed: { due: 'disputed', collected: 'disputed', remitted: 'disputed', reconciled: 'disputed' },
      reconciled: { remitted: 'reconciled', disputed: 'reconciled' },
    });
  });

  it.each([
    [0, 'none'],
    [30_000, 'due'],
  ])('of %i đ is %s', (due, state) => {
    expect(codDue(due)).toEqual({ state, due });
  });
});

describe('the money of the day', () => {
  const jobs = [
    anAcceptedJob(),
    anAcceptedJob({
      cod: { state: 'collected', due: 30_000, collected: 30_000, collectedAt: at('10:00', 1) },
    }),
    anAcceptedJob({
      cod: { state: 'collected', due: 50_000, collected: 45_000, collectedAt: at('10:00', 5) },
    }),
    anAcceptedJob({ cod: { state: 'remitted', due: 30_000, collected: 30_000, remitted: 28_000 } }),
    anAcceptedJob({ cod: { state: 'reconciled', due: 30_000, collected: 30_000, remitted: 28_000 } }),
    anAcceptedJob({ cod: { state: 'disputed', due: 30_000, collected: 20_000, remitted: 20_000 } }),
    anAcceptedJob({ cod: { state: 'none', due: 0 } }),
  ];

  it('adds up what is due, at a door, on its way, settled and disputed', () => {
    expect(moneyReport(jobs, at('18:00', 6), 3)).toEqual({
      due: { jobs: 1, amount: 30_000 },
      collected: { jobs: 2, amount: 75_000 },
      remitted: { jobs: 1, amount: 28_000 },
      reconciled: { jobs: 1, amount: 30_000 },
      disputed: { jobs: 1, amount: 20_000 },
      overdue: [{ jobId: jobs[1]?.jobId, amount: 30_000, collectedAt: at('10:00', 1) }],
    });
  });

  it('is settled for a job when the office has seen it in its account', () => {
    expect(jobs.map((job) => reconciling(job, at('18:00', 6))?.set?.cod?.state)).toEqual([
      undefined,
      undefined,
      undefined,
      'reconciled',
      undefined,
      'reconciled',
      undefined,
    ]);
  });
});

it('a remittance knows whole VND only', () => {
  const line = {
    trackingNumber: 'RR123456785VN',
    kind: 'cod',
    collected: 30_000.5,
    deductedFee: 0,
    remitted: 30_000.5,
    occurredAt: '2026-03-03T10:12:00+07:00',
  };
  expect(RemittanceReport.safeParse({ remittanceId: 'r-1', total: 30_000.5, lines: [line] }).success).toBe(
    false,
  );
  const whole = { ...line, collected: 30_000, remitted: 30_000 };
  expect(RemittanceReport.safeParse({ remittanceId: 'r-1', total: 30_000, lines: [whole] }).success).toBe(
    true,
  );
});
