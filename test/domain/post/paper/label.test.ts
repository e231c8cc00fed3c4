import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountInFigures, amountInWords } from '../../../../shared/domain/values/writing/amount-in-words.ts';
import { code128, code128Symbols } from '../../../../shared/domain/post/paper/code-128.ts';
import { labelOf } from '../../../../shared/domain/post/paper/label.ts';
import { placesSample } from '../../../../shared/domain/values/places/places-sample.ts';
import { brokenInto, zplOf } from '../../../../shared/domain/post/paper/zpl.ts';
import { aJob, anAcceptedJob, anAddress } from '../../../support/builders/post.ts';

/** Reads the symbols back as a scanner does: sets B and C, the check symbol, the stop. */
const scanned = (symbols: readonly number[]): string => {
  const [start = 0, ...rest] = symbols.slice(0, -2);
  const check = rest.reduce((sum, symbol, at) => sum + symbol * (at + 1), start) % 103;
  expect([check, 106]).toEqual(symbols.slice(-2));
  let inC = start === 105;
  let text = '';
  for (const symbol of rest) {
    if (inC ? symbol === 100 : symbol === 99) inC = !inC;
    else text += inC ? String(symbol).padStart(2, '0') : String.fromCharCode(symbol + 32);
  }
  return text;
};

describe('the bars of a tracking number', () => {
  it('are those of the standard: B for letters, C for pairs of digits', () => {
    expect(code128Symbols('RR123456785VN')).toEqual([
      104, 50, 50, 17, 99, 23, 45, 67, 85, 100, 54, 46, 61, 106,
    ]);
    expect(code128Symbols('12345678')).toEqual([105, 12, 34, 56, 78, 47, 106]);
  });

  it('read back what was written, for any printable text', () => {
    const text = fc.stringMatching(/^([ -~]|\d\d\d\d){1,12}$/);
    fc.assert(
      fc.property(text, (written) => {
        expect(scanned(code128Symbols(written))).toBe(written);
      }),
      { seed: 5, numRuns: 2_000 },
    );
  });

  it('are never longer than with one set alone', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z0-9]{1,20}$/), (written) => {
        expect(code128Symbols(written).length).toBeLessThanOrEqual(written.length + 3);
      }),
      { seed: 5, numRuns: 1_000 },
    );
  });

  it('alternate bar and space, eleven modules a symbol and thirteen for the stop', () => {
    const symbols = code128Symbols('RR123456785VN');
    const { width, bars } = code128('RR123456785VN');
    expect(width).toBe((symbols.length - 1) * 11 + 13);
    expect(bars).toHaveLength((symbols.length - 1) * 3 + 4);
    const gaps = bars.slice(1).map(([x], at) => x - (bars[at]?.[0] ?? 0) - (bars[at]?.[1] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThan(0);
    const [last = [0, 0]] = bars.slice(-1);
    expect(last[0] + last[1]).toBe(width);
  });

  it('refuse what no scanner could give back', () => {
    expect(() => code128('Nguyễn')).toThrow('printable ASCII');
    expect(() => code128('')).toThrow('printable ASCII');
  });
});

describe('an amount in words', () => {
  it.each([
    [0, 'Không đồng', '0 đ'],
    [5, 'Năm đồng', '5 đ'],
    [15, 'Mười lăm đồng', '15 đ'],
    [21, 'Hai mươi mốt đồng', '21 đ'],
    [105, 'Một trăm linh năm đồng', '105 đ'],
    [8_000, 'Tám nghìn đồng', '8.000 đ'],
    [30_000, 'Ba mươi nghìn đồng', '30.000 đ'],
    [30_500, 'Ba mươi nghìn năm trăm đồng', '30.500 đ'],
    [31_055, 'Ba mươi mốt nghìn không trăm năm mươi lăm đồng', '31.055 đ'],
    [1_005_000, 'Một triệu không trăm linh năm nghìn đồng', '1.005.000 đ'],
    [1_000_000_000, 'Một tỷ đồng', '1.000.000.000 đ'],
  ])('of %i is %s', (amount, words, figures) => {
    expect([amountInWords(amount), amountInFigures(amount)]).toEqual([words, figures]);
  });

  it.each([-1, 0.5, 1e12])('does not exist for %d', (amount) => {
    expect(() => amountInWords(amount)).toThrow('no amount');
  });
});

describe('a label', () => {
  const link = 'https://bao-tin.example/t/k3v9q2';

  it('carries what the postman needs', () => {
    expect(labelOf(anAcceptedJob(), placesSample, link)).toMatchObject({
      number: 'RR 123 456 785 VN',
      routing: '82 – 29926',
      from: { name: 'UBND phường Vũng Tàu', phone: '02543000000' },
      to: {
        name: 'Nguyễn Thị Hằng',
        lines: ['Số 12, đường Nguyễn Huệ, Khóm 2', 'Tân Hồng, Đồng Tháp'],
        phone: '••••••••678',
      },
      cash: { figures: '30.000 đ', words: 'Ba mươi nghìn đồng' },
      checkIdentity: true,
      goods: 'Kết quả thủ tục hành chính',
      weight: '80 g',
      print: 1,
      bars: { moduleMm: 0.33 },
    });
  });

  it('exists only for a job with a tracking number', () => {
    expect(labelOf(aJob(), placesSample, link)).toBeUndefined();
  });

  it('says when it is printed again', () => {
    expect(labelOf(anAcceptedJob({ labelPrints: 1 }), placesSample, link)?.print).toBe(2);
  });

  it('has bars as wide as a scanner wants them, narrower for longer numbers, and none that nobody could read', () => {
    const module = (trackingNumber: string) =>
      labelOf(anAcceptedJob({ trackingNumber }), placesSample, link)?.bars?.moduleMm;
    expect(module('RR999999994VN')).toBe(0.33);
    expect(module('NHA-26506-3F09A2B47C')).toBe(0.33);
    expect(module('ABCDEFGHIJABCDEFGHIJABCD')).toBe(0.29);
    expect(module('ABCDEFGHIJ'.repeat(4))).toBeUndefined();
  });

  it('shows the citizen’s phone on neither way', () => {
    const both = [anAcceptedJob(), anAcceptedJob({ direction: 'from-citizen' })];
    const [out, back] = both.map((job) => labelOf(job, placesSample, link));
    expect([out?.to.phone, back?.from.phone]).toEqual(['••••••••678', '••••••••000']);
  });
});

const zpl = (difference = {}) => {
  const label = labelOf(anAcceptedJob(difference), placesSample, 'https://bao-tin.example/t/k3v9q2');
  return label ? zplOf(label) : '';
};

describe('a label for a thermal printer', () => {
  it('has its bars, its QR code and its text in UTF-8', () => {
    expect(zpl()).toMatch(/^\^XA\^CI28/);
    expect(zpl()).toContain('^BCN,104,N,N,N,A^FH_^FDRR123456785VN^FS');
    expect(zpl()).toContain('^FDMA,https://bao-tin.example/t/k3v9q2^FS');
    expect(zpl()).toContain('Ba mươi nghìn đồng');
    expect(zpl()).not.toContain('BẢN IN LẠI');
    expect(zpl({ labelPrints: 2 })).toContain('BẢN IN LẠI');
  });

  /** Where each text begins and how high it is, in dots. */
  const textsOf = (commands: string) =>
    [...commands.matchAll(/\^FO(\d+),(\d+)\^A@N,(\d+),\d+,\S+\^FH_\^FD(.*)\^FS/g)].map(
      ([, x, y, size, words]) => ({ x: Number(x), y: Number(y), size: Number(size), words: words! }),
    );

  it('lets no word leave the paper and no line cover another, under the longest names and addresses', () => {
    const words = (length: number) => 'Nghiêng Khuỷu Trường '.repeat(20).slice(0, length).trim();
    const address = anAddress({ line1: words(200), hamlet: words(100), note: words(200) });
    const { pickup, recipient } = anAcceptedJob();
    const long = zpl({
      labelPrints: 2,
      manifestId: `26506_vnpost_${'x'.repeat(40)}`,
      pickup: { ...pickup, name: words(120), address },
      recipient: { ...recipient, name: words(120), address },
    });
    const texts = textsOf(long).toSorted((a, b) => a.y - b.y);
    expect(texts.length).toBeGreaterThan(20);
    for (const { x, y, size, words: said } of texts) {
      expect(x + said.length * size * 0.55).toBeLessThanOrEqual(105 * 8);
      expect(y + size).toBeLessThanOrEqual(148 * 8);
    }
    for (const [at, { y }] of texts.slice(1).entries())
      expect(y).toBeGreaterThanOrEqual(texts[at]!.y + texts[at]!.size);
    expect(texts.map(({ words: said }) => said).join(' ')).toContain(words(120));
  });

  it('breaks lines between words, and only a word that no line holds inside it', () => {
    expect(brokenInto('Số 12 đường Nguyễn Huệ', 20, 3)).toEqual(['Số 12 đường', 'Nguyễn Huệ']);
    expect(brokenInto('x'.repeat(25), 20, 3)).toEqual(['x'.repeat(11), 'x'.repeat(11), 'xxx']);
  });

  it('has no bars for a number that is too long for them, and thinner ones for a long one', () => {
    expect(zpl({ trackingNumber: 'ABCDEFGHIJ'.repeat(4) })).not.toContain('^BC');
    expect(zpl({ trackingNumber: 'ABCDEFGHIJABCDEFGHIJABCD' })).toContain('^BY2^BCN');
    expect(zpl()).toContain('^BY3^BCN');
  });

  it('cannot be commanded by a name', () => {
    const recipient = { ...anAcceptedJob().recipient, name: 'An^XZ~JA_5E' };
    expect(zpl({ recipient })).toContain('^FDAn_5EXZ_7EJA_5F5E^FS');
    expect(zpl({ recipient }).match(/\^XZ/g)).toHaveLength(1);
  });
});
