import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonthsClamped,
  at,
  Day,
  dayOf,
  daysBetween,
  formatDay,
  formatMoment,
  timeOf,
  TimeOfDay,
  weekdayOf,
} from '../../../shared/domain/values/day.ts';
import { Instant, instantOf } from '../../../shared/domain/values/instant.ts';

const anInstant = fc
  .date({ min: new Date('1976-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map(instantOf);
const aDay = anInstant.map(dayOf);
const runs = { seed: 20260302, numRuns: 500 };

describe('a day of the ward', () => {
  it.each(['2026-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-1-5', '02/03/2026', ''])(
    'is not %j',
    (text) => expect(Day.safeParse(text).success).toBe(false),
  );

  it.each(['2028-02-29', '2026-12-31'])('may be %s', (text) => expect(Day.parse(text)).toBe(text));

  it.each(['24:00', '7:30', '07:60', '07:30:00', '0730'])('has no time %j', (text) =>
    expect(TimeOfDay.safeParse(text).success).toBe(false),
  );

  it.each([
    ['2026-03-01T16:59:59.999Z', '2026-03-01', '23:59'],
    ['2026-03-01T17:00:00.000Z', '2026-03-02', '00:00'],
    ['2026-12-31T17:00:00.000Z', '2027-01-01', '00:00'],
    ['2026-03-02T02:15:59.000Z', '2026-03-02', '09:15'],
  ])('at %s is %s, and the clock shows %s', (text, day, time) => {
    const instant = Instant.parse(text);
    expect([dayOf(instant), timeOf(instant)]).toEqual([day, time]);
  });

  it('agrees with the time zone database on every day since 1976', () => {
    const clock = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Asia/Ho_Chi_Minh',
      dateStyle: 'short',
      timeStyle: 'short',
    });
    fc.assert(
      fc.property(anInstant, (instant) => {
        expect(`${dayOf(instant)} ${timeOf(instant)}`).toBe(clock.format(new Date(instant)));
      }),
      runs,
    );
  });

  it('comes back from its own day and time', () => {
    fc.assert(
      fc.property(anInstant, (instant) => {
        expect(at(dayOf(instant), timeOf(instant)).slice(0, 16)).toBe(instant.slice(0, 16));
      }),
      runs,
    );
  });

  it('throws at a time that no clock shows', () => {
    expect(() => at(Day.parse('2026-03-02'), '25:00')).toThrow(RangeError);
  });
});

describe('counting days', () => {
  it.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-12-31', 365, '2027-12-31'],
  ])('%s and %i days is %s', (day, count, later) => expect(addDays(Day.parse(day), count)).toBe(later));

  it.each([
    ['2026-12-31', 2, '2027-02-28'],
    ['2027-12-31', 2, '2028-02-29'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-02-28', 1, '2026-03-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-08-15', 18, '2028-02-15'],
    ['2026-01-31', 0, '2026-01-31'],
  ])('%s and %i months is %s', (day, count, later) =>
    expect(addMonthsClamped(Day.parse(day), count)).toBe(later),
  );

  it.each([
    ['2026-11-23', 1],
    ['2026-11-24', 2],
    ['2027-02-06', 6],
    ['2026-02-22', 7],
  ])('%s is weekday %i', (day, weekday) => expect(weekdayOf(Day.parse(day))).toBe(weekday));

  it('counts back what it counted forward', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: -4000, max: 4000 }), (day, count) => {
        expect(daysBetween(day, addDays(day, count))).toBe(count);
      }),
      runs,
    );
  });
});

describe('written for a citizen', () => {
  it('writes the day before the month', () => expect(formatDay(Day.parse('2026-03-02'))).toBe('02/03/2026'));

  it('writes the time before the day, both in the ward’s time', () => {
    expect(formatMoment(Instant.parse('2026-03-01T23:30:00.000Z'))).toBe('06:30 02/03/2026');
  });
});
