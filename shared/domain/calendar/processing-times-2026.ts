import type { ProcessingTimeTable } from './processing-time.ts';

/** How long commune-level procedures may take, as far as we have read it. What is missing here is not known. */
export const processingTimes2026: ProcessingTimeTable = {
  version: '2026-11-01',
  rules: [
    {
      name: 'khai sinh, khai tử, kết hôn, trích lục, chứng thực: trong ngày, sau 15 giờ thì ngày làm việc tiếp theo',
      procedures: [
        '1.001193',
        '1.000656',
        '1.000894',
        '2.000635',
        '2.000815',
        '2.000884',
        '2.000908',
        '2.001019',
        '2.000992',
      ],
      time: { kind: 'same-day', cutOff: '15:00' },
      source: 'QĐ 663 and QĐ 1811 of UBND Hà Nội; the one-stop software of Thanh Hóa has the same rule',
      confidence: 'A',
    },
    {
      name: 'liên thông khai sinh, thường trú, bảo hiểm y tế',
      procedures: ['3.000722'],
      time: { kind: 'working-days', days: 3 },
      source: 'practice of one-stop offices, about three working days',
      confidence: 'B',
    },
  ],
};
