import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWorkingDay } from '../../../shared/domain/calendar/calendar.ts';
import { nationalCalendars } from '../../../shared/domain/calendar/national/calendars.ts';
import { at, Day, dayOf, formatMoment } from '../../../shared/domain/values/day.ts';
import { dueAfterSupplement, dueBy } from '../../../shared/domain/calendar/due-date.ts';
import { hours, type Instant, minutes, plus } from '../../../shared/domain/values/instant.ts';
import { defaultOfficeHours, OfficeHours } from '../../../shared/domain/calendar/office-sessions.ts';
import {
  type ProcessingTime,
  ProcessingTimeTable,
  timeFor,
} from '../../../shared/domain/calendar/processing-time.ts';
import { processingTimes2026 } from '../../../shared/domain/calendar/processing-times-2026.ts';
import { workingMomentFrom, workingTimeBetween } from '../../../shared/domain/calendar/working-time.ts';

const moment = (text: string): Instant => {
  const [day, time] = text.split(' ') as [string, string];
  return at(Day.parse(day), time);
};
const year = { hours: defaultOfficeHours, calendars: nationalCalendars };
const birth = '1.001193';

const due = (received: string, time: ProcessingTime, inYear = year): string => {
  const found = dueBy(inYear, { procedureCode: birth, receivedAt: moment(received), time });
  return found === 'no-fixed-date' ? found : formatMoment(found);
};
const workingDays = (days: number): ProcessingTime => ({ kind: 'working-days', days });
const calendarDays = (days: number, skipHolidays = false): ProcessingTime => ({
  kind: 'calendar-days',
  days,
  skipHolidays,
});
const sameDay: ProcessingTime = { kind: 'same-day', cutOff: '15:00' };

describe('working days', () => {
  it.each<[string, number, string, string]>([
    ['2026-03-02 09:15', 3, '09:15 05/03/2026', 'an ordinary Monday'],
    ['2026-03-05 09:15', 3, '09:15 10/03/2026', 'a Thursday, over the weekend'],
    ['2026-03-06 16:59', 1, '16:59 09/03/2026', 'Friday, a minute before closing'],
    ['2026-03-06 17:00', 1, '17:00 09/03/2026', 'Friday at closing: counts from Monday morning'],
    ['2026-03-06 20:00', 1, '17:00 09/03/2026', 'Friday evening, online'],
    ['2026-03-07 10:00', 1, '17:00 09/03/2026', 'Saturday, online'],
    ['2026-03-02 05:30', 1, '17:00 02/03/2026', 'before opening'],
    ['2026-03-02 12:15', 1, '11:30 03/03/2026', 'at lunch: counts from 13:30'],
    ['2026-03-02 11:30', 1, '11:30 03/03/2026', 'as the morning session ends'],
    ['2026-02-12 09:00', 3, '09:00 24/02/2026', 'the Thursday before Tết'],
    ['2026-02-13 16:00', 2, '16:00 24/02/2026', 'the last afternoon before Tết'],
    ['2026-02-18 08:00', 1, '17:00 23/02/2026', 'online, on the second day of Tết'],
    ['2026-11-23 14:00', 1, '14:00 25/11/2026', 'the eve of 24/11'],
    ['2026-11-24 14:00', 1, '17:00 25/11/2026', 'online, on 24/11'],
    ['2026-01-09 10:00', 1, '10:00 10/01/2026', 'before a Saturday that is worked'],
    ['2026-01-10 10:00', 1, '10:00 12/01/2026', 'on a Saturday that is worked'],
    ['2026-08-21 10:00', 1, '10:00 22/08/2026', 'before the Saturday that is worked for 31/8'],
    ['2026-08-28 10:00', 1, '10:00 03/09/2026', 'before the swapped Monday and the national day'],
    ['2026-12-31 10:00', 1, '10:00 04/01/2027', 'the last day of the year'],
    ['2027-04-29 10:00', 1, '10:00 04/05/2027', 'before 30/4, 1/5 and the Monday that makes up for it'],
  ])('received %s, %i days: due %s (%s)', (received, days, expected) =>
    expect(due(received, workingDays(days))).toBe(expected),
  );

  it('cannot be counted in a year that nobody has entered', () => {
    expect(() => due('2025-12-31 10:00', workingDays(1))).toThrow('no calendar for the year 2025');
  });

  it('are eight working hours each', () => {
    expect(due('2026-03-05 09:15', { kind: 'working-hours', hours: 24 })).toBe('09:15 10/03/2026');
  });
});

describe('a procedure of one day', () => {
  it.each([
    ['2026-11-23 08:00', '17:00 23/11/2026', 'in the morning'],
    ['2026-11-23 12:00', '17:00 23/11/2026', 'at lunch'],
    ['2026-11-23 14:59', '17:00 23/11/2026', 'at 14:59'],
    ['2026-11-23 15:00', '17:00 23/11/2026', 'at 15:00 exactly, which is not after 15:00'],
    ['2026-11-23 15:01', '17:00 25/11/2026', 'at 15:01 on the eve of 24/11'],
    ['2026-11-20 15:01', '17:00 23/11/2026', 'at 15:01 on a Friday'],
    ['2026-02-13 15:30', '17:00 23/02/2026', 'on the last afternoon before Tết'],
    ['2026-11-24 08:00', '17:00 25/11/2026', 'online, on 24/11'],
    ['2026-11-28 16:00', '17:00 30/11/2026', 'online, on a Saturday after 15:00: a day off has no cut-off'],
    ['2026-01-10 14:00', '17:00 10/01/2026', 'on a Saturday that is worked'],
  ])('received %s is due %s (%s)', (received, expected) => expect(due(received, sameDay)).toBe(expected));

  it.each([
    ['2026-11-28 08:00', birth, '11:00 28/11/2026', 'as it opens'],
    ['2026-11-28 10:59', birth, '11:00 28/11/2026', 'a minute before it ends'],
    ['2026-11-28 11:00', birth, '17:00 30/11/2026', 'as it ends: Monday'],
    ['2026-11-28 07:59', birth, '17:00 30/11/2026', 'before it opens: Monday'],
    ['2026-11-28 09:00', '2.000815', '17:00 30/11/2026', 'for a procedure it does not serve: Monday'],
  ])(
    'received %s in a Saturday session that returns at once, %s is due %s (%s)',
    (received, code, expected) => {
      const saturday = {
        weekdays: [6],
        from: '08:00',
        to: '11:00',
        label: 'sang thu Bay',
        procedures: [birth],
        sameDay: true,
      };
      const open = OfficeHours.parse({ ...defaultOfficeHours, weekly: [saturday] });
      const given = { procedureCode: code, receivedAt: moment(received), time: sameDay };
      expect(formatMoment(dueBy({ ...year, hours: open }, given) as Instant)).toBe(expected);
    },
  );

  it('waits for Monday where the Saturday session only receives', () => {
    const saturday = { weekdays: [6], from: '08:00', to: '11:00', label: 'sang thu Bay' };
    const open = OfficeHours.parse({ ...defaultOfficeHours, weekly: [saturday] });
    expect(due('2026-11-28 09:00', sameDay, { ...year, hours: open })).toBe('17:00 30/11/2026');
  });
});

describe('calendar days', () => {
  it.each<[string, ProcessingTime, string, string]>([
    ['2026-03-02 09:15', calendarDays(10), '17:00 12/03/2026', 'ten days'],
    ['2026-03-02 09:15', calendarDays(5), '17:00 09/03/2026', 'ending on a Saturday: Monday'],
    ['2026-11-14 09:15', calendarDays(8), '17:00 25/11/2026', 'received on a Saturday, ending on 24/11'],
    ['2026-02-06 09:00', calendarDays(10), '17:00 23/02/2026', 'ending in Tết: the Monday after'],
    ['2026-02-06 09:00', calendarDays(10, true), '17:00 25/02/2026', 'not counting the days of Tết'],
    ['2026-03-06 17:00', calendarDays(3), '17:00 12/03/2026', 'received at closing on Friday'],
  ])('received %s: %j is due %s (%s)', (received, time, expected) =>
    expect(due(received, time)).toBe(expected),
  );
});

it('fixes no date where the rules fix none', () => {
  expect(due('2026-03-02 09:15', { kind: 'no-fixed-date' })).toBe('no-fixed-date');
});

describe('waiting for the citizen’s papers', () => {
  it.each<[ProcessingTime, string, string, string, string, string]>([
    [
      workingDays(3),
      '2026-03-05 09:15',
      '2026-03-03 09:15',
      '2026-03-10 09:15',
      '09:15 12/03/2026',
      'a week',
    ],
    [
      workingDays(3),
      '2026-03-05 09:15',
      '2026-03-05 08:15',
      '2026-03-14 10:00',
      '08:00 16/03/2026',
      'an hour was left',
    ],
    [sameDay, '2026-03-02 17:00', '2026-03-02 10:00', '2026-03-02 15:30', '10:30 03/03/2026', 'the same day'],
    [
      workingDays(3),
      '2026-02-13 09:00',
      '2026-02-12 09:00',
      '2026-02-23 09:00',
      '09:00 24/02/2026',
      'over Tết',
    ],
    [
      calendarDays(10),
      '2026-03-12 17:00',
      '2026-03-04 09:00',
      '2026-03-06 09:00',
      '17:00 16/03/2026',
      'two days, then not on a Saturday',
    ],
    [
      workingDays(3),
      '2026-03-05 09:15',
      '2026-03-05 09:15',
      '2026-03-10 09:15',
      '09:15 05/03/2026',
      'asked at the last moment: nothing was left',
    ],
    [
      workingDays(3),
      '2026-03-05 09:15',
      '2026-03-06 09:15',
      '2026-03-10 09:15',
      '09:15 05/03/2026',
      'asked when already late',
    ],
  ])('%j due %s, asked %s, supplied %s: due %s (%s)', (time, dueAt, askedAt, suppliedAt, expected) => {
    const moved = dueAfterSupplement(
      year,
      { dueAt: moment(dueAt), time },
      { askedAt: moment(askedAt), suppliedAt: moment(suppliedAt) },
    );
    expect(formatMoment(moved)).toBe(expected);
  });
});

describe('whatever is received, whenever', () => {
  const received = fc
    .integer({ min: 0, max: 300 * 24 * 60 })
    .map((after) => plus(moment('2026-01-01 00:00'), minutes(after)));
  const time = fc.oneof(
    fc.integer({ min: 1, max: 20 }).map(workingDays),
    fc.tuple(fc.integer({ min: 1, max: 30 }), fc.boolean()).map(([days, skip]) => calendarDays(days, skip)),
    fc.constant(sameDay),
  );
  const runs = { seed: 20260302, numRuns: 300 };

  it('is due on a working day, after it was received', () => {
    fc.assert(
      fc.property(received, time, (receivedAt, given) => {
        const dueAt = dueBy(year, { procedureCode: birth, receivedAt, time: given }) as Instant;
        expect([isWorkingDay(nationalCalendars, dayOf(dueAt)), dueAt > receivedAt]).toEqual([true, true]);
      }),
      runs,
    );
  });

  it('is never due later for having been received earlier', () => {
    fc.assert(
      fc.property(received, fc.integer({ min: 0, max: 6000 }), time, (receivedAt, later, given) => {
        const early = dueBy(year, { procedureCode: birth, receivedAt, time: given });
        const late = dueBy(year, {
          procedureCode: birth,
          receivedAt: plus(receivedAt, minutes(later)),
          time: given,
        });
        expect(early <= late).toBe(true);
      }),
      runs,
    );
  });

  it('has spent exactly its working days by the due date', () => {
    fc.assert(
      fc.property(received, fc.integer({ min: 1, max: 20 }), (receivedAt, days) => {
        const dueAt = dueBy(year, { procedureCode: birth, receivedAt, time: workingDays(days) }) as Instant;
        expect(workingTimeBetween(defaultOfficeHours, nationalCalendars, receivedAt, dueAt)).toBe(
          hours(8 * days),
        );
      }),
      runs,
    );
  });

  it('begins to count at a moment that does not move when asked again', () => {
    fc.assert(
      fc.property(received, (receivedAt) => {
        const start = workingMomentFrom(defaultOfficeHours, nationalCalendars, receivedAt);
        expect(workingMomentFrom(defaultOfficeHours, nationalCalendars, start)).toBe(start);
      }),
      runs,
    );
  });
});

it('cannot promise a date for a ward without hours', () => {
  const none = OfficeHours.parse({ ...defaultOfficeHours, regular: [] });
  expect(() => due('2026-03-02 09:15', workingDays(1), { ...year, hours: none })).toThrow(
    'no calendar for the year 2028',
  );
});

describe('the table of processing times', () => {
  it('is well formed', () =>
    expect(ProcessingTimeTable.parse(processingTimes2026)).toEqual(processingTimes2026));

  it('knows birth registration as a procedure of one day', () => {
    expect(timeFor(processingTimes2026, birth)).toEqual(sameDay);
  });

  it('does not guess what it has not read', () => {
    expect(timeFor(processingTimes2026, '1.004222')).toBeUndefined();
  });
});
