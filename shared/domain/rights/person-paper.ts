/** Everything that is kept about a citizen, as a paper to be handed over. */
import { lostLetter } from '../post/paper/marked-rows.ts';
import { dayOf, formatDay, formatMoment } from '../values/day.ts';
import { Instant } from '../values/instant.ts';
import type { HeldItem } from './person-request.ts';
import { kindInWords, partInWords, placeInOrder, valueInWords } from './person-words.ts';

/** One line: how deep it lies, what it is, what it says. A line without a value is the heading of those below it. */
export type PaperLine = { depth: number; label: string; value?: string };

export type PersonPaper = {
  title: string;
  office: string;
  /** `2026-12-01`, for the file itself. */
  day: string;
  facts: { label: string; value: string }[];
  sections: { title: string; entries: PaperLine[][] }[];
};

const said = (name: string, value: string | number | boolean): string => {
  if (typeof value === 'boolean') return value ? 'có' : 'không';
  if (typeof value === 'number') return String(value);
  const instant = Instant.safeParse(value);
  if (instant.success && /T\d{2}:/.test(value)) return formatMoment(instant.data);
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDay(value as never) : valueInWords(name, value);
};

const isPlain = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value);

/** The lines of a part; what is empty or absent says nothing, and the only one of a list needs no number. */
const linesOf = (name: string, value: unknown, depth: number): PaperLine[] => {
  const label = partInWords(name);
  if (value === undefined || value === null || value === '') return [];
  if (isPlain(value)) return [{ depth, label, value: said(name, value) }];
  if (Array.isArray(value) && value.every(isPlain))
    return value.length === 0
      ? []
      : [{ depth, label, value: value.map((one) => said(name, one)).join('; ') }];
  const within = Array.isArray(value) ? numbered(value, depth + 1) : partsOf(value, depth + 1);
  return within.length === 0 ? [] : [{ depth, label }, ...within];
};

const numbered = (list: unknown[], depth: number): PaperLine[] => {
  const [only] = list;
  if (list.length === 1 && typeof only === 'object' && only !== null) return partsOf(only, depth);
  return list.flatMap((one, at) => linesOf(`${at + 1}`, one, depth));
};

const partsOf = (whole: object, depth: number): PaperLine[] =>
  Object.entries(whole).flatMap(([name, part]) => linesOf(name, part, depth));

const entryOf = ({ says }: HeldItem): PaperLine[] => {
  if (Array.isArray(says)) return numbered(says, 0);
  return typeof says === 'object' && says !== null ? partsOf(says, 0) : linesOf('words', says, 0);
};

/** The paper of these entries, by what they are; each word of them stands on it. */
export const personPaper = (
  told: readonly HeldItem[],
  { office, request, at }: { office: string; request: string; at: Instant },
): PersonPaper => {
  const kinds = [...new Set(told.map(({ kind }) => kind))].toSorted(
    (one, other) => placeInOrder(one) - placeInOrder(other),
  );
  return {
    title: 'Dữ liệu cá nhân đang lưu giữ',
    office,
    day: dayOf(at),
    facts: [
      { label: 'Yêu cầu số', value: request },
      { label: 'Lập lúc', value: formatMoment(at) },
      { label: 'Số mục', value: String(told.length) },
    ],
    sections: kinds.map((kind) => ({
      title: kindInWords(kind),
      entries: told
        .filter((item) => item.kind === kind)
        .map(entryOf)
        .filter(({ length }) => length > 0),
    })),
  };
};

/** The paper with a sign for these letters, and a line that says so. */
export const markedPersonPaper = (paper: PersonPaper, lost: readonly string[]): PersonPaper => {
  const marked = JSON.parse(
    lost.reduce((text, letter) => text.replaceAll(letter, lostLetter), JSON.stringify(paper)),
  ) as PersonPaper;
  const note = { label: 'Lưu ý', value: `chữ không in được thay bằng ${lostLetter}; tệp JSON có đủ` };
  return { ...marked, facts: [...paper.facts, note] };
};
