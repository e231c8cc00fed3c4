import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultSettings, type WardSettings } from '../../../shared/domain/office/ward-settings.ts';
import { dividedChange, guarded, settingsWanted } from '../../../shared/domain/people/proposal.ts';
import { Ward } from '../../../shared/domain/values/ward.ts';

const usual = defaultSettings(Ward.parse('26506'));
const settings: fc.Arbitrary<WardSettings> = fc
  .record({
    office: fc.constantFrom('UBND P. Ben Sen', 'UBND xa Doi Che'),
    hotline: fc.constantFrom(undefined, '1022', '0254 3852 101'),
    returnPlace: fc.constantFrom('Trung tam', 'noi nop ho so'),
    sendWindow: fc.constantFrom({ from: '07:00', to: '20:00' }, { from: '08:00', to: '17:00' }),
    messages: fc.constantFrom(3, 6),
    shortTexts: fc.boolean(),
  })
  .map(({ messages, hotline, ...chosen }) => ({
    ...usual,
    ...chosen,
    ...(hotline !== undefined && { hotline }),
    limits: { ...usual.limits, messagesPerPhonePerDay: messages },
  }));

describe('a change of settings', () => {
  it('is what was wanted once both of its parts count, and nothing that others guard counts before', () => {
    fc.assert(
      fc.property(settings, settings, (now, next) => {
        const { atOnce, wanted } = dividedChange(now, next);
        for (const name of guarded) expect(atOnce[name]).toEqual(now[name]);
        const after = wanted === undefined ? atOnce : settingsWanted(atOnce, wanted);
        expect(after).toEqual(next);
      }),
    );
  });

  it('is approved only on what it was proposed on, whatever else has been chosen since', () => {
    fc.assert(
      fc.property(settings, settings, settings, (now, next, later) => {
        const { wanted } = dividedChange(now, next);
        fc.pre(wanted !== undefined);
        const moved = wanted.names.some(
          (name) => JSON.stringify(later[name] ?? null) !== JSON.stringify(now[name] ?? null),
        );
        const came = settingsWanted(later, wanted);
        expect(came === undefined).toBe(moved);
        const unguarded = (one: WardSettings) =>
          Object.fromEntries(
            Object.entries(one).filter(([name]) => !guarded.some((other) => other === name)),
          );
        expect(unguarded(came ?? later)).toEqual(unguarded(later));
      }),
    );
  });
});
