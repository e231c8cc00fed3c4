import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { typstPostPress } from '../../../shared/adapters/pdf/post-press.ts';
import { type Label, labelOf } from '../../../shared/domain/post/label.ts';
import { placesSample } from '../../../shared/domain/post/places-sample.ts';
import { pdfOf } from '../../support/paper.ts';
import { anAcceptedJob, anAddress } from '../../support/post.ts';

const there = (tool: string, asked: string) => spawnSync(tool, [asked]).error === undefined;
const canScan = there('pdftoppm', '-v') && there('zbarimg', '--version');
const link = 'https://bao-tin.example/t/k3v9q2';

const aLabel = (difference: Parameters<typeof anAcceptedJob>[0] = {}): Label => {
  const label = labelOf(anAcceptedJob(difference), placesSample, link);
  if (!label) throw new Error('no label without a number');
  return label;
};

/** What a scanner reads off the printed page, at the resolution of a common label printer. */
const scan = (pdf: Uint8Array): string[] => {
  const folder = mkdtempSync(join(tmpdir(), 'label-'));
  try {
    writeFileSync(join(folder, 'label.pdf'), pdf);
    execFileSync('pdftoppm', ['-r', '203', '-png', join(folder, 'label.pdf'), join(folder, 'page')], {
      stdio: 'pipe',
    });
    const read = execFileSync('zbarimg', ['-q', join(folder, 'page-1.png')], { stdio: 'pipe' });
    return read.toString().trim().split('\n').toSorted();
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const pagesOf = (pdf: Uint8Array): number =>
  Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Type\s*\/Page\b/g)?.length ?? 0;

const longAddress = anAddress({
  line1: 'Số nhà 1234/56/78, đường Nguyễn Thị Minh Khai nối dài, khu dân cư Đồng Tâm mở rộng',
  hamlet: 'Tổ dân phố số 15, Khóm Bình Thạnh Đông, cạnh đình thần',
  note: 'Nhà cổng xanh phía sau trường tiểu học, xin gọi trước khi đến vì chó dữ, buổi chiều có người lớn ở nhà',
});

describe('a printed label', () => {
  const press = typstPostPress().label;
  const printed = (label: Label) => pdfOf(press(label));

  it('is one page, also for a long name and a long address', () => {
    const recipient = {
      ...anAcceptedJob().recipient,
      name: 'Công Tằng Tôn Nữ '.repeat(7).trim(),
      address: longAddress,
    };
    expect(pagesOf(printed(aLabel()))).toBe(1);
    expect(pagesOf(printed(aLabel({ recipient, manifestId: 'PBG-0007', labelPrints: 3 })))).toBe(1);
  });

  it('is not printed with a letter missing', () => {
    const recipient = { ...anAcceptedJob().recipient, name: 'សុខ' };
    expect(press(aLabel({ recipient }))).toMatchObject({ ok: false });
  });

  it('is the same file for the same label', () => {
    expect(Buffer.compare(printed(aLabel()), printed(aLabel()))).toBe(0);
  });

  it.skipIf(!canScan).each(['RR123456785VN', 'EE000000005VN', 'RR999999994VN'])(
    'gives %s and the opaque link back to a scanner, and nothing about the citizen',
    (trackingNumber) => {
      expect(scan(printed(aLabel({ trackingNumber })))).toEqual([
        `CODE-128:${trackingNumber}`,
        `QR-Code:${link}`,
      ]);
    },
  );
});
