import { Day } from '../day.ts';
import type { Rule } from './rule.ts';

const day = (text: string): Day => Day.parse(text);

/** What was known in November 2026. A rule that changes keeps its old row, with the day on which it ended. */
export const rules2026: readonly Rule[] = [
  {
    name: 'Luật Hộ tịch 60/2014/QH13',
    touches: 'births, marriages and deaths that are registered, and the letters about them',
    inForceFrom: day('2016-01-01'),
    untilBefore: day('2027-03-01'),
    source: 'replaced by Luật Hộ tịch 03/2026/QH16; what was taken in before keeps this one',
    confidence: 'B',
  },
  {
    name: 'Luật Hộ tịch 03/2026/QH16',
    touches:
      'names, codes and times of civil-status procedures; a dossier follows the law of the day on which it was taken in',
    inForceFrom: day('2027-03-01'),
    source: 'passed on 23/4/2026, as secondary sources of 2026 tell it',
    confidence: 'B',
  },
  {
    name: 'QĐ 19/2025/QĐ-TTg',
    touches: 'codes of provinces and communes in every address; no districts',
    inForceFrom: day('2025-07-01'),
    source: 'the decision of 30/6/2025 and open data made from it',
    confidence: 'A',
  },
  {
    name: 'NĐ 118/2025/NĐ-CP, TT 03/2025/TT-VPCP',
    touches: 'one-stop offices, dossier codes, the apology (Mẫu 04)',
    inForceFrom: day('2025-07-01'),
    source: 'quoted by many offices and programs',
    confidence: 'B',
  },
  {
    name: 'Chỉ thị 24/CT-TTg: 25 dịch vụ công thiết yếu không nhận hồ sơ giấy',
    touches:
      'words that send a citizen to a counter with papers; the services stand in `without-paper-2026.ts`',
    inForceFrom: day('2025-10-01'),
    source: 'Dân trí and CafeF of 2/10/2025; the page of a ward of Hà Tĩnh',
    confidence: 'B',
  },
  {
    name: 'NQ 28/2026/QH16: Ngày Văn hóa Việt Nam',
    touches: '24/11 is a day off',
    inForceFrom: day('2026-07-01'),
    source: 'the resolution, as official pages have it',
    confidence: 'A',
  },
  {
    name: 'TT 13/2026/TT-BYT',
    touches: 'no table of vaccination ages is in force; a health station confirms ours',
    inForceFrom: day('2026-07-01'),
    source: 'the circular, article 5(4)',
    confidence: 'A',
  },
  {
    name: 'QĐ 29/2026/QĐ-TTg',
    touches: 'citizens sign in at the national portal with their electronic identity only',
    inForceFrom: day('2026-07-20'),
    source: 'secondary sources of 2026',
    confidence: 'B',
  },
  {
    name: 'NĐ 331/2026: duyệt cấp độ an toàn hệ thống',
    touches: 'the security level of this system has to be approved',
    inForceFrom: day('2027-01-01'),
    source: 'secondary sources of 2026',
    confidence: 'B',
  },
  {
    name: 'NĐ 331/2026: tuân thủ cấp độ an toàn',
    touches: 'this system has to meet its security level',
    inForceFrom: day('2027-07-01'),
    source: 'secondary sources of 2026',
    confidence: 'B',
  },
];
