import { Day } from '../day.ts';

/** A service whose dossiers an office takes online alone; whoever comes to the counter is helped to file there. */
export type WithoutPaper = {
  /** As the list calls it. */
  service: string;
  /** Codes of our table of procedures; none where nobody has entered them yet. */
  procedures: readonly string[];
  inForceFrom: Day;
  source: string;
  /** A: read in an official text, or in several independent ones. B: one secondary source. C: expected, not confirmed. */
  confidence: 'A' | 'B' | 'C';
};

const list = {
  inForceFrom: Day.parse('2025-10-01'),
  source:
    'Chỉ thị 24/CT-TTg of 13/9/2025; Dân trí and CafeF of 2/10/2025 print the same 25 services, six of them of communes',
} as const;
/** The list names services; that these are the codes is our reading of the table of procedures. */
const read = { ...list, confidence: 'B' } as const;

/** What communes and their police take without paper files, of the 25 essential services. The other services are not theirs. */
export const withoutPaper2026 = {
  version: '2026-12-01',
  services: [
    { service: 'Đăng ký khai sinh', procedures: ['1.001193'], ...read },
    { service: 'Đăng ký khai tử', procedures: ['1.000656'], ...read },
    { service: 'Đăng ký kết hôn', procedures: ['1.000894'], ...read },
    {
      service: 'Liên thông khai sinh, thường trú, cấp thẻ bảo hiểm y tế cho trẻ dưới 6 tuổi',
      procedures: ['3.000722', '2.000986'],
      ...read,
    },
    {
      service: 'Liên thông khai tử, xóa đăng ký thường trú, trợ cấp mai táng phí',
      procedures: ['2.002913', '2.002622'],
      ...read,
    },
    { service: 'Đăng ký biến động đất đai', procedures: [], ...read },
    { service: 'Đăng ký thường trú', procedures: ['1.004222'], ...read },
    { service: 'Đăng ký tạm trú', procedures: ['1.004194'], ...read },
    { service: 'Khai báo tạm vắng', procedures: [], ...read },
    { service: 'Thông báo lưu trú', procedures: [], ...read },
  ] as readonly WithoutPaper[],
} as const;
