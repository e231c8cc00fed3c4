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
import { pickUpText } from '../../../shared/domain/decision/compose-text.ts';
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
    ['2026-11-23 06:30', 'tu 07:00 den 11:30 23/11', 'before opening'],
    ['2026-11-23 09:15', 'tu 09:15 den 11:30 23/11', 'while open: at once'],
    ['2026-11-23 10:59', 'tu 10:59 den 11:30 23/11', 'with half an hour left'],
    ['2026-11-23 11:00', 'tu 13:30 den 17:00 23/11', 'with exactly 30 minutes left: too late to come'],
    ['2026-11-23 12:00', 'tu 13:30 den 17:00 23/11', 'at lunch'],
    ['2026-11-23 16:45', 'tu 07:00 den 11:30 25/11', 'at closing time on the eve of 24/11'],
    ['2026-11-24 08:00', 'tu 07:00 den 11:30 25/11', 'on 24/11'],
    ['2026-11-27 17:00', 'tu 07:00 den 11:30 30/11', 'on Friday evening'],
    ['2026-02-13 17:00', 'tu 07:00 den 11:30 23/02', 'on the eve of Tết'],
    ['2026-01-09 18:00', 'tu 07:00 den 11:30 10/01', 'before a Saturday that is worked'],
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
    expect(told(hours, '2026-11-26 16:50', certification)).toBe('tu 17:30 den 19:30 26/11');
  });

  it('calls everybody else the next morning', () => {
    expect(told(hours, '2026-11-26 16:50', birth)).toBe('tu 07:00 den 11:30 27/11');
  });

  it('does not call anybody on an evening that is a holiday', () => {
    expect(extraSessions(hours, nationalCalendars, Day.parse('2026-01-01'))).toEqual([]);
  });
});

describe('a ward that opens for people who work away', () => {
  const saturday = { weekdays: [6], from: '08:00', to: '11:00', label: 'thu Bay' };
  const duringTet = { day: '2026-02-19', from: '08:00', to: '10:00', label: 'truc Tet' };

  it('calls them on Saturday morning', () => {
    expect(told(hoursWith({ weekly: [saturday] }), '2026-11-27 17:00')).toBe('tu 08:00 den 11:00 28/11');
  });

  it('keeps both Saturdays of Tết closed', () => {
    expect(told(hoursWith({ weekly: [saturday] }), '2026-02-13 17:00')).toBe('tu 07:00 den 11:30 23/02');
  });

  it('opens during Tết only on the date it has set', () => {
    expect(told(hoursWith({ dated: [duringTet] }), '2026-02-13 17:00')).toBe('tu 08:00 den 10:00 19/02');
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
