import type { Day } from '../../values/day.ts';
import { type Figure, filingChannels, type FilingChannel } from '../figures.ts';
import { type MakeReport, shareOf } from '../report.ts';
import { headline, sums } from './by-day.ts';

const filingWords = {
  counter: 'Tại quầy',
  online: 'Trực tuyến',
  zalo: 'Zalo',
  post: 'Bưu chính',
  unsaid: 'Không ghi',
} as const satisfies Record<FilingChannel, string>;
const channels = filingChannels;
export const filedBy = (channel: FilingChannel): Figure => `filed-${channel}`;

/** How dossiers were filed, and whether their papers were scanned. */
export const filingReport: MakeReport = (asked) => {
  const sum = sums(asked);
  const { days, before } = asked.stretch;
  const filed = sum(...channels.map(filedBy));
  const said = sum('digitised-yes', 'digitised-no');
  const digitised = (of: readonly Day[]) => shareOf(sum('digitised-yes')(of), said(of));
  return {
    headlines: [
      headline(asked, { words: 'Hồ sơ tiếp nhận', is: 'count', of: filed }),
      headline(asked, {
        words: 'Nộp trực tuyến',
        is: 'share',
        of: (of) => shareOf(sum('filed-online')(of), filed(of)),
      }),
      headline(asked, { words: 'Đã số hóa', is: 'share', of: digitised }, { atLeast: 0.8 }),
    ],
    chart: {
      words: 'Hồ sơ theo cách nộp',
      labels: channels.map((channel) => filingWords[channel]),
      series: [
        { words: 'hồ sơ', tone: 'good', values: channels.map((channel) => sum(filedBy(channel))(days)) },
      ],
    },
    listing: {
      title: 'Cách nộp',
      columns: [
        { words: 'Cách nộp', is: 'text' },
        { words: 'Hồ sơ', is: 'count' },
        { words: 'Phần', is: 'share' },
        { words: 'Tháng trước', is: 'count' },
      ],
      rows: [
        ...channels.map((channel) => {
          const of = sum(filedBy(channel));
          return [filingWords[channel], of(days), shareOf(of(days), filed(days)), of(before)];
        }),
        ['Đã số hóa', sum('digitised-yes')(days), digitised(days), sum('digitised-yes')(before)],
        ['Chưa số hóa', sum('digitised-no')(days), undefined, sum('digitised-no')(before)],
      ],
    },
    notes: [
      'Hồ sơ tính vào ngày của bước đầu tiên được báo sang.',
      'Tỷ lệ số hóa tính trên hồ sơ có ghi; mục tiêu 80 % theo Quyết định 766/QĐ-TTg ngày 23/6/2022.',
    ],
  };
};
