import type { LateBecause } from '../../dossier/event/how-served.ts';
import type { Day } from '../../values/day.ts';
import { type Figure, promiseKept } from '../figures.ts';
import { type ReportBasis, type MakeReport, shareOf } from '../report.ts';
import { dayInShort, headline, listingByDay, sums } from './by-day.ts';

export const finishedFigures = promiseKept.map((kept): Figure => `finished-${kept}`);

/** What is asked of promises, over any days. */
export const promisesOver = (asked: ReportBasis) => {
  const sum = sums(asked);
  const finished = sum(...finishedFigures);
  const late = sum('finished-late');
  return {
    sum,
    finished,
    late,
    kept: sum('finished-early', 'finished-on-time'),
    apologisedInTime: sum('late-apology-on-time'),
    shareKept: (days: readonly Day[]) => shareOf(finished(days) - late(days), finished(days)),
    shareApologised: (days: readonly Day[]) => shareOf(sum('late-apology-on-time')(days), late(days)),
    shareSameDay: (days: readonly Day[]) => shareOf(sum('answered-same-day')(days), sum('with-result')(days)),
    shareFiveSteps: (days: readonly Day[]) =>
      shareOf(sum('handed-over-same-day')(days), sum('with-result')(days)),
  };
};

const causes = {
  software: 'lỗi phần mềm',
  'other-office': 'chờ nơi khác',
  papers: 'giấy tờ, xác minh',
  people: 'thiếu người',
  other: 'khác',
  unsaid: 'không ghi',
} as const satisfies Record<LateBecause | 'unsaid', string>;

const causesOf = (sum: ReturnType<typeof sums>, days: readonly Day[]): string =>
  (Object.keys(causes) as (keyof typeof causes)[])
    .map((cause) => `${causes[cause]} ${sum(`late-because-${cause}`)(days)}`)
    .join(', ');

/** Whether the office kept what it promised: finished in time, late and apologised for, or answered within the day. */
export const promisesReport: MakeReport = (asked) => {
  const { sum, finished, late, kept, shareKept, shareApologised, shareSameDay, shareFiveSteps } =
    promisesOver(asked);
  const { days } = asked.stretch;
  const columns = [
    { words: 'Giải quyết xong', is: 'count' as const, of: finished },
    { words: 'Trước hạn', is: 'count' as const, of: sum('finished-early') },
    { words: 'Đúng hạn', is: 'count' as const, of: sum('finished-on-time') },
    { words: 'Quá hạn', is: 'count' as const, of: late },
    { words: 'Xin lỗi kịp hạn', is: 'count' as const, of: sum('late-apology-on-time') },
    { words: 'Xin lỗi muộn', is: 'count' as const, of: sum('late-apology-late') },
    { words: 'Không xin lỗi', is: 'count' as const, of: sum('late-apology-none') },
    { words: 'Có kết quả trong ngày', is: 'count' as const, of: sum('answered-same-day') },
    { words: 'Trao trong ngày', is: 'count' as const, of: sum('handed-over-same-day') },
    { words: 'Tỷ lệ đúng hẹn', is: 'share' as const, of: shareKept },
  ];
  return {
    headlines: [
      headline(asked, { words: 'Giải quyết xong', is: 'count', of: finished }),
      headline(asked, { words: 'Đúng hẹn', is: 'share', of: shareKept }),
      headline(asked, { words: 'Quá hạn có xin lỗi kịp', is: 'share', of: shareApologised }, { atLeast: 1 }),
      headline(asked, { words: 'Không hẹn: có kết quả trong ngày', is: 'share', of: shareSameDay }),
      headline(asked, { words: 'Năm tại chỗ: trao trong ngày', is: 'share', of: shareFiveSteps }),
    ],
    chart: {
      words: 'Hồ sơ giải quyết xong mỗi ngày',
      labels: days.map(dayInShort),
      series: [
        { words: 'trước và đúng hạn', tone: 'good', values: days.map((day) => kept([day])) },
        { words: 'quá hạn', tone: 'bad', values: days.map((day) => late([day])) },
      ],
    },
    listing: listingByDay('Đúng hẹn', asked, columns),
    notes: [
      'Hạn là ngày hẹn trả lần đầu; so theo ngày, không theo giờ. Hồ sơ không có hạn tính là đúng hạn.',
      'Năm tại chỗ: tiếp nhận, thẩm định, phê duyệt, đóng dấu và trao kết quả trong cùng một ngày.',
      `Hồ sơ quá hạn theo nguyên nhân: ${causesOf(sum, days)}.`,
    ],
  };
};
