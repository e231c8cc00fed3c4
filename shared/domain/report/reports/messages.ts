import { Channel } from '../../values/ids.ts';
import type { Day } from '../../values/day.ts';
import { type MessageFate, fates, type Figure, waitBuckets } from '../figures.ts';
import { type MakeReport, shareOf } from '../report.ts';
import { dayInShort, headline, listingByDay, sums } from './by-day.ts';

const channels = Channel.options;
const allWith = (fate: MessageFate, of: readonly Channel[] = channels): Figure[] =>
  of.map((channel): Figure => `message-${channel}-${fate}`);
/** All that was owed, whatever became of it, but what newer word made pointless. */
const owedFates = fates.filter((fate) => fate !== 'cancelled');
const texts = ['sms', 'zalo'] as const satisfies readonly Channel[];

/** Messages by day and by what became of them, and what they cost. */
export const messagesReport: MakeReport = (asked) => {
  const sum = sums(asked);
  const { dongPerPart, stretch } = asked;
  const owed = sum(...owedFates.flatMap((fate) => allWith(fate, texts)));
  const reached = sum(...allWith('reached', texts));
  const unreached = sum(...allWith('unreached', texts));
  const open = sum(
    ...(['taken', 'unknown', 'waiting', 'suppressed'] as const).flatMap((fate) => allWith(fate, texts)),
  );
  const settled = (days: readonly Day[]) => reached(days) + unreached(days);
  const cost = (days: readonly Day[]) =>
    dongPerPart === undefined ? undefined : sum('parts')(days) * dongPerPart;
  const columns = [
    { words: 'Tin', is: 'count' as const, of: owed },
    { words: 'Đến máy', is: 'count' as const, of: reached },
    { words: 'Không đến', is: 'count' as const, of: unreached },
    { words: 'Chưa rõ, đang đi', is: 'count' as const, of: open },
    { words: 'Đã hủy', is: 'count' as const, of: sum(...allWith('cancelled', texts)) },
    {
      words: 'Tỷ lệ đến',
      is: 'share' as const,
      of: (days: readonly Day[]) => shareOf(reached(days), settled(days)),
    },
    { words: 'Phần tin', is: 'count' as const, of: sum('parts') },
    { words: 'Chi phí', is: 'dong' as const, of: cost },
  ];
  const [all, , , , , share, parts, money] = columns;
  return {
    headlines: [all!, share!, parts!, money!].map((column) => headline(asked, column)),
    chart: {
      words: 'Tin nhắn mỗi ngày',
      labels: stretch.days.map(dayInShort),
      series: [
        { words: 'đến máy', tone: 'good', values: stretch.days.map((day) => reached([day])) },
        { words: 'không đến', tone: 'bad', values: stretch.days.map((day) => unreached([day])) },
        { words: 'chưa rõ, đang đi', tone: 'open', values: stretch.days.map((day) => open([day])) },
      ],
    },
    listing: listingByDay('Tin nhắn', asked, columns),
    notes: [
      '“Đến máy” là nhà mạng xác nhận, không phải người dân đã đọc. Tin tính vào ngày máy viết ra nó.',
      dongPerPart === undefined
        ? 'Chi phí để trống: phường chưa ghi giá một phần tin trong hạn mức.'
        : 'Chi phí là số phần tin nhân giá phường đã ghi trong hạn mức, không phải hóa đơn của nhà mạng.',
    ],
  };
};

/** Who could not be reached by a text, and whom somebody rang. */
export const unreachableReport: MakeReport = (asked) => {
  const sum = sums(asked);
  const unreached = sum(...allWith('unreached', texts));
  const calls = sum(...owedFates.map((fate): Figure => `message-call-list-${fate}`));
  const columns = [
    { words: 'Tin không đến', is: 'count' as const, of: unreached },
    { words: 'Cuộc phải gọi', is: 'count' as const, of: calls },
    { words: 'Đã báo được', is: 'count' as const, of: sum('message-call-list-reached') },
    { words: 'Gọi không được', is: 'count' as const, of: sum('message-call-list-unreached') },
    { words: 'Còn phải gọi', is: 'count' as const, of: sum('message-call-list-waiting') },
  ];
  return {
    headlines: columns.map((column) => headline(asked, column)),
    chart: {
      words: 'Tin không đến và cuộc phải gọi mỗi ngày',
      labels: asked.stretch.days.map(dayInShort),
      series: [
        { words: 'tin không đến', tone: 'bad', values: asked.stretch.days.map((day) => unreached([day])) },
        { words: 'cuộc phải gọi', tone: 'open', values: asked.stretch.days.map((day) => calls([day])) },
      ],
    },
    listing: listingByDay('Không báo được', asked, columns),
    notes: ['Một tin không đến có thể thành một cuộc phải gọi: hai cột không cộng lại với nhau.'],
  };
};

/** How long citizens waited from a status to the hand-over of its SMS to a carrier. */
export const waitsReport: MakeReport = (asked) => {
  const sum = sums(asked);
  const { days, before } = asked.stretch;
  const within = (...names: (typeof waitBuckets)[number]['name'][]) =>
    sum(...names.map((name): Figure => `wait-${name}`));
  const all = within(...waitBuckets.map(({ name }) => name));
  const rows = waitBuckets.map(({ name, words }) => {
    const [now, earlier] = [within(name)(days), within(name)(before)];
    return [words, now, shareOf(now, all(days)), earlier, shareOf(earlier, all(before))];
  });
  const share =
    (...names: (typeof waitBuckets)[number]['name'][]) =>
    (of: readonly Day[]) =>
      shareOf(within(...names)(of), all(of));
  return {
    headlines: [
      { words: 'Tin được đo', is: 'count' as const, of: all },
      { words: 'Trong 5 phút', is: 'share' as const, of: share('1', '5') },
      { words: 'Trong 1 giờ', is: 'share' as const, of: share('1', '5', '15', '60') },
      { words: 'Hơn 1 ngày', is: 'share' as const, of: share('longer') },
    ].map((column) => headline(asked, column)),
    chart: {
      words: 'Từ lúc hồ sơ sang bước đến lúc nhà mạng nhận tin',
      labels: waitBuckets.map(({ words }) => words),
      series: [{ words: 'tin', tone: 'good', values: waitBuckets.map(({ name }) => within(name)(days)) }],
    },
    listing: {
      title: 'Thời gian báo tin',
      columns: [
        { words: 'Thời gian', is: 'text' },
        { words: 'Tin', is: 'count' },
        { words: 'Phần', is: 'share' },
        { words: 'Tháng trước', is: 'count' },
        { words: 'Phần tháng trước', is: 'share' },
      ],
      rows,
      total: ['Tất cả', all(days), undefined, all(before), undefined],
    },
    notes: [
      'Tin của bước xảy ra ngoài giờ nhắn đợi đến giờ nhắn hôm sau, và vẫn tính từ lúc hồ sơ sang bước.',
    ],
  };
};
