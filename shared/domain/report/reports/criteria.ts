import { type Figure } from '../figures.ts';
import type { Day } from '../../values/day.ts';
import { aimInWords, meets } from '../aim.ts';
import { inWords } from '../table/listing.ts';
import { type Headline, type MakeReport, shareOf } from '../report.ts';
import { headline, sums } from './by-day.ts';
import { promisesOver } from './promises.ts';

const inTime = ['1', '5', '15', '60'] as const;

/**
 * What an office measures the mending of its weak points by (the model of Cao Lãnh, 2022): each with its target, where law or
 * programme sets one, with this stretch and the month before.
 */
export const criteriaReport: MakeReport = (asked) => {
  const sum = sums(asked);
  const { shareKept, shareApologised, late, apologisedInTime } = promisesOver(asked);
  const reached = sum('message-sms-reached', 'message-zalo-reached');
  const unreached = sum('message-sms-unreached', 'message-zalo-unreached');
  const waited = (...names: readonly string[]) => sum(...names.map((name) => `wait-${name}` as Figure));
  const allWaited = waited(...inTime, '240', '1440', 'longer');
  const said = sum('digitised-yes', 'digitised-no');
  const lines: Headline[] = [
    headline(asked, { words: 'Hồ sơ đúng hẹn', is: 'share', of: shareKept }),
    headline(
      asked,
      {
        words: 'Hồ sơ trễ không được xin lỗi kịp hạn',
        is: 'count',
        of: (days: readonly Day[]) => late(days) - apologisedInTime(days),
      },
      { atMost: 0 },
    ),
    headline(
      asked,
      { words: 'Hồ sơ trễ được xin lỗi kịp hạn', is: 'share', of: shareApologised },
      { atLeast: 1 },
    ),
    headline(asked, {
      words: 'Tin không đến người dân',
      is: 'share',
      of: (days) => shareOf(unreached(days), reached(days) + unreached(days)),
    }),
    headline(asked, {
      words: 'Tin báo trong một giờ',
      is: 'share',
      of: (days) => shareOf(waited(...inTime)(days), allWaited(days)),
    }),
    headline(
      asked,
      { words: 'Tin không gửi được vì hạn mức', is: 'count', of: sum('message-sms-suppressed') },
      { atMost: 0 },
    ),
    headline(asked, { words: 'Bưu gửi trả về', is: 'count', of: sum('journey-came-back') }),
    headline(
      asked,
      { words: 'Bưu gửi mất, hỏng, không phát được', is: 'count', of: sum('journey-failed') },
      { atMost: 0 },
    ),
    headline(
      asked,
      { words: 'Hồ sơ số hóa', is: 'share', of: (days) => shareOf(sum('digitised-yes')(days), said(days)) },
      { atLeast: 0.8 },
    ),
  ];
  const verdicts = { true: 'đạt', false: 'chưa đạt', undefined: '' } as const;
  return {
    headlines: lines.filter((line) => line.target !== undefined),
    listing: {
      title: 'Tiêu chí khắc phục',
      columns: [
        { words: 'Tiêu chí', is: 'text' },
        { words: 'Mục tiêu', is: 'text' },
        { words: 'Kỳ này', is: 'text' },
        { words: 'Tháng trước', is: 'text' },
        { words: 'So với mục tiêu', is: 'text' },
      ],
      rows: lines.map((line) => [
        line.words,
        aimInWords(line),
        inWords(line.is, line.now),
        inWords(line.is, line.before),
        verdicts[`${meets(line)}` as const],
      ]),
    },
    notes: [
      'Mục tiêu số hóa theo Quyết định 766/QĐ-TTg; văn bản xin lỗi trước hoặc đúng hạn theo Mẫu 04, Thông tư 03/2025/TT-VPCP. Tiêu chí không có mục tiêu chung để phường tự đặt.',
    ],
  };
};
