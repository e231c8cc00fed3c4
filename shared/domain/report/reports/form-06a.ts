import { type FilingChannel, filingChannels, sumOf } from '../figures.ts';
import type { MakeReport } from '../report.ts';
import { headline } from './by-day.ts';
import { filedBy } from './filing.ts';
import { finishedFigures, promisesOver } from './promises.ts';

/**
 * The columns of form II.06a/VPCP/KSTT (TT 01/2020/TT-VPCP) out of what was reported to us. The official report comes from the
 * provincial system: each of these says so. What was open when the stretch began follows from what is open now.
 */
export const form06aReport: MakeReport = (asked) => {
  const { figures, stretch, openNow } = asked;
  const { sum, finished } = promisesOver(asked);
  const filed = (...names: FilingChannel[]) => sum(...names.map(filedBy))(stretch.days);
  const later = [...figures.keys()].filter((day) => day > stretch.days.at(-1)!);
  const openAtEnd =
    openNow === undefined
      ? undefined
      : openNow -
        sumOf(figures, later, ...filingChannels.map(filedBy)) +
        sumOf(figures, later, ...finishedFigures);
  const inStretch = filed(...filingChannels);
  const carriedOver = openAtEnd === undefined ? undefined : openAtEnd + finished(stretch.days) - inStretch;
  const rows: [string, number | undefined][] = [
    ['Tiếp nhận: tổng số', carriedOver === undefined ? undefined : carriedOver + inStretch],
    ['Tiếp nhận trong kỳ: trực tuyến', filed('online', 'zalo')],
    ['Tiếp nhận trong kỳ: trực tiếp, dịch vụ bưu chính', filed('counter', 'post')],
    ['Tiếp nhận trong kỳ: không ghi cách nộp', filed('unsaid')],
    ['Từ kỳ trước', carriedOver],
    ['Đã giải quyết: tổng số', finished(stretch.days)],
    ['Đã giải quyết: trước hạn', sum('finished-early')(stretch.days)],
    ['Đã giải quyết: đúng hạn', sum('finished-on-time')(stretch.days)],
    ['Đã giải quyết: quá hạn', sum('finished-late')(stretch.days)],
    ['Đang giải quyết: tổng số', openAtEnd],
  ];
  return {
    headlines: [
      headline(asked, {
        words: 'Tiếp nhận trong kỳ (tham khảo)',
        is: 'count',
        of: sum(...filingChannels.map(filedBy)),
      }),
      headline(asked, { words: 'Đã giải quyết (tham khảo)', is: 'count', of: finished }),
      { words: 'Đang giải quyết (tham khảo)', is: 'count', now: openAtEnd, before: undefined },
    ],
    listing: {
      title: 'Biểu II.06a (tham khảo)',
      columns: [
        { words: 'Cột của biểu II.06a/VPCP/KSTT (tham khảo)', is: 'text' },
        { words: 'Số hồ sơ', is: 'count' },
      ],
      rows,
    },
    notes: [
      'Chỉ để tham khảo: báo cáo chính thức lấy từ hệ thống của tỉnh.',
      'Đang giải quyết chưa chia trong hạn và quá hạn; hồ sơ quá hạn có ở trang Việc.',
      'Đã giải quyết gồm cả hồ sơ rút, dừng hoặc không được tiếp nhận.',
    ],
  };
};
