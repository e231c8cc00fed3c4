import { describe, expect, it } from 'vitest';
import { typstPostPress } from '../../../shared/adapters/pdf/post-press.ts';
import { dayOf } from '../../../shared/domain/values/day.ts';
import { visitList } from '../../../shared/domain/post/paper/visit-list.ts';
import { visitSheetOf } from '../../../shared/domain/post/paper/visit-sheet.ts';
import { copiedWords, infoOf, isSound, pagesOf, pdfOf } from '../../support/paper.ts';
import { anAcceptedJob, anAddress, at, jobNumber } from '../../support/builders/post.ts';

const press = typstPostPress();
const longest = 'Công Tằng Tôn Nữ Thị Hồng Hạnh Nguyễn Phúc Bảo Châu Anh Thư Mai';

/** A sheet for so many doors in four hamlets. */
const sheetOf = (doors: number, name = 'Nguyễn Thị Hằng', line1 = 'Số 12, đường Nguyễn Huệ') => {
  const jobs = Array.from({ length: doors }, (_, n) => {
    const { jobId, dossierCode } = jobNumber(n + 1);
    const address = anAddress({ hamlet: `Khu phố ${(n % 4) + 1}`, line1 });
    const recipient = { ...anAcceptedJob().recipient, name, relativePhone: '+84987654321', address };
    return anAcceptedJob({ jobId, dossierCode, partner: 'ward-26506', state: 'out-for-delivery', recipient });
  });
  return visitSheetOf(visitList(jobs), 'UBND phường Vũng Tàu', dayOf(at('08:00')));
};

describe('a printed visit list', () => {
  it.each([
    [1, 'Nguyễn Thị Hằng', 'Số 3'],
    [40, longest, 'Số nhà 1234/56/78, hẻm thứ ba bên tay trái, '.repeat(4)],
    [200, 'Nguyễn Thị Hằng', 'Số 3'],
  ])('of %i doors has each of them with a line to note the visit on', async (doors, name, line1) => {
    const pdf = pdfOf(press.visitList(sheetOf(doors, name, line1)));
    const text = (await copiedWords(pdf)).join(' ');
    expect(text.split('Người nhận ký')).toHaveLength(doors + 1);
    expect(text.split('Đã giao')).toHaveLength(doors + 1);
    expect(text.split(name)).toHaveLength(doors + 1);
    for (let n = 1; n <= doors; n += 1) expect(text).toContain(jobNumber(n).dossierCode);
  });

  it('breaks no visit over two pages, and leaves no hamlet’s name alone at the foot', async () => {
    for (const page of await pagesOf(pdfOf(press.visitList(sheetOf(60))))) {
      expect(page.split('Hồ sơ')).toHaveLength(page.split('Đã giao').length);
      const lines = page
        .trim()
        .split('\n')
        .filter((line) => line.trim() !== '');
      expect(lines.at(-2)).toContain('Người nhận ký');
    }
  });

  it('says on every page whose doors go on there', async () => {
    const [first = '', second = '', third = ''] = await pagesOf(pdfOf(press.visitList(sheetOf(60))));
    expect(first).not.toContain('(tiếp)');
    expect(second).toContain('Khu phố 1 (tiếp)');
    expect(third).toMatch(/Khu phố \d( \(tiếp\))?\n/);
  });

  it('says that there is nowhere to go', async () => {
    expect((await copiedWords(pdfOf(press.visitList(sheetOf(0))))).join(' ')).toContain(
      'Không có kết quả nào',
    );
  });

  it('is a sound, tagged file, the same for the same list', async () => {
    const pdf = pdfOf(press.visitList(sheetOf(12)));
    expect(await isSound(pdf)).toBe(true);
    expect(await infoOf(pdf)).toMatch(/Tagged: +yes/);
    expect(Buffer.compare(pdf, pdfOf(press.visitList(sheetOf(12))))).toBe(0);
  });

  it('is printed for everybody where the type lacks a letter of one name, and says which doors to look up', async () => {
    const words = (await copiedWords(pdfOf(press.visitList(sheetOf(2, 'សុខ'))))).join(' ');
    expect(words).toContain('□□□');
    expect(words).toContain('có chữ không in được');
  });
});
