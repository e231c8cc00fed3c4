/** Rows of one file that say the same thing: the first counts, and the others are named by it. */
import type { Language } from '../file-problem.ts';
import type { SheetRow } from '../rows/read-rows.ts';
import type { ReportedRow } from './row-report.ts';

const sentences: Readonly<Record<Language, (first: number) => string>> = {
  vi: (first) =>
    `Giống hệt dòng ${first} của tệp này nên chỉ tính một lần. Xin bỏ bớt một dòng nếu chép thừa.`,
  en: (first) =>
    `The same as row ${first} of this file, so it counts once. Delete one if it was copied by mistake.`,
};

/** An event is named by its content, so two rows with the same name are one. */
export const namedTwice = (
  rows: readonly SheetRow[],
  reported: readonly ReportedRow[],
  language: Language,
): ReportedRow[] => {
  const firsts = new Map<string, number>();
  return rows.map((row, at): ReportedRow => {
    const report = reported[at]!;
    if (!('event' in row)) return report;
    const first = firsts.get(row.event.eventId);
    if (first === undefined) {
      firsts.set(row.event.eventId, row.row);
      return report;
    }
    const again = { sentence: sentences[language](first) };
    return { ...report, outcome: 'duplicate', troubles: [again, ...report.troubles] };
  });
};
