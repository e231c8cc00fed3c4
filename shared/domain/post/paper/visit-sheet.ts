/** The visit list as it stands on paper and in spreadsheets, every word of it, in the order of the walk. */
import { type Day, formatDay } from '../../values/day.ts';
import { dialled } from '../../phone/read-phone.ts';
import { amountInFigures } from '../../values/writing/amount-in-words.ts';
import type { Visit, Visits } from './visit-list.ts';

export type VisitSheet = {
  title: string;
  agency: string;
  day: Day;
  /** Who carries it and how many doors there are. */
  facts: { label: string; value: string }[];
  hamlets: { name: string; visits: VisitEntry[] }[];
};

type VisitEntry = {
  number: string;
  name: string;
  house: string;
  note?: string;
  phones: string[];
  dossierCode: string;
  /** What to look out for at the door, a sentence each. */
  duties: string[];
  cash?: string;
};

/** A mobile number as people read it out: `0912 345 678`. */
const readOut = (phone: string): string => dialled(phone).replace(/^(\d{4})(\d{3})(\d{3})$/, '$1 $2 $3');

const dutiesOf = ({ checkIdentity, proxyAllowed, again }: Visit): string[] => [
  ...(again ? ['Lần trước không gặp'] : []),
  ...(checkIdentity ? ['Xem giấy tờ tùy thân'] : []),
  proxyAllowed ? 'Người nhà nhận thay được' : 'Giao tận tay, không nhận thay',
];

const entryOf = (visit: Visit, at: number): VisitEntry => ({
  number: String(at + 1),
  name: visit.name,
  house: visit.house,
  ...(visit.note !== undefined && { note: visit.note }),
  phones: [
    ...(visit.phone === undefined ? [] : [`ĐT ${readOut(visit.phone)}`]),
    ...(visit.relativePhone === undefined ? [] : [`Người nhà ${readOut(visit.relativePhone)}`]),
  ],
  dossierCode: visit.dossierCode,
  duties: dutiesOf(visit),
  ...(visit.cash > 0 && { cash: amountInFigures(visit.cash) }),
});

/** The sheet of one round. The visits are numbered through, whichever hamlet they are in. */
export const visitSheetOf = (visits: Visits, agency: string, day: Day): VisitSheet => {
  let before = 0;
  const hamlets = visits.map(({ hamlet, visits: there }) => {
    const entries = there.map((visit, at) => entryOf(visit, before + at));
    before += there.length;
    return { name: hamlet === '' ? 'Chưa ghi khu phố, ấp' : hamlet, visits: entries };
  });
  const cash = visits.flatMap(({ visits: there }) => there).reduce((sum, visit) => sum + visit.cash, 0);
  return {
    title: 'Danh sách trả kết quả tại nhà',
    agency,
    day,
    facts: [
      { label: 'Ngày', value: formatDay(day) },
      { label: 'Số nhà cần đến', value: String(before) },
      { label: 'Tiền cần thu', value: amountInFigures(cash) },
    ],
    hamlets,
  };
};

/** The same as a table, a line a door. */
export const visitTableOf = ({ hamlets }: VisitSheet): { columns: string[]; rows: string[][] } => ({
  columns: ['STT', 'Khu phố, ấp', 'Người nhận', 'Địa chỉ', 'Điện thoại', 'Mã hồ sơ', 'Lưu ý', 'Thu hộ'],
  rows: hamlets.flatMap(({ name, visits }) =>
    visits.map((visit) => [
      visit.number,
      name,
      visit.name,
      [visit.house, visit.note].filter(Boolean).join(', '),
      visit.phones.join('; '),
      visit.dossierCode,
      visit.duties.join('; '),
      visit.cash ?? amountInFigures(0),
    ]),
  ),
});
