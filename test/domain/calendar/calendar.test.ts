import { describe, expect, it } from 'vitest';
import {
  Calendar,
  dayOffOn,
  isWorkingDay,
  knownYears,
  LocalDays,
  unconfirmedDays,
  withLocalDays,
  workingDayFrom,
  workingWeekday,
} from '../../../shared/domain/calendar/calendar.ts';
import { calendar2026 } from '../../../shared/domain/calendar/national/2026.ts';
import { calendar2027 } from '../../../shared/domain/calendar/national/2027.ts';
import { nationalCalendars } from '../../../shared/domain/calendar/national/calendars.ts';
import { addDays, Day, weekdayOf } from '../../../shared/domain/values/day.ts';

const day = (text: string): Day => Day.parse(text);

describe('the offices', () => {
  it.each([
    ['2026-01-01', 'New Year'],
    ['2026-01-02', 'the Friday that was swapped to make four days of New Year'],
    ['2026-02-16', 'the first day of Tết'],
    ['2026-02-20', 'the last day of Tết'],
    ['2026-02-22', 'the Sunday after Tết'],
    ['2026-04-26', 'the day of the Hùng kings, a Sunday'],
    ['2026-04-27', 'the Monday that makes up for it'],
    ['2026-04-30', '30/4'],
    ['2026-05-01', '1/5'],
    ['2026-08-31', 'the Monday that was swapped before the national day'],
    ['2026-09-01', 'the day beside the national day'],
    ['2026-09-02', 'the national day'],
    ['2026-11-24', 'the first day of Vietnamese culture, a Tuesday'],
    ['2027-04-16', 'the day of the Hùng kings in 2027'],
    ['2027-05-03', 'the Monday that makes up for 1/5/2027'],
    ['2027-11-24', 'the second day of Vietnamese culture'],
    ['2026-03-07', 'a Saturday'],
  ])('are closed on %s, %s', (text) => expect(isWorkingDay(nationalCalendars, day(text))).toBe(false));

  it.each([
    ['2026-01-10', 'the Saturday worked for 2/1'],
    ['2026-08-22', 'the Saturday worked for Monday 31/8'],
    ['2026-02-13', 'the Friday before Tết'],
    ['2026-02-23', 'the Monday after Tết'],
    ['2026-11-23', 'the Monday before 24/11'],
    ['2026-11-25', 'the Wednesday after 24/11'],
    ['2026-03-06', 'an ordinary Friday'],
  ])('work on %s, %s', (text) => expect(isWorkingDay(nationalCalendars, day(text))).toBe(true));

  it('keep a Friday’s hours on the Saturday that is worked for a Friday', () => {
    expect(workingWeekday(nationalCalendars, day('2026-01-10'))).toBe(5);
  });

  it('can name the holiday to a citizen', () => {
    expect(dayOffOn(nationalCalendars, day('2026-11-24'))?.name).toBe('Ngày Văn hóa Việt Nam');
  });

  it('open again on the Monday after Tết', () => {
    expect(workingDayFrom(nationalCalendars, day('2026-02-14'))).toBe('2026-02-23');
  });
});

describe('what is not confirmed', () => {
  it('closes the day: nobody is sent to a door that may be shut on the eve of Tết 2027', () => {
    expect(isWorkingDay(nationalCalendars, day('2027-02-04'))).toBe(false);
  });

  it('never opens a day: a Saturday of which somebody has only heard stays closed', () => {
    const heard = {
      day: '2026-11-28',
      name: 'Làm bù',
      standsInFor: '2026-11-23',
      source: 'báo',
      confidence: 'C',
    };
    const rumour = { ...calendar2026, extraWorkingDays: [heard] } as typeof calendar2026;
    expect(isWorkingDay([rumour], day('2026-11-28'))).toBe(false);
  });

  it('is listed for the person on duty', () => {
    expect(unconfirmedDays([calendar2027]).map((entry) => entry.day)).toEqual([
      '2027-02-04',
      '2027-02-05',
      '2027-02-06',
      '2027-02-07',
      '2027-02-08',
      '2027-02-09',
      '2027-02-10',
      '2027-02-11',
      '2027-09-01',
      '2027-09-03',
    ]);
  });
});

describe('a year nobody entered', () => {
  it('is refused loudly, with its name', () => {
    expect(() => isWorkingDay(nationalCalendars, day('2028-01-03'))).toThrow('no calendar for the year 2028');
  });

  it('is not among the known years', () => expect(knownYears(nationalCalendars)).toEqual([2026, 2027]));
});

describe('the data of a year', () => {
  it.each([calendar2026, calendar2027])(
    'makes up for every holiday on a weekend, Tết having its own count ($year)',
    (calendar) => {
      const onWeekend = calendar.daysOff.filter(
        ({ day: off, name }) => weekdayOf(off) > 5 && !name.startsWith('Tết Nguyên đán'),
      );
      for (const holiday of onWeekend) {
        const substitute = calendar.daysOff.find((entry) => entry.name === `Nghỉ bù ${holiday.name}`);
        expect(substitute?.day).toBe(addDays(holiday.day, 8 - weekdayOf(holiday.day)));
      }
    },
  );

  it.each([calendar2026, calendar2027])('names no day twice ($year)', ({ daysOff, extraWorkingDays }) => {
    const named = [...daysOff, ...extraWorkingDays].map((entry) => entry.day);
    expect(new Set(named).size).toBe(named.length);
  });

  it.each([calendar2026, calendar2027])('swaps only days that are really off ($year)', (calendar) => {
    for (const { day: worked, standsInFor } of calendar.extraWorkingDays) {
      expect([weekdayOf(worked), calendar.daysOff.some((entry) => entry.day === standsInFor)]).toEqual([
        6,
        true,
      ]);
    }
  });

  it('holds no day of another year', () => {
    const strayed = { ...calendar2027, year: 2026 };
    expect(Calendar.safeParse(strayed).success).toBe(false);
  });
});

describe('a ward’s own days', () => {
  const announced = { source: 'thông báo của UBND phường', confidence: 'A' };

  it('close the office for a local festival', () => {
    const festival = { day: '2026-03-04', name: 'Lễ hội đình', ...announced };
    const own = withLocalDays(calendar2026, LocalDays.parse({ daysOff: [festival] }));
    expect(isWorkingDay([own], day('2026-03-04'))).toBe(false);
  });

  it('have their own word about a Saturday that is worked', () => {
    const saturday = {
      day: '2026-08-22',
      name: 'Làm bù ngày 31/8',
      standsInFor: '2026-08-31',
      ...announced,
    };
    const own = withLocalDays(calendar2026, LocalDays.parse({ extraWorkingDays: [saturday] }));
    expect([workingWeekday([own], day('2026-08-22')), own.extraWorkingDays.length]).toEqual([1, 2]);
  });

  it('reopen a day off that turned out to be worked', () => {
    const worked = { day: '2027-02-04', name: 'Làm việc', standsInFor: '2027-02-04', ...announced };
    const own = withLocalDays(calendar2027, LocalDays.parse({ extraWorkingDays: [worked] }));
    expect(isWorkingDay([own], day('2027-02-04'))).toBe(true);
  });

  it('touch only the year they lie in', () => {
    const later = { day: '2027-03-04', name: 'Lễ hội đình', ...announced };
    expect(withLocalDays(calendar2026, LocalDays.parse({ daysOff: [later] }))).toEqual(calendar2026);
  });
});
