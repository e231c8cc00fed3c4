/**
 * The holidays of years whose calendar nobody has announced yet, as far as the law and the moon fix them: enough to keep
 * a plan that reaches years ahead off closed doors. Nothing is counted in working days from these.
 */
import { addDays, type Day, weekdayOf } from '../../values/day.ts';

/** Labour Code 2019, article 112; 24/11 since NQ 28/2026/QH16; the day beside 2/9 is either of its neighbours. */
const everyYear = {
  days: ['01-01', '04-30', '05-01', '09-01', '09-02', '09-03', '11-24'],
  source: 'Labour Code 2019, article 112; NQ 28/2026/QH16',
  confidence: 'A',
} as const;

/** The first day of Tết and the tenth of the third lunar month, reckoned for UTC+7. */
const byTheMoon = {
  years: {
    2028: { tet: '2028-01-26', kings: '2028-04-04' },
    2029: { tet: '2029-02-13', kings: '2029-04-23' },
    2030: { tet: '2030-02-02', kings: '2030-04-12' },
  } as Readonly<Record<number, { tet: string; kings: string }>>,
  source: 'reckoned by the lunar calendar for UTC+7; later years are entered once somebody has checked them',
  confidence: 'B',
} as const;

/** Two days before the first day of Tết and five from it on: whichever of the usual choices is announced. */
const tetFrom = -2;
const tetTo = 4;

const holidaysOf = (year: number): Day[] => {
  const moon = byTheMoon.years[year];
  const tet = moon
    ? Array.from({ length: tetTo - tetFrom + 1 }, (_, at) => addDays(moon.tet as Day, tetFrom + at))
    : [];
  const fixed = everyYear.days.map((day) => `${year}-${day}` as Day);
  return [...fixed, ...tet, ...(moon ? [moon.kings as Day] : [])];
};

/** A holiday on a weekend is given back on the first working day after it (Labour Code 2019, article 111). */
const isSubstitute = (day: Day, holidays: readonly Day[]): boolean => {
  if (weekdayOf(day) > 5) return false;
  let before = addDays(day, -1);
  while (holidays.includes(before) || weekdayOf(before) > 5) {
    if (holidays.includes(before) && weekdayOf(before) > 5) return true;
    before = addDays(before, -1);
  }
  return false;
};

/** Whether this is a holiday of a year that is not announced. */
export const isHolidayByLaw = (day: Day): boolean => {
  const holidays = holidaysOf(Number(day.slice(0, 4)));
  return holidays.includes(day) || isSubstitute(day, holidays);
};
