import { expect, it } from 'vitest';
import { InstantWithOffset } from '../../../shared/domain/values/instant.ts';

it('reads nine o’clock in Viet Nam as two o’clock UTC', () => {
  expect(InstantWithOffset.parse('2026-03-02T09:00:00+07:00')).toBe('2026-03-02T02:00:00.000Z');
});

it('refuses a time without an offset, since nobody knows whose nine o’clock that is', () => {
  expect(InstantWithOffset.safeParse('2026-03-02T09:00:00').success).toBe(false);
});

it.each([
  ['an offset without its colon', '2026-03-02T09:00:00+0700'],
  ['an offset of hours', '2026-03-02T09:00:00+07'],
  ['no seconds, where there are none', '2026-03-02T09:00+07:00'],
  ['a space for the T', '2026-03-02 09:00:00+07:00'],
  ['small letters', '2026-03-02t02:00:00z'],
  ['a comma before the fractions', '2026-03-02T09:00:00,000+07:00'],
  ['spaces around it', ' 2026-03-02T09:00:00+07:00 '],
])('reads the same moment with %s', (_, written) => {
  expect(InstantWithOffset.parse(written)).toBe('2026-03-02T02:00:00.000Z');
});

it.each(['2026-02-30T09:00+0700', '2026-03-02T24:00+07:00', '2026-03-02', '2026-03-02T09:00:00+7', '', 'Z'])(
  'refuses %j, which names no moment',
  (written) => {
    expect(InstantWithOffset.safeParse(written).success).toBe(false);
  },
);
