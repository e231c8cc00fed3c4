import type { Day } from '../../values/day.ts';
import type { Figure, JourneyFate } from '../figures.ts';
import { type MakeReport, shareOf } from '../report.ts';
import { headline, sums } from './by-day.ts';
import { filedBy } from './filing.ts';
import { filingChannels, journeyFates } from '../figures.ts';

const filed = filingChannels.map(filedBy);
const asked = journeyFates.map((name: JourneyFate): Figure => `journey-${name}`);

/** Each model with what it counts, and of what it is a share. */
const models: readonly { words: string; of: readonly Figure[]; among: readonly Figure[] }[] = [
  { words: 'Ngày không hẹn: có kết quả ngay trong ngày', of: ['at-once-kept'], among: ['at-once-filed'] },
  { words: '5 tại chỗ: đủ năm bước trong ngày, có ghi giờ', of: ['on-the-spot'], among: filed },
  { words: 'Ngày không viết, viết giúp', of: ['helped-writing'], among: filed },
  { words: 'Hỗ trợ nộp trực tuyến', of: ['helped-online'], among: ['filed-online'] },
  { words: 'Nộp qua Zalo', of: ['filed-zalo'], among: filed },
  { words: '2 trong 1', of: ['filed-together'], among: filed },
  { words: 'Nhận và trả thay nơi khác giải quyết', of: ['decided-elsewhere'], among: filed },
  { words: 'Nhận ngoài giờ', of: ['filed-after-hours'], among: filed },
  { words: 'Điện tử hóa hồ sơ', of: ['digitised-yes'], among: ['digitised-yes', 'digitised-no'] },
  { words: 'Trả kết quả bằng bản điện tử', of: ['returned-electronically'], among: ['with-result'] },
  { words: 'Trả kết quả tận nơi', of: asked, among: ['with-result'] },
];

/** The models that an office tries out, each with how often it served somebody. */
export const modelsReport: MakeReport = (basis) => {
  const sum = sums(basis);
  const { days, before } = basis.stretch;
  const share = (of: readonly Figure[], among: readonly Figure[]) => (span: readonly Day[]) =>
    shareOf(sum(...of)(span), sum(...among)(span));
  return {
    headlines: models
      .slice(0, 4)
      .map(({ words, of, among }) =>
        headline(basis, { words: words.split(':')[0]!, is: 'share', of: share(of, among) }),
      ),
    chart: {
      words: 'Hồ sơ theo mô hình',
      labels: models.map(({ words }) => words.split(':')[0]!),
      series: [{ words: 'hồ sơ', tone: 'good', values: models.map(({ of }) => sum(...of)(days)) }],
    },
    listing: {
      title: 'Mô hình',
      columns: [
        { words: 'Mô hình', is: 'text' },
        { words: 'Hồ sơ', is: 'count' },
        { words: 'Trên tổng', is: 'count' },
        { words: 'Tỷ lệ', is: 'share' },
        { words: 'Tháng trước', is: 'count' },
      ],
      rows: models.map(({ words, of, among }) => [
        words,
        sum(...of)(days),
        sum(...among)(days),
        share(of, among)(days),
        sum(...of)(before),
      ]),
    },
    notes: [
      'Hồ sơ tính vào ngày nộp; ngày không hẹn là thủ tục và thứ mà phường đã chọn ở trang Ngày phục vụ, bảng.',
      'Ngoài giờ: nộp tại quầy trước 7 giờ, sau 17 giờ, thứ bảy hoặc chủ nhật.',
    ],
  };
};
