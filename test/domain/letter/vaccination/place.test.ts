import { expect, it } from 'vitest';
import { Day } from '../../../../shared/domain/values/day.ts';
import { firstSession, VaccinationPlace } from '../../../../shared/domain/letter/vaccination/place.ts';

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
  { says: 'a month that has a 31st', rule: thirtyFirst, from: '2026-04-01', first: '2026-05-31' },
  { says: 'the third Thursday', rule: thursdays, from: '2026-03-06', first: '2026-03-19' },
  { says: 'the first Thursday of the next month', rule: thursdays, from: '2026-03-20', first: '2026-04-02' },
  { says: 'a month with five Mondays', rule: fifthMonday, from: '2026-04-01', first: '2026-06-29' },
  { says: 'the next weekday', rule: weekly, from: '2026-03-06', first: '2026-03-10' },
  { says: 'a published date', rule: dates, from: '2026-03-06', first: '2026-12-08' },
  { says: 'nothing after the last published date', rule: dates, from: '2026-12-09', first: undefined },
])('offers $says', ({ rule, from, first }) => {
  expect(firstSession(aPlace({ sessions: [rule] }), day(from))?.on).toBe(first);
});

it('leaves a session on a holiday out, or holds it on the day it was moved to', () => {
  const place = aPlace({
    sessions: [monthly],
    exceptions: [{ on: '2026-09-05' }, { on: '2026-09-25', movedTo: '2026-09-27' }],
  });
  expect(firstSession(place, day('2026-09-01'))).toEqual({ on: '2026-09-27', ...hours });
});

it('offers nothing before the place opens or after it closed', () => {
  const place = aPlace({ sessions: [weekly], activeFrom: '2026-03-12', activeTo: '2026-03-31' });
  expect(firstSession(place, day('2026-03-01'))?.on).toBe('2026-03-12');
  expect(firstSession(place, day('2026-04-01'))).toBeUndefined();
});
