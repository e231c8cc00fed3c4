import { describe, expect, it } from 'vitest';
import { typstPostPress } from '../../../shared/adapters/pdf/post-press.ts';
import { type Label, labelOf } from '../../../shared/domain/post/paper/label.ts';
import { placesSample } from '../../../shared/domain/values/places/places-sample.ts';
import { codesOn, looksOf, pdfOf } from '../../support/paper.ts';
import { anAcceptedJob, anAddress } from '../../support/builders/post.ts';

const link = 'https://bao-tin.example/t/k3v9q2';

const aLabel = (difference: Parameters<typeof anAcceptedJob>[0] = {}): Label => {
  const label = labelOf(anAcceptedJob(difference), placesSample, link);
  if (!label) throw new Error('no label without a number');
  return label;
};

/** Whether the printed page is dark at a point, in millimetres from its top left corner, looked at with 600 dpi. */
const inkOf = async (pdf: Uint8Array): Promise<(x: number, y: number) => boolean> => {
  const picture = await looksOf(pdf, 600);
  const [header = '', width = ''] = /^P5\s+(\d+)\s+\d+\s+255\s/.exec(picture.toString('latin1', 0, 40)) ?? [];
  const dot = (millimetres: number) => Math.round((millimetres / 25.4) * 600);
  return (x, y) => (picture[header.length + dot(y) * Number(width) + dot(x)] ?? 255) < 128;
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

  it.each(['RR123456785VN', 'NHA-26506-3F09A2B47C'])(
    'has the bars of %s 0.33 mm and more wide, 12.5 mm and 15 %% of their length high, with ten modules of white at either side',
    async (trackingNumber) => {
      const dark = await inkOf(printed(aLabel({ trackingNumber })));
      const across = Array.from({ length: 10_500 }, (_, n) => n / 100).filter((x) => dark(x, 10));
      const [left = 0, right = 0] = [across.at(0), across.at(-1)];
      expect(Math.min(left, 105 - right)).toBeGreaterThanOrEqual(10 * 0.33);
      const endOfFirst = across.find((x, at) => (across[at + 1] ?? x) - x > 0.05) ?? 0;
      expect(endOfFirst - left).toBeCloseTo(2 * 0.33, 1); // start B and start C begin with a bar of two modules
      const down = Array.from({ length: 3_000 }, (_, n) => n / 100).filter((y) => dark(left + 0.2, y));
      const height = (down.findLast((y) => y < 19) ?? 0) - (down.at(0) ?? 0);
      expect(height).toBeGreaterThanOrEqual(Math.max(12.5, 0.15 * (right - left)));
    },
  );

  it('is the same file for the same label', () => {
    expect(Buffer.compare(printed(aLabel()), printed(aLabel()))).toBe(0);
  });

  it.each(['RR123456785VN', 'EE000000005VN', 'RR999999994VN', 'NHA-26506-3F09A2B47C'])(
    'gives %s and the opaque link back to a scanner, and nothing about the citizen',
    async (trackingNumber) => {
      const atALabelPrinter = 203;
      expect(await codesOn(printed(aLabel({ trackingNumber })), atALabelPrinter)).toEqual([
        { kind: 'Code128', text: trackingNumber },
        { kind: 'QRCode', text: link },
      ]);
    },
  );
});
