import { describe, expect, it } from 'vitest';
import { closedDays } from '../../../../shared/domain/calendar/closed-day.ts';
import { nationalCalendars } from '../../../../shared/domain/calendar/national/calendars.ts';
import { placeOfFamily } from '../../../../shared/domain/letter/vaccination/place-of-family.ts';
import { Day } from '../../../../shared/domain/values/day.ts';
import { firstSession, VaccinationPlace } from '../../../../shared/domain/letter/vaccination/place.ts';

const never = () => false;
const day = (text: string): Day => Day.parse(text);
const hours = { from: '07:30', to: '11:00' };
const aPlace = (more: object): VaccinationPlace =>
  VaccinationPlace.parse({ id: 'tyt', name: 'Trạm Y tế', address: '1 Lê Lợi', ...more });

const monthly = { type: 'day_of_month', days: [5, 25], ...hours };
const thirtyFirst = { type: 'day_of_month', days: [31], ...hours };
const thursdays = { type: 'nth_weekday', weekday: 'thu', nth: [1, 3], ...hours };
const fifthMonday = { type: 'nth_weekday', weekday: 'mon', nth: [5], ...hours };
const weekly = { type: 'weekly', weekdays: ['tue', 'thu'], ...hours };
const dates = { type: 'dates', dates: ['2026-12-08'], ...hours };

it.each([
  {
    says: 'the due day itself when it has a session',
    rule: monthly,
    from: '2026-03-05',
    first: '2026-03-05',
  },
  { says: 'the next day of the month', rule: monthly, from: '2026-03-06', first: '2026-03-25' },
  { says: 'the next year', rule: monthly, from: '2026-12-26', first: '2027-01-05' },
  {
    says: 'a month that has a 31st, not on its Sunday',
    rule: thirtyFirst,
    from: '2026-04-01',
    first: '2026-07-31',
  },
  { says: 'the third Thursday', rule: thursdays, from: '2026-03-06', first: '2026-03-19' },
  { says: 'the first Thursday of the next month', rule: thursdays, from: '2026-03-20', first: '2026-04-02' },
  { says: 'a month with five Mondays', rule: fifthMonday, from: '2026-04-01', first: '2026-06-29' },
  { says: 'the next weekday', rule: weekly, from: '2026-03-06', first: '2026-03-10' },
  { says: 'a published date', rule: dates, from: '2026-03-06', first: '2026-12-08' },
  { says: 'nothing after the last published date', rule: dates, from: '2026-12-09', first: undefined },
])('offers $says', ({ rule, from, first }) => {
  expect(firstSession(aPlace({ sessions: [rule] }), day(from), never)?.on).toBe(first);
});

it('leaves a session on a holiday out, or holds it on the day it was moved to', () => {
  const place = aPlace({
    sessions: [monthly],
    exceptions: [{ on: '2026-09-05' }, { on: '2026-09-25', movedTo: '2026-09-27' }],
  });
  expect(firstSession(place, day('2026-09-01'), never)).toEqual({
    on: '2026-09-27',
    insteadOf: '2026-09-25',
    ...hours,
  });
});

it('offers nothing before the place opens or after it closed', () => {
  const place = aPlace({ sessions: [weekly], activeFrom: '2026-03-12', activeTo: '2026-03-31' });
  expect(firstSession(place, day('2026-03-01'), never)?.on).toBe('2026-03-12');
  expect(firstSession(place, day('2026-04-01'), never)).toBeUndefined();
});

describe('a session that falls on a closed day', () => {
  const isClosed = closedDays(nationalCalendars, {
    daysOff: [{ day: day('2026-12-08'), name: 'Kiểm kê kho', source: 'ward', confidence: 'A' }],
    extraWorkingDays: [],
  });
  const on = (rule: object, from: string, more: object = {}) =>
    firstSession(aPlace({ sessions: [{ ...rule, ...hours }], ...more }), day(from), isClosed);
  const eighth = { type: 'day_of_month', days: [8] };
  const moves = { onClosedDays: 'next-working-day' };

  it.each([
    ['Tết', eighth, '2027-02-01', '2027-03-08'],
    ['a day off of the ward’s own', eighth, '2026-12-02', '2027-01-08'],
    ['National Day', { type: 'day_of_month', days: [2] }, '2027-09-01', '2027-10-02'],
    ['the kings’ day, on its weekday', { type: 'weekly', weekdays: ['fri'] }, '2027-04-16', '2027-04-23'],
    [
      'the nth weekday of a holiday',
      { type: 'nth_weekday', weekday: 'fri', nth: [1] },
      '2027-01-01',
      '2027-03-05',
    ],
    [
      'a published date that is a holiday',
      { type: 'dates', dates: ['2027-05-03', '2027-05-05'] },
      '2027-05-01',
      '2027-05-05',
    ],
    [
      'Tết of a year that nobody has announced',
      { type: 'day_of_month', days: [26] },
      '2028-01-02',
      '2028-02-26',
    ],
    [
      'the day on which a weekend holiday is given back',
      { type: 'day_of_month', days: [3] },
      '2028-01-03',
      '2028-02-03',
    ],
  ])('is left out: %s', (_, rule, from, expected) => {
    expect(on(rule, from)?.on).toBe(expected);
  });

  it('is held on the next working day where the place moves its sessions, and says so', () => {
    expect(on(eighth, '2027-02-01', moves)).toEqual({ on: '2027-02-12', insteadOf: '2027-02-08', ...hours });
    expect(on(eighth, '2026-12-05', moves)).toEqual({ on: '2026-12-09', insteadOf: '2026-12-08', ...hours });
    expect(on(eighth, '2027-08-01', moves)).toEqual({ on: '2027-08-09', insteadOf: '2027-08-08', ...hours });
  });

  it('is held on a Sunday only where the place means Sundays', () => {
    expect(on(eighth, '2027-08-01')?.on).toBe('2027-09-08');
    expect(on(eighth, '2027-08-01', { sundays: true })?.on).toBe('2027-08-08');
    expect(on({ type: 'weekly', weekdays: ['sun'] }, '2027-08-05')?.on).toBe('2027-08-08');
    expect(on({ type: 'dates', dates: ['2027-08-08'] }, '2027-08-05')?.on).toBe('2027-08-08');
  });
});

describe('a family’s place', () => {
  const places = [
    aPlace({ id: 'tyt', sessions: [monthly], serves: ['Khu phố 1', 'Khu phố 2'] }),
    aPlace({ id: 'thang-nhi', sessions: [weekly], serves: ['Khu phố 10', 'Ấp Bình An'] }),
  ];
  it.each([
    ['12 Lê Lợi, khu pho 10', 'thang-nhi'],
    ['tổ 3, ấp Bình An', 'thang-nhi'],
    ['5 Trần Phú, Khu phố 1', 'tyt'],
    ['5 Trần Phú', 'tyt'],
    [undefined, 'tyt'],
  ])('by the address %s is %s', (street, id) => {
    expect(placeOfFamily(places, street)?.id).toBe(id);
  });
});
