import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allowance, type Limits, spend } from '../../../shared/domain/notification/limits.ts';
import { beyondMost, Most, settingsWithin, withinMost } from '../../../shared/domain/office/most.ts';
import { stages, type Stage } from '../../../infra/stages.ts';
import { defaultSettings } from '../../../shared/domain/office/ward-settings.ts';
import { aWard, now, vungTau } from '../../support/builders/dossiers.ts';

const most = Most.parse({
  messagesPerPhonePerDay: 10,
  messagesPerWardPerDay: 1_000,
  partsPerWardPerMonth: 5_000,
  sendWindow: { from: '06:30', to: '21:30' },
});
const budget = (parts: number) => ({
  currency: 'VND' as const,
  amount: parts * 400,
  pricePerPart: 400,
  source: 'hợp đồng',
});
const count = fc.option(fc.nat(20_000), { nil: undefined });
const given = (facts: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
const someLimits = fc
  .record({
    messagesPerPhonePerDay: fc.nat(50),
    messagesPerWardPerDay: fc.nat(20_000),
    partsPerWardPerMonth: count,
    budgetPerMonth: count.map((parts) => (parts === undefined ? undefined : budget(parts))),
  })
  .map((facts) => given(facts) as Limits);
const someMost = fc
  .record({ messagesPerPhonePerDay: count, messagesPerWardPerDay: count, partsPerWardPerMonth: count })
  .map((facts) => given(facts) as Most);

describe('what the platform allows at most', () => {
  it('counts for every ward, and never gives a ward more than it chose', () => {
    fc.assert(
      fc.property(someLimits, someMost, (limits, platform) => {
        const [chosen, counts] = [allowance(limits), allowance(withinMost(limits, platform))];
        expect(counts).toEqual({
          'phone-day': Math.min(chosen['phone-day'], platform.messagesPerPhonePerDay ?? Infinity),
          'ward-day': Math.min(chosen['ward-day'], platform.messagesPerWardPerDay ?? Infinity),
          'ward-month': Math.min(chosen['ward-month'], platform.partsPerWardPerMonth ?? Infinity),
        });
        // What is refused when it is chosen is exactly what would not count.
        const settings = { ...aWard(), limits };
        expect(beyondMost(settings, platform).length > 0).toBe(
          Object.entries(counts).some(
            ([cap, allowed]) =>
              chosen[cap as keyof typeof chosen] !== Infinity && chosen[cap as keyof typeof chosen] > allowed,
          ),
        );
      }),
    );
  });

  it('holds a ward to it that chose more before there was a most', () => {
    const before = aWard({ limits: { messagesPerPhonePerDay: 99, messagesPerWardPerDay: 99 } });
    const { limits } = settingsWithin(before, { messagesPerPhonePerDay: 1 });
    const first = spend({}, limits, { parts: 2, at: now });
    expect(first).toMatchObject({ ok: true });
    if (!first.ok) return;
    expect(spend(first.counters, limits, { parts: 1, at: now })).toMatchObject({
      ok: false,
      cap: 'phone-day',
    });
  });

  it.each([
    [
      { from: '05:00', to: '23:00' },
      { from: '06:30', to: '21:30' },
    ],
    [
      { from: '08:00', to: '23:00' },
      { from: '08:00', to: '21:30' },
    ],
    [
      { from: '08:00', to: '17:00' },
      { from: '08:00', to: '17:00' },
    ],
    [
      { from: '22:00', to: '23:00' },
      { from: '06:30', to: '21:30' },
    ],
  ])('rings no phone outside its hours: %o are %o', (chosen, counts) => {
    expect(settingsWithin(aWard({ sendWindow: chosen }), most).sendWindow).toEqual(counts);
  });

  it('is named in a sentence when a ward chooses more, field by field', () => {
    const chosen = {
      limits: { messagesPerPhonePerDay: 11, messagesPerWardPerDay: 1_000, budgetPerMonth: budget(5_001) },
      sendWindow: { from: '06:00', to: '21:00' },
    };
    expect(beyondMost(chosen as never, most)).toEqual([
      {
        path: ['limits', 'messagesPerPhonePerDay'],
        message:
          'Hệ thống cho phép nhiều nhất 10 tin mỗi ngày cho một số điện thoại; xin chọn không quá mức này.',
      },
      {
        path: ['limits', 'budgetPerMonth', 'amount'],
        message:
          'Hệ thống cho phép nhiều nhất 5000 phần tin mỗi tháng cho một đơn vị; xin chọn không quá mức này.',
      },
      {
        path: ['sendWindow'],
        message: 'Hệ thống chỉ cho phép gửi tin trong khoảng 06:30–21:30; xin chọn trong khoảng này.',
      },
    ]);
  });

  it('of every stage leaves a ward that chose nothing as it is', () => {
    for (const { most: platform = {} } of Object.values<Stage>(stages))
      expect(beyondMost(defaultSettings(vungTau), Most.parse(platform))).toEqual([]);
  });
});
