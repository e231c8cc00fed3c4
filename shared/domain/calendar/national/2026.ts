import { Calendar } from '../calendar.ts';

const law = { source: 'Labour Code 2019, article 112', confidence: 'A' } as const;
const tet = {
  name: 'Tết Nguyên đán Bính Ngọ',
  source: 'Thông báo 9441/TB-BNV of 16/10/2025, also Vietnam News Agency: Saturday 14/2 to Sunday 22/2/2026',
  confidence: 'A',
} as const;
/** Five days and both weekends around them, all of them closed to weekly weekend sessions too. */
const tetDays = Array.from({ length: 9 }, (_, after) => `2026-02-${14 + after}`);
const newYearSwap = {
  source:
    'Công văn 12729/VPCP-KGVX of 25/12/2025, quoted by the press of 26/12/2025 and by several public calendars',
  confidence: 'A',
} as const;
const nationalDaySwap = {
  source: 'Thông báo 9441/TB-BNV of 16/10/2025, quoted by several public calendars',
  confidence: 'A',
} as const;

/** The offices' year 2026. */
export const calendar2026: Calendar = Calendar.parse({
  year: 2026,
  weeklyDaysOff: [6, 7],
  daysOff: [
    { day: '2026-01-01', name: 'Tết Dương lịch', ...law },
    { day: '2026-01-02', name: 'Nghỉ hoán đổi Tết Dương lịch', ...newYearSwap },
    ...tetDays.map((day) => ({ day, ...tet })),
    { day: '2026-04-26', name: 'Giỗ Tổ Hùng Vương', ...law },
    { day: '2026-04-27', name: 'Nghỉ bù Giỗ Tổ Hùng Vương', ...law },
    { day: '2026-04-30', name: 'Ngày Chiến thắng', ...law },
    { day: '2026-05-01', name: 'Ngày Quốc tế lao động', ...law },
    { day: '2026-08-31', name: 'Nghỉ hoán đổi Quốc khánh', ...nationalDaySwap },
    { day: '2026-09-01', name: 'Quốc khánh (ngày liền kề)', ...nationalDaySwap },
    { day: '2026-09-02', name: 'Quốc khánh', ...law },
    {
      day: '2026-11-24',
      name: 'Ngày Văn hóa Việt Nam',
      source: 'NQ 28/2026/QH16, from 1/7/2026',
      confidence: 'A',
    },
  ],
  extraWorkingDays: [
    { day: '2026-01-10', name: 'Làm bù ngày 2/1', standsInFor: '2026-01-02', ...newYearSwap },
    { day: '2026-08-22', name: 'Làm bù ngày 31/8', standsInFor: '2026-08-31', ...nationalDaySwap },
  ],
});
