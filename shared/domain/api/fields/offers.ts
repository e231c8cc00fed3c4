import type { Fields } from './field.ts';

/** What an office offers beside its hours, and what its board says. */
export const offerFields: Fields = {
  'weekly.places': ['How many people these hours have time for', 20],
  'dated.places': ['How many people these hours have time for that day', 20],
  board: ['What the board at the counter says beside codes and hours'],
  'board.slides': ['Pages of guidance; ours while there are none'],
  'slides.lines': ['Line by line', '1. Giấy hẹn, hoặc mã hồ sơ'],
  'board.inserts': ['What the office spreads for a while, alone or together with others'],
  'inserts.words': ['The words', 'Sáng thứ Năm tuần đầu tháng, tại trạm y tế phường.'],
  'inserts.together': ['Who sends it together with the office', 'Mặt trận Tổ quốc phường'],
  'inserts.from': ['The first day on which it is shown', '2026-12-01'],
  'inserts.to': ['The last day on which it is shown', '2026-12-31'],
  offers: ['Days on which the office helps with forms, or lets nobody wait'],
  'offers.helpWeekly': ['Every week: when somebody fills in forms for those who find writing hard'],
  'offers.helpDated': ['On one date, beside the weekly times: whose turn it is'],
  'helpWeekly.by': ['Who helps', 'Đoàn thanh niên'],
  'helpDated.by': ['Who helps', 'Hội phụ nữ'],
  'offers.noAppointment': ['Procedures that are answered on the day they are filed, and on which weekdays'],
  'noAppointment.procedures': ['Their codes', '2.000815'],
};
