import { Calendar } from '../calendar.ts';

const law = { source: 'Labour Code 2019, article 112', confidence: 'A' } as const;

/**
 * Mùng 1 is Saturday 6/2. The five days off are not announced yet: two days before it and three from it on would
 * close the offices from 4/2 to 10/2, one before and four from it on from 5/2 to 11/2, substitutes for the weekend
 * included. Until somebody enters the announcement, no citizen is asked to come on any of them.
 */
const tet = {
  name: 'Tết Nguyên đán Đinh Mùi',
  source: 'not announced yet; every day that one of the two usual choices would take',
  confidence: 'C',
} as const;

const tetDays = ['04', '05', '06', '07', '08', '09', '10', '11'].map((date) => `2027-02-${date}`);

/** Two days off by law: 2/9 and the day before or after, whichever is announced. */
const besideNationalDay = {
  name: 'Quốc khánh (ngày liền kề)',
  source: 'not announced yet; Labour Code 2019, article 112 leaves it between 1/9 and 3/9',
  confidence: 'C',
} as const;

/** The offices' year 2027, as far as it is known. */
export const calendar2027: Calendar = Calendar.parse({
  year: 2027,
  weeklyDaysOff: [6, 7],
  daysOff: [
    { day: '2027-01-01', name: 'Tết Dương lịch', ...law },
    ...tetDays.map((day) => ({ day, ...tet })),
    { day: '2027-04-16', name: 'Giỗ Tổ Hùng Vương', ...law },
    { day: '2027-04-30', name: 'Ngày Chiến thắng', ...law },
    { day: '2027-05-01', name: 'Ngày Quốc tế lao động', ...law },
    { day: '2027-05-03', name: 'Nghỉ bù Ngày Quốc tế lao động', ...law },
    { day: '2027-09-01', ...besideNationalDay },
    { day: '2027-09-02', name: 'Quốc khánh', ...law },
    { day: '2027-09-03', ...besideNationalDay },
    {
      day: '2027-11-24',
      name: 'Ngày Văn hóa Việt Nam',
      source: 'NQ 28/2026/QH16, from 1/7/2026',
      confidence: 'A',
    },
  ],
  extraWorkingDays: [],
});
