import { describe, expect, it } from 'vitest';
import { nationalCalendars } from '../../../shared/domain/calendar/national/calendars.ts';
import { at, Day } from '../../../shared/domain/values/day.ts';
import {
  defaultOfficeHours,
  extraSessions,
  nextPickUp,
  OfficeHours,
  regularSessions,
} from '../../../shared/domain/calendar/office-sessions.ts';
import { hoursText, pickUpText } from '../../../shared/domain/decision/opening-text.ts';
import type { Instant } from '../../../shared/domain/values/instant.ts';

const moment = (text: string): Instant => {
  const [day, time] = text.split(' ') as [string, string];
  return at(Day.parse(day), time);
};
const birth = '1.001193';
const certification = '2.000815';

const hoursWith = (more: Partial<Given>): OfficeHours =>
  OfficeHours.parse({ ...defaultOfficeHours, ...more });
type Given = { weekly: unknown[]; dated: unknown[]; regular: unknown[]; leastMinutes: number };

const told = (hours: OfficeHours, when: string, procedure = birth): string | undefined => {
  const pickUp = nextPickUp(hours, nationalCalendars, procedure, moment(when));
  return pickUp && pickUpText(pickUp);
};

describe('a ward with office hours only', () => {
  it.each([
    ['2026-11-23 06:30', 'từ 07:00 đến 11:30 ngày 23/11', 'before opening'],
    ['2026-11-23 09:15', 'từ 09:15 đến 11:30 ngày 23/11', 'while open: at once'],
    ['2026-11-23 10:59', 'từ 10:59 đến 11:30 ngày 23/11', 'with half an hour left'],
    ['2026-11-23 11:00', 'từ 13:30 đến 17:00 ngày 23/11', 'with exactly 30 minutes left: too late to come'],
    ['2026-11-23 12:00', 'từ 13:30 đến 17:00 ngày 23/11', 'at lunch'],
    ['2026-11-23 16:45', 'từ 07:00 đến 11:30 ngày 25/11', 'at closing time on the eve of 24/11'],
    ['2026-11-24 08:00', 'từ 07:00 đến 11:30 ngày 25/11', 'on 24/11'],
    ['2026-11-27 17:00', 'từ 07:00 đến 11:30 ngày 30/11', 'on Friday evening'],
    ['2026-02-13 17:00', 'từ 07:00 đến 11:30 ngày 23/02', 'on the eve of Tết'],
    ['2026-01-09 18:00', 'từ 07:00 đến 11:30 ngày 10/01', 'before a Saturday that is worked'],
  ])('told at %s, the citizen may come %s (%s)', (when, text) =>
    expect(told(defaultOfficeHours, when)).toBe(text),
  );
});

describe('a ward with a certification evening on Thursdays', () => {
  const evening = {
    weekdays: [4],
    from: '17:30',
    to: '19:30',
    label: 'ngoai gio',
    procedures: [certification],
  };
  const hours = hoursWith({ weekly: [evening] });

  it('calls those who wait for a certification in the evening', () => {
    expect(told(hours, '2026-11-26 16:50', certification)).toBe('từ 17:30 đến 19:30 ngày 26/11 (ngoai gio)');
  });

  it('calls everybody else the next morning', () => {
    expect(told(hours, '2026-11-26 16:50', birth)).toBe('từ 07:00 đến 11:30 ngày 27/11');
  });

  it('does not call anybody on an evening that is a holiday', () => {
    expect(extraSessions(hours, nationalCalendars, Day.parse('2026-01-01'))).toEqual([]);
  });
});

describe('a ward that opens for people who work away', () => {
  const saturday = { weekdays: [6], from: '08:00', to: '11:00', label: 'thu Bay' };
  const duringTet = { day: '2026-02-19', from: '08:00', to: '10:00', label: 'truc Tet' };

  it('calls them on Saturday morning', () => {
    expect(told(hoursWith({ weekly: [saturday] }), '2026-11-27 17:00')).toBe(
      'từ 08:00 đến 11:00 ngày 28/11 (thu Bay)',
    );
  });

  it('keeps both Saturdays of Tết closed', () => {
    expect(told(hoursWith({ weekly: [saturday] }), '2026-02-13 17:00')).toBe('từ 07:00 đến 11:30 ngày 23/02');
  });

  it('opens during Tết only on the date it has set', () => {
    expect(told(hoursWith({ dated: [duringTet] }), '2026-02-13 17:00')).toBe(
      'từ 08:00 đến 10:00 ngày 19/02 (truc Tet)',
    );
  });
});

describe('the hours of the week, as a message says them', () => {
  const own = { source: 'biển trước cửa' };

  it('name the days, and when the counter closes', () => {
    const hours = hoursWith(own as Partial<Given>);
    expect(hoursText(hours, 'vi')).toBe('thứ 2 - thứ 6, 7:00-11:30, 13:30-17:00');
    expect(hoursText(hours, 'en')).toBe('Mon - Fri, 7:00-11:30, 13:30-17:00');
  });

  it('are left out while the office has not entered its own, and where they take more than a line', () => {
    const saturday = { weekdays: [6], from: '07:30', to: '11:30' };
    const mixed = { ...own, regular: [...defaultOfficeHours.regular, saturday] };
    const apart = { ...own, regular: [{ weekdays: [2, 4], from: '07:30', to: '11:30' }] };
    expect(hoursText(defaultOfficeHours, 'vi')).toBeUndefined();
    expect(hoursText(hoursWith(mixed), 'vi')).toBeUndefined();
    expect(hoursText(hoursWith(apart), 'vi')).toBeUndefined();
    expect(hoursText(hoursWith({ ...own, regular: [] }), 'vi')).toBeUndefined();
  });
});

describe('opening hours', () => {
  it('keep a Friday’s sessions on the Saturday worked for a Friday', () => {
    const fridays = hoursWith({ regular: [{ weekdays: [5], from: '08:00', to: '12:00' }] });
    const saturday = Day.parse('2026-01-10');
    expect(regularSessions(fridays, nationalCalendars, saturday)).toEqual([
      { from: at(saturday, '08:00'), to: at(saturday, '12:00') },
    ]);
  });

  it('promise nothing when the counter does not open within 60 days', () => {
    expect(told(hoursWith({ regular: [] }), '2026-03-02 08:00')).toBeUndefined();
  });

  it('cannot end before they begin', () => {
    const backwards = { regular: [{ weekdays: [1], from: '11:30', to: '07:00' }] };
    expect(() => hoursWith(backwards)).toThrow('begin before it ends');
  });

  it('label a session in plain ASCII, since it goes into a text message', () => {
    const accented = { weekdays: [6], from: '08:00', to: '11:00', label: 'sáng thứ Bảy' };
    expect(() => hoursWith({ weekly: [accented] })).toThrow('plain ASCII');
  });
});
