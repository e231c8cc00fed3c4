import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Consent, type ConsentPurpose, mayTell } from '../../../shared/domain/office/consent.ts';
import { Channel } from '../../../shared/domain/values/ids.ts';

const aChoice = (choice: 'in' | 'out', more: Partial<Record<keyof Consent, string>> = {}): Consent =>
  Consent.parse({
    purpose: 'status',
    choice,
    when: '2026-03-02T02:00:00.000Z',
    evidence: 'nói tại quầy, cán bộ ghi lại',
    ...more,
  });

describe('without any choice', () => {
  it.each<[ConsentPurpose, Channel, boolean, string]>([
    ['status', 'sms', true, 'task-of-the-agency'],
    ['status', 'letter', true, 'task-of-the-agency'],
    ['status', 'call-list', true, 'task-of-the-agency'],
    ['status', 'zalo', false, 'never-chosen'],
    ['status', 'post', false, 'never-chosen'],
    ['letters', 'letter', true, 'not-refused'],
    ['letters', 'post', true, 'not-refused'],
    ['letters', 'sms', false, 'not-by-this-channel'],
    ['letters', 'zalo', false, 'not-by-this-channel'],
    ['letters', 'call-list', false, 'not-by-this-channel'],
  ])('%s by %s: %s, %s', (purpose, channel, may, because) =>
    expect(mayTell([], channel, purpose)).toEqual({ may, because }),
  );
});

describe('the person’s choice', () => {
  it('silences text messages', () => {
    expect(mayTell([aChoice('out', { channel: 'sms' })], 'sms', 'status')).toEqual({
      may: false,
      because: 'refused',
    });
  });

  it('opens Zalo', () => {
    expect(mayTell([aChoice('in', { channel: 'zalo' })], 'zalo', 'status')).toEqual({
      may: true,
      because: 'chosen',
    });
  });

  it('holds for its channel only', () => {
    expect(mayTell([aChoice('out', { channel: 'zalo' })], 'sms', 'status').may).toBe(true);
  });

  it('holds for every channel if it names none', () => {
    expect(mayTell([aChoice('out')], 'call-list', 'status').may).toBe(false);
  });

  it('holds for its purpose only: no letters, but status messages', () => {
    const choices = [aChoice('out', { purpose: 'letters' })];
    expect([mayTell(choices, 'letter', 'letters').may, mayTell(choices, 'sms', 'status').may]).toEqual([
      false,
      true,
    ]);
  });

  it('never opens text messages to a condolence', () => {
    expect(mayTell([aChoice('in', { purpose: 'letters' })], 'sms', 'letters').may).toBe(false);
  });

  it('can be taken back', () => {
    const choices = [
      aChoice('in', { channel: 'zalo' }),
      aChoice('out', { when: '2026-03-03T02:00:00.000Z' }),
    ];
    expect(mayTell(choices, 'zalo', 'status').may).toBe(false);
  });

  it('is a refusal when both are written at one instant', () => {
    expect(mayTell([aChoice('in'), aChoice('out')], 'sms', 'status').may).toBe(false);
  });

  it('is not kept without evidence', () => {
    expect(Consent.safeParse({ ...aChoice('in'), evidence: ' ' }).success).toBe(false);
  });

  it('counts the same in whatever order the choices are read', () => {
    const choice = fc
      .tuple(
        fc.constantFrom('in' as const, 'out' as const),
        fc.constantFrom(...Channel.options, undefined),
        fc.integer({ min: 1, max: 5 }),
      )
      .map(([way, channel, day]) =>
        aChoice(way, { ...(channel && { channel }), when: `2026-03-0${day}T02:00:00.000Z` }),
      );
    const reordered = fc
      .array(choice, { maxLength: 6 })
      .chain((choices) =>
        fc.tuple(fc.constant(choices), fc.shuffledSubarray(choices, { minLength: choices.length })),
      );
    fc.assert(
      fc.property(reordered, fc.constantFrom(...Channel.options), ([one, other], channel) => {
        expect(mayTell(one, channel, 'status')).toEqual(mayTell(other, channel, 'status'));
      }),
      { seed: 20260302, numRuns: 300 },
    );
  });
});
