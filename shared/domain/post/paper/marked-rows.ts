/**
 * Lists on which a letter stands that the type of our papers lacks. The list is printed all the same, since everybody else
 * on it would wait: a sign stands for the letter, and the list says which rows to look up.
 */
import type { HandoverList } from './handover-list.ts';
import type { VisitSheet } from './visit-sheet.ts';

/** What is printed where a letter cannot be. */
export const lostLetter = '□';

const has = (cells: readonly string[], lost: readonly string[]): boolean =>
  lost.some((letter) => cells.some((cell) => cell.includes(letter)));

const marked = <Words>(words: Words, lost: readonly string[]): Words =>
  JSON.parse(
    lost.reduce((text, letter) => text.replaceAll(letter, lostLetter), JSON.stringify(words)),
  ) as Words;

const sentence = (rows: readonly string[]): string =>
  `${rows.length > 0 ? `Dòng ${rows.join(', ')}` : 'Phiếu này'} có chữ không in được (${lostLetter}); xin xem lại trên máy trước khi giao.`;

/** The hand-over list with signs for these letters, and a remark that names their rows. */
export const markedHandoverList = (list: HandoverList, lost: readonly string[]): HandoverList => {
  const rows = list.rows.filter((row) => has(row, lost)).map(([number = '']) => number);
  const remark = [list.remark, sentence(rows)].filter(Boolean).join(' ');
  return { ...marked(list, lost), remark };
};

/** The visit list with signs for these letters, and a line that names their doors. */
export const markedVisitSheet = (sheet: VisitSheet, lost: readonly string[]): VisitSheet => {
  const doors = sheet.hamlets
    .flatMap(({ visits }) => visits)
    .filter(({ name, house, note = '' }) => has([name, house, note], lost))
    .map(({ number }) => number);
  const plain = marked(sheet, lost);
  return { ...plain, facts: [...plain.facts, { label: 'Lưu ý', value: sentence(doors) }] };
};
