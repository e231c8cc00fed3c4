import { describe, expect, it } from 'vitest';
import { lastOfficeDay, offsetByDay } from '../../../infra/local/clock/day-clock.ts';

const at = (time: string) => Date.parse(`${time}:00+07:00`);
const movedTo = (time: string) =>
  new Date(at(time) + offsetByDay(at(time)) + 7 * 3_600_000).toISOString().slice(0, 16);

describe('the clock of a run that nobody gave one', () => {
  it.each([
    ['2026-03-02T07:00', '2026-03-02T07:00'],
    ['2026-03-02T20:59', '2026-03-02T20:59'],
    ['2026-03-02T21:00', '2026-03-03T08:00'],
    ['2026-03-02T23:59', '2026-03-03T08:00'],
    ['2026-03-03T00:00', '2026-03-03T08:00'],
    ['2026-03-03T06:59', '2026-03-03T08:00'],
  ])('at %s stands at %s', (real, shown) => {
    expect(movedTo(real)).toBe(shown);
  });
});

describe('the sample day', () => {
  it.each([
    ['Tuesday evening', '2026-03-03T17:00', '2026-03-03'],
    ['Tuesday before closing', '2026-03-03T16:59', '2026-03-02'],
    ['Monday morning', '2026-03-02T09:00', '2026-02-27'],
    ['a Sunday', '2026-03-01T18:00', '2026-02-27'],
  ])('seen from %s is the last working day that is over', (_, now, expected) => {
    expect(lastOfficeDay(at(now))).toBe(expected);
  });
});
