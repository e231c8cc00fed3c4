import { type Choices, guarded, type Guarded, type Wanted } from '../../../../domain/people/proposal.ts';
import type { BoardWords } from '../../../../domain/office/counter/board-words.ts';
import { formatDay } from '../../../../domain/values/day.ts';
import { textWords } from './texts.ts';

/** One thing that differs, in words: as it is, and as somebody wants it. */
export type Difference = { label: string; before: string; after: string };

type Reading = { label: string; of: (choices: Choices) => string | number | undefined };

const limitOf =
  (name: 'messagesPerPhonePerDay' | 'messagesPerWardPerDay' | 'partsPerWardPerMonth') =>
  ({ limits }: Choices): number | undefined =>
    limits?.[name];

const insertInWords = ({ title, words, together, from, to }: BoardWords['inserts'][number]): string =>
  `${title}: ${words}${together === undefined ? '' : ` (cùng với ${together})`}, ${formatDay(from)} đến ${formatDay(to)}`;

const readings: Readonly<Record<Guarded, readonly Reading[]>> = {
  office: [{ label: 'Tên cơ quan trong tin', of: ({ office }) => office }],
  hotline: [{ label: 'Đường dây hỏi', of: ({ hotline }) => hotline }],
  sendWindow: [
    { label: 'Giờ nhắn tin', of: ({ sendWindow: hours }) => hours && `${hours.from} đến ${hours.to}` },
  ],
  board: [
    {
      label: 'Trang hướng dẫn trên bảng',
      of: ({ board }) => board?.slides.map(({ title, lines }) => `${title}: ${lines.join(' / ')}`).join('; '),
    },
    {
      label: 'Tin tuyên truyền trên bảng',
      of: ({ board }) => board?.inserts.map(insertInWords).join('; '),
    },
  ],
  limits: [
    { label: 'Số tin mỗi ngày cho một số điện thoại', of: limitOf('messagesPerPhonePerDay') },
    { label: 'Số tin mỗi ngày của cả phường, xã', of: limitOf('messagesPerWardPerDay') },
    { label: 'Số phần tin mỗi tháng', of: limitOf('partsPerWardPerMonth') },
    {
      label: 'Tiền tin mỗi tháng',
      of: ({ limits }) =>
        limits?.budgetPerMonth && `${limits.budgetPerMonth.amount} ${limits.budgetPerMonth.currency}`,
    },
  ],
};

const written = (value: string | number | undefined): string =>
  value === undefined ? 'không có' : typeof value === 'number' ? value.toLocaleString('vi-VN') : value;

/** What a proposal would change, row by row. */
export const changedRows = (wanted: Wanted): Difference[] => {
  if (wanted.about === 'text')
    return [
      { label: 'Tiếng Việt', before: wanted.before.vi, after: wanted.draft.bodies.vi },
      { label: 'Tiếng Anh', before: wanted.before.en, after: wanted.draft.bodies.en },
    ].filter(({ before, after }) => before !== after);
  return wanted.names
    .flatMap((name) => readings[name])
    .map(({ label, of }) => ({ label, before: written(of(wanted.before)), after: written(of(wanted.after)) }))
    .filter(({ before, after }) => before !== after);
};

const textInWords = (key: keyof typeof textWords): string => `Câu “${textWords[key]}”`;
const guardedInWords = (names: readonly Guarded[]): string =>
  names.map((name) => readings[name][0]!.label.split(' mỗi')[0]!).join(', ');

/** What a proposal is about, in a title. */
export const wantedInWords = (wanted: Wanted): string =>
  wanted.about === 'text' ? textInWords(wanted.draft.key) : guardedInWords(wanted.names);

/** Why a change is on the worklist (`workOfProposals`): what it is about, whether it counts, and since when. */
export const changeInWords = (because: string): string => {
  const [, word = '', subject = '', when = ''] = /^(\w+): ([^;]+); (.*)$/.exec(because) ?? [];
  const [first = '', key = ''] = subject.split(' ');
  const isText = first === 'text' && Object.hasOwn(textWords, key);
  const what = isText
    ? textInWords(key as keyof typeof textWords)
    : guardedInWords(guarded.filter((name) => subject.split(' ').includes(name)));
  return word === 'proposed' ? `Chờ duyệt: ${what}, đề nghị ${when}` : `Vừa đổi: ${what}, từ ${when}`;
};
