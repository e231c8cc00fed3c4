import { describe, expect, it } from 'vitest';
import {
  bookCod,
  codDue,
  type CodHappening,
  codMoves,
  codStates,
} from '../../../../shared/domain/post/money/cod.ts';
import { RemittanceReport } from '../../../../shared/domain/post/money/remittance.ts';

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
      reconciled: { remitted: 'reconciled' },
      settled: { disputed: 'reconciled' },
      revived: { none: 'due' },
    });
  });

  it.each([
    [0, 'none'],
    [30_000, 'due'],
  ])('of %i đ is %s', (due, state) => {
    expect(codDue(due)).toEqual({ state, due });
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

it('a charge in a remittance brings no money', () => {
  const charge = {
    trackingNumber: 'RR123456785VN',
    kind: 'fee',
    collected: 0,
    deductedFee: 30_000,
    remitted: 0,
    occurredAt: '2026-03-03T10:12:00+07:00',
  };
  const report = (line: object) =>
    RemittanceReport.safeParse({ remittanceId: 'r-1', total: 0, lines: [line] });
  expect(report(charge).success).toBe(true);
  expect(report({ ...charge, remitted: 1 }).success).toBe(false);
});
