import { expect, it } from 'vitest';
import { InstantWithOffset } from '../../../shared/domain/values/instant.ts';

it('reads nine o’clock in Viet Nam as two o’clock UTC', () => {
  expect(InstantWithOffset.parse('2026-03-02T09:00:00+07:00')).toBe('2026-03-02T02:00:00.000Z');
});

it('refuses a time without an offset, since nobody knows whose nine o’clock that is', () => {
  expect(InstantWithOffset.safeParse('2026-03-02T09:00:00').success).toBe(false);
});
