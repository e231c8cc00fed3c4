import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, at, Day, dayOf } from '../../../shared/domain/values/day.ts';
import { hours, type Instant, plus } from '../../../shared/domain/values/instant.ts';
import {
  defaultLimits,
  allowance,
  type Counters,
  givenBack,
  Limits,
  spend,
} from '../../../shared/domain/notification/limits.ts';

const someLimits = (more: Partial<Limits> = {}): Limits =>
  Limits.parse({
    messagesPerPhonePerDay: 3,
    messagesPerWardPerDay: 100,
    budgetPerMonth: { currency: 'VND', amount: 800_000, pricePerPart: 800, source: 'invented for the test' },
    ...more,
  });
const moment = (day: string, time = '09:00'): Instant => at(Day.parse(day), time);

/** Spends one after the other; phone counters as each phone's own, the ward's shared. */
const spending = (limits: Limits, requests: readonly { phone: string; parts: number; at: Instant }[]) => {
  const phones = new Map<string, Counters['phone-day']>();
  let ward: Counters = {};
  return requests.map((request) => {
    const own = phones.get(request.phone);
    const answer = spend({ ...ward, ...(own && { 'phone-day': own }) }, limits, request);
    if (answer.ok) {
      const { 'phone-day': phone, ...shared } = answer.counters;
      phones.set(request.phone, phone);
      ward = shared;
    }
    return { ...request, answer };
  });
};
const last = <T>(list: readonly T[]): T => list.at(-1)!;
const texts = (phone: string, ...moments: Instant[]) =>
  moments.map((when) => ({ phone, parts: 1, at: when }));

describe('an office that chose nothing', () => {
  it('sends a phone six messages a day at most, and five thousand altogether', () => {
    expect(defaultLimits).toEqual({ messagesPerPhonePerDay: 6, messagesPerWardPerDay: 5000 });
  });
});

describe('one phone', () => {
  it('gets no fourth message in a day', () => {
    const morning = moment('2026-03-02');
    const answers = spending(someLimits(), texts('A', morning, morning, morning, morning));
    expect(last(answers).answer).toEqual({
      ok: false,
      cap: 'phone-day',
      retryAt: moment('2026-03-03', '00:00'),
    });
  });

  it('is not halved by texts of two parts', () => {
    const morning = moment('2026-03-02');
    const long = [2, 2, 2, 1].map((parts) => ({ phone: 'A', parts, at: morning }));
    expect(spending(someLimits(), long).map(({ answer }) => answer.ok)).toEqual([true, true, true, false]);
  });

  it('is not made fuller by a call, which has no parts', () => {
    const morning = moment('2026-03-02');
    const calls = [1, 1, 0, 0, 1].map((parts) => ({ phone: 'A', parts, at: morning }));
    expect(spending(someLimits(), calls).every(({ answer }) => answer.ok)).toBe(true);
  });

  it('begins anew at midnight in Viet Nam, which is 17:00 UTC', () => {
    const evening = moment('2026-03-02', '23:59');
    const answers = spending(
      someLimits(),
      texts('A', evening, evening, evening, moment('2026-03-03', '00:00')),
    );
    expect(last(answers).answer.ok).toBe(true);
  });

  it('does not use up another phone’s day', () => {
    const morning = moment('2026-03-02');
    const answers = spending(someLimits(), [
      ...texts('A', morning, morning, morning),
      ...texts('B', morning),
    ]);
    expect(last(answers).answer.ok).toBe(true);
  });
});

describe('what waits for the morning', () => {
  const evening = moment('2026-03-02', '20:50');
  const morning = moment('2026-03-03', '07:00');
  const answersTo = (...moments: Instant[]) =>
    spending(someLimits(), texts('A', ...moments)).map(({ answer }) => answer.ok);

  it('leaves the evening’s day as full as it was', () => {
    expect(answersTo(evening, evening, evening, morning, evening)).toEqual([true, true, true, true, false]);
  });

  it('is not made less by what still goes in the evening', () => {
    expect(answersTo(morning, evening, evening, evening, morning, morning, morning)).toEqual([
      true,
      true,
      true,
      true,
      true,
      true,
      false,
    ]);
  });

  it('nor is a new month’s budget by the last evening of the old one', () => {
    const budgetPerMonth = { currency: 'VND', amount: 2, pricePerPart: 1, source: 'invented' } as const;
    const lastEvening = moment('2026-03-31', '20:50');
    const first = moment('2026-04-01', '07:00');
    const answers = spending(
      someLimits({ budgetPerMonth }),
      texts('A', first, lastEvening, lastEvening, lastEvening, first, first),
    );
    expect(answers.map(({ answer }) => answer.ok)).toEqual([true, true, true, false, true, false]);
  });
});

describe('one ward', () => {
  it('sends no more messages in a day than it has set, of however many parts', () => {
    const limits = someLimits({ messagesPerWardPerDay: 2 });
    const morning = moment('2026-03-02');
    const long = ['A', 'B', 'C'].map((phone) => ({ phone, parts: 3, at: morning }));
    const [, second, third] = spending(limits, long);
    expect(second!.answer.ok).toBe(true);
    expect(third!.answer).toMatchObject({ ok: false, cap: 'ward-day' });
  });

  it('waits for the first of the month when its budget is spent', () => {
    const budgetPerMonth = {
      currency: 'VND',
      amount: 1_600,
      pricePerPart: 800,
      source: 'invented',
    } as const;
    const answers = spending(
      someLimits({ budgetPerMonth }),
      texts('A', moment('2026-12-01'), moment('2026-12-02'), moment('2026-12-31', '23:59')),
    );
    expect(last(answers).answer).toEqual({
      ok: false,
      cap: 'ward-month',
      retryAt: moment('2027-01-01', '00:00'),
    });
  });

  it('buys whole parts only: 799 đồng are not a part of 800', () => {
    const budgetPerMonth = { currency: 'VND', amount: 2_399, pricePerPart: 800, source: 'invented' } as const;
    expect(allowance(someLimits({ budgetPerMonth }))['ward-month']).toBe(2);
  });

  it('counts dollars in millionths, so that nothing is rounded', () => {
    const budgetPerMonth = {
      currency: 'USD-millionths',
      amount: 300_000,
      pricePerPart: 100_000,
      source: 'invented',
    } as const;
    expect(allowance(someLimits({ budgetPerMonth }))['ward-month']).toBe(3);
  });
});

it('of several full caps names the one that is free again last', () => {
  const budgetPerMonth = { currency: 'VND', amount: 2_400, pricePerPart: 800, source: 'invented' } as const;
  const morning = moment('2026-03-02');
  const answers = spending(someLimits({ budgetPerMonth }), texts('A', morning, morning, morning, morning));
  expect(last(answers).answer).toEqual({
    ok: false,
    cap: 'ward-month',
    retryAt: moment('2026-04-01', '00:00'),
  });
});

describe('a message that alone is more than a cap', () => {
  it('is refused without a time to try again', () => {
    const budgetPerMonth = { currency: 'VND', amount: 3, pricePerPart: 1, source: 'invented' } as const;
    expect(spend({}, someLimits({ budgetPerMonth }), { parts: 4, at: moment('2026-03-02') })).toEqual({
      ok: false,
      cap: 'ward-month',
    });
    expect(
      spend({}, someLimits({ messagesPerPhonePerDay: 0 }), { parts: 1, at: moment('2026-03-02') }),
    ).toEqual({ ok: false, cap: 'phone-day' });
  });
});

describe('the warnings', () => {
  const budgetPerMonth = { currency: 'VND', amount: 10, pricePerPart: 1, source: 'invented' } as const;
  const limits = someLimits({ messagesPerPhonePerDay: 10, messagesPerWardPerDay: 100, budgetPerMonth });
  const crossedBy = (sizes: readonly number[]) =>
    spending(
      limits,
      sizes.map((parts, phone) => ({ phone: `${phone}`, parts, at: moment('2026-03-02') })),
    ).map(({ answer }) => (answer.ok ? answer.crossed.map(({ percent }) => percent) : 'refused'));

  it('come with the part that reaches 50, 80 and 100 %', () => {
    expect(crossedBy([4, 1, 2, 1, 1, 1, 1])).toEqual([[], [50], [], [80], [], [100], 'refused']);
  });

  it('come together when one message crosses several', () =>
    expect(crossedBy([10])).toEqual([[50, 80, 100]]));
});

describe('whatever is owed when, at once or for the next morning', () => {
  const request = fc.record({
    phone: fc.constantFrom('A', 'B', 'C'),
    parts: fc.integer({ min: 1, max: 4 }),
    pause: fc.integer({ min: 0, max: 30 }),
    waits: fc.boolean(),
  });
  const limits = fc
    .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 60 }))
    .map(([messagesPerPhonePerDay, messagesPerWardPerDay, amount]) =>
      someLimits({
        messagesPerPhonePerDay,
        messagesPerWardPerDay,
        budgetPerMonth: { currency: 'VND', amount, pricePerPart: 1, source: 'invented' },
      }),
    );
  const runs = { seed: 20260302, numRuns: 400 };
  const many = fc.array(request, { maxLength: 80 }).map((requests) => {
    let now = moment('2026-03-01', '00:00');
    return requests.map(({ phone, parts, pause, waits }) => {
      now = plus(now, hours(pause));
      return { phone, parts, at: waits ? at(addDays(dayOf(now), 1), '07:00') : now };
    });
  });
  const periodOf = (cap: string, when: Instant): string =>
    cap === 'ward-month' ? dayOf(when).slice(0, 7) : dayOf(when);

  it('no day and no month holds more than its cap', () => {
    fc.assert(
      fc.property(limits, many, (given, requests) => {
        const sums = new Map<string, number>();
        for (const { phone, parts, at: when, answer } of spending(given, requests)) {
          if (!answer.ok) continue;
          for (const cap of Object.keys(answer.counters)) {
            const key = `${cap} ${periodOf(cap, when)} ${cap === 'phone-day' ? phone : ''}`;
            sums.set(key, (sums.get(key) ?? 0) + (cap === 'ward-month' ? parts : 1));
          }
        }
        const over = [...sums].filter(
          ([key, sum]) => sum > allowance(given)[key.split(' ')[0] as 'phone-day'],
        );
        expect(over).toEqual([]);
      }),
      runs,
    );
  });

  it('each threshold of a day or month is reported once at most', () => {
    fc.assert(
      fc.property(limits, many, (given, requests) => {
        const reported = spending(given, requests).flatMap(({ at: when, answer }) =>
          answer.ok
            ? answer.crossed.map(({ cap, percent }) => `${cap} ${periodOf(cap, when)} ${percent}`)
            : [],
        );
        expect(new Set(reported).size).toBe(reported.length);
      }),
      runs,
    );
  });

  it('a message that is given back may be sent again on that day, and no other message may', () => {
    fc.assert(
      fc.property(limits, many, (given, requests) => {
        const spent = spending(given, requests).filter(({ answer }) => answer.ok);
        for (const { parts, at: when, answer } of spent) {
          const { 'phone-day': day } = (answer as Extract<typeof answer, { ok: true }>).counters;
          const back = givenBack('phone-day', day, { parts, at: when })!;
          const { messagesPerPhonePerDay } = given;
          const free = someLimits({ messagesPerPhonePerDay, messagesPerWardPerDay: 1000 });
          const again = spend({ 'phone-day': back }, free, { parts, at: when });
          expect(again.ok && again.counters['phone-day']).toEqual(day);
        }
      }),
      runs,
    );
    expect(givenBack('phone-day', undefined, { parts: 1, at: moment('2026-03-02') })).toBeUndefined();
    const { answer } = last(spending(someLimits(), texts('A', moment('2026-03-04'))));
    const counter = answer.ok ? answer.counters['phone-day'] : undefined;
    expect(givenBack('phone-day', counter, { parts: 1, at: moment('2026-03-02') })).toEqual(counter);
  });

  it('whoever is refused may try again later, never earlier', () => {
    fc.assert(
      fc.property(limits, many, (given, requests) => {
        const early = spending(given, requests).filter(
          ({ at: asked, answer }) => !answer.ok && answer.retryAt !== undefined && answer.retryAt <= asked,
        );
        expect(early).toEqual([]);
      }),
      runs,
    );
  });
});
