import { describe, expect, it } from 'vitest';
import { typstPostPress } from '../../../shared/adapters/pdf/post-press.ts';
import { handoverListOf } from '../../../shared/domain/post/paper/handover-list.ts';
import type { Manifest } from '../../../shared/domain/post/paper/manifest.ts';
import { placesSample } from '../../../shared/domain/values/places/places-sample.ts';
import { s10Number } from '../../../shared/domain/post/tracking/s10.ts';
import { copiedWords, infoOf, isSound, pagesOf, pdfOf, spokenWords } from '../../support/paper.ts';
import { anAcceptedJob, at, jobNumber, ward } from '../../support/builders/post.ts';

const press = typstPostPress();
const parties = { office: 'UBND phường Vũng Tàu', partner: 'Bưu điện thành phố Vũng Tàu' };
const hash = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const longest = 'Công Tằng Tôn Nữ Thị Hồng Hạnh Nguyễn Phúc Bảo Châu Anh Thư Mai';

const jobs = (count: number, name: string) =>
  Array.from({ length: count }, (_, n) => {
    const { jobId, dossierCode } = jobNumber(n + 1);
    const trackingNumber = s10Number('RR', n + 1, 'VN');
    return anAcceptedJob({
      jobId,
      dossierCode,
      trackingNumber,
      recipient: { ...anAcceptedJob().recipient, name },
    });
  });

const listOf = (count: number, name = 'Nguyễn Thị Hằng') => {
  const carried = jobs(count, name);
  const manifest: Manifest = {
    manifestId: '26506_vnpost_2026-03-02-1',
    ward,
    partner: 'vnpost',
    state: 'sealed',
    revision: 2,
    openedAt: at('14:00'),
    sealedAt: at('15:05'),
    jobIds: carried.map(({ jobId }) => jobId),
    hash,
    lines: carried.map(({ jobId, dossierCode, trackingNumber = '' }) => ({
      jobId,
      dossierCode,
      trackingNumber,
      codDue: 30_000,
    })),
  };
  return handoverListOf(manifest, carried, placesSample, parties);
};

describe('a printed hand-over list', () => {
  it.each([
    [1, 1],
    [40, 2],
    [200, 5],
  ])(
    'of %i items takes %i pages, each with its number, its list and the columns again',
    async (items, count) => {
      const pages = await pagesOf(pdfOf(press.handoverList(listOf(items))));
      expect(pages).toHaveLength(count);
      for (const [index, page] of pages.entries()) {
        expect(page).toContain(`Trang ${index + 1} / ${count}`);
        expect(page).toContain('26506_vnpost_2026-03-02-1 · SHA-256 9f86d081884c7d65');
        expect(page).toContain('STT Mã hồ sơ Số hiệu bưu gửi Người nhận Nơi nhận Thu hộ');
      }
    },
  );

  it.each([1, 40, 68, 69, 70, 71, 72, 73, 74, 75, 76, 77, 78, 200])(
    'of %i items has both signatures on the page of the totals and of the seal',
    async (items) => {
      const pages = await pagesOf(pdfOf(press.handoverList(listOf(items))));
      const last = pages.at(-1) ?? '';
      expect(last).toContain(`Cộng: ${items} bưu gửi`);
      expect(last).toContain(hash);
      expect(last).toContain('ĐẠI DIỆN BÊN GIAO');
      expect(last).toContain('ĐẠI DIỆN BÊN NHẬN');
    },
  );

  it('names every item, also under the longest names, for eyes and for screen readers', async () => {
    const pdf = pdfOf(press.handoverList(listOf(40, longest)));
    const text = (await copiedWords(pdf)).join(' ');
    const spoken = (await spokenWords(pdf)).join(' ');
    for (const { dossierCode, trackingNumber = '' } of jobs(40, longest)) {
      expect(text).toContain(dossierCode);
      expect(text.replaceAll(' ', '')).toContain(trackingNumber);
    }
    expect(text.split(longest)).toHaveLength(41);
    expect(spoken.split(longest)).toHaveLength(41);
    expect(text).toContain('Một triệu hai trăm nghìn đồng');
  });

  it('is a sound, tagged file for keeping, the same for the same list', async () => {
    const pdf = pdfOf(press.handoverList(listOf(40)));
    expect(await isSound(pdf)).toBe(true);
    expect(await infoOf(pdf)).toMatch(/Tagged: +yes/);
    expect(Buffer.from(pdf).toString('latin1')).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(Buffer.compare(pdf, pdfOf(press.handoverList(listOf(40))))).toBe(0);
  });

  it('is printed for everybody where the type lacks a letter of one name, and says which rows to look up', async () => {
    const words = (await copiedWords(pdfOf(press.handoverList(listOf(3, 'សុខ'))))).join(' ');
    expect(words).toContain('□□□');
    expect(words).toContain('Dòng 1, 2, 3 có chữ không in được');
  });
});
