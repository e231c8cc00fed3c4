import type { LetterKind } from '../../letter/content.ts';
import { LetterState } from '../../letter/moves.ts';
import type { Day } from '../../values/day.ts';
import { type Figure, type JourneyFate, journeyFates, postDayBuckets } from '../figures.ts';
import { type MakeReport, shareOf } from '../report.ts';
import { headline, sums } from './by-day.ts';

const kinds = {
  birth: 'Chúc mừng sinh',
  marriage: 'Chúc mừng cưới',
  condolence: 'Chia buồn',
  apology: 'Xin lỗi trễ hẹn',
  'funeral-support': 'Hỗ trợ mai táng',
} as const satisfies Record<LetterKind, string>;

const standings = [
  { words: 'Đang viết, chờ ký', states: ['drafted', 'rendered'] },
  { words: 'Dừng, giữ lại', states: ['stopped', 'held'] },
  { words: 'Đã ký, chờ trao', states: ['released', 'printed'] },
  { words: 'Đã trao, đã gửi', states: ['handed-over', 'posted'] },
  { words: 'Đã hủy', states: ['withdrawn'] },
] as const satisfies readonly { words: string; states: readonly LetterState[] }[];

const kindNames = Object.keys(kinds) as LetterKind[];
const lettersIn = (of: readonly LetterKind[], states: readonly LetterState[]): Figure[] =>
  of.flatMap((kind) => states.map((state): Figure => `letter-${kind}-${state}`));

/** Letters that were written in the stretch, by kind and by how they stand now. */
export const lettersReport: MakeReport = (asked) => {
  const sum = sums(asked);
  const { days, before } = asked.stretch;
  const of = (named: readonly LetterKind[], states: readonly LetterState[] = LetterState.options) =>
    sum(...lettersIn(named, states));
  const row = (words: string, named: readonly LetterKind[]) => [
    words,
    of(named)(days),
    ...standings.map(({ states }) => of(named, states)(days)),
    of(named)(before),
  ];
  return {
    headlines: [
      headline(asked, { words: 'Thư đã viết', is: 'count', of: of(kindNames) }),
      ...standings.map(({ words, states }) =>
        headline(asked, { words, is: 'count', of: of(kindNames, states) }),
      ),
    ],
    chart: {
      words: 'Thư theo loại',
      labels: kindNames.map((kind) => kinds[kind]),
      series: [
        {
          words: 'đã trao, đã gửi',
          tone: 'good',
          values: kindNames.map((kind) => of([kind], ['handed-over', 'posted'])(days)),
        },
        { words: 'đã hủy', tone: 'bad', values: kindNames.map((kind) => of([kind], ['withdrawn'])(days)) },
        {
          words: 'còn lại',
          tone: 'open',
          values: kindNames.map((kind) =>
            of([kind], ['drafted', 'rendered', 'stopped', 'held', 'released', 'printed'])(days),
          ),
        },
      ],
    },
    listing: {
      title: 'Thư',
      columns: [
        { words: 'Loại thư', is: 'text' },
        { words: 'Đã viết', is: 'count' },
        ...standings.map(({ words }) => ({ words, is: 'count' as const })),
        { words: 'Đã viết, tháng trước', is: 'count' },
      ],
      rows: kindNames.map((kind) => row(kinds[kind], [kind])),
      total: row('Tất cả', kindNames),
    },
    notes: ['Thư tính vào ngày viết, theo tình trạng lúc này.'],
  };
};

const ways: Readonly<Record<JourneyFate, string>> = {
  'asked-for': 'Chờ bưu điện lấy',
  'under-way': 'Đang trên đường',
  delivered: 'Đã trao',
  'came-back': 'Trả về',
  failed: 'Không phát được, cần người xem',
  cancelled: 'Đã hủy',
};

/** Journeys that were asked for in the stretch, and how many days those took that arrived in it. */
export const journeysReport: MakeReport = (asked) => {
  const sum = sums(asked);
  const { days, before } = asked.stretch;
  const fate = (...names: JourneyFate[]) => sum(...names.map((name): Figure => `journey-${name}`));
  const took = (...names: (typeof postDayBuckets)[number]['name'][]) =>
    sum(...names.map((name): Figure => `post-days-${name}`));
  const arrived = took(...postDayBuckets.map(({ name }) => name));
  return {
    headlines: [
      headline(asked, { words: 'Bưu gửi', is: 'count', of: fate(...journeyFates) }),
      headline(asked, { words: 'Đã trao', is: 'count', of: fate('delivered') }),
      headline(asked, { words: 'Trả về', is: 'count', of: fate('came-back') }),
      headline(asked, {
        words: 'Đến trong 2 ngày',
        is: 'share',
        of: (of: readonly Day[]) => shareOf(took('0', '1', '2')(of), arrived(of)),
      }),
    ],
    chart: {
      words: 'Số ngày từ lúc giao bưu điện đến lúc trao tay',
      labels: postDayBuckets.map(({ words }) => words),
      series: [
        { words: 'bưu gửi', tone: 'good', values: postDayBuckets.map(({ name }) => took(name)(days)) },
      ],
    },
    listing: {
      title: 'Bưu gửi',
      columns: [
        { words: 'Bưu gửi', is: 'text' },
        { words: 'Kỳ này', is: 'count' },
        { words: 'Tháng trước', is: 'count' },
      ],
      rows: [
        ...journeyFates.map((name) => [ways[name], fate(name)(days), fate(name)(before)]),
        ...postDayBuckets.map(({ name, words }) => [
          `Trao sau: ${words}`,
          took(name)(days),
          took(name)(before),
        ]),
      ],
    },
    notes: ['Bưu gửi tính vào ngày phường đặt; số ngày đường tính vào ngày trao, theo lịch, cả ngày nghỉ.'],
  };
};
