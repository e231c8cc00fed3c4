import { expect, it } from 'vitest';
import { inflate } from '../../../shared/adapters/zip/inflate.ts';
import { nothingSaid } from '../../../shared/domain/sheet/columns/match.ts';
import { openedFile } from '../../../shared/domain/sheet/opened-file.ts';
import { csv, hang, hangBut, headings } from '../../support/sheets/lists.ts';

const opened = (rows: readonly string[][]) => {
  const file = openedFile(Buffer.from(csv([headings, ...rows])), { inflate, choice: nothingSaid }, 'vi');
  if (!file.ok) throw new Error(file.problem.code);
  return file.list!.rows.map(({ row, outcome, troubles }) => [row, outcome, troubles[0]?.sentence]);
};

it('names a row that was copied twice by the one it repeats, and counts it once', () => {
  const other = hangBut({ 'Mã hồ sơ': 'H29.26-261201-0002' });
  expect(opened([hang, other, hang, hang])).toEqual([
    [2, 'ready', undefined],
    [3, 'ready', undefined],
    [4, 'duplicate', expect.stringContaining('Giống hệt dòng 2 của tệp này')],
    [5, 'duplicate', expect.stringContaining('Giống hệt dòng 2 của tệp này')],
  ]);
});

it('leaves two rows of one dossier alone that say different things', () => {
  const later = hangBut({ 'Ngày hẹn trả': '05/12/2026' });
  expect(opened([hang, later]).map(([, outcome]) => outcome)).toEqual(['ready', 'ready']);
});
