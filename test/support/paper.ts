/** A PDF as others see it: poppler-utils, qpdf and ZXing read what our press wrote. */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { TestRunner } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { PrintedLetter } from '../../shared/domain/letter/press.ts';
import { wordsIn } from './letter-words.ts';

const run = promisify(execFile);
const tool = async (name: string, ...args: string[]): Promise<string> => {
  try {
    return (await run(name, args, { maxBuffer: 64 * 1024 * 1024 })).stdout;
  } catch (error) {
    const lacks = (error as NodeJS.ErrnoException).code === 'ENOENT';
    // On a desk the test is counted as skipped, by name and with the reason; where all is proved it is red.
    if (lacks && !process.env['CI']) TestRunner.getCurrentTest()?.context.skip(`${name} is not installed`);
    throw error;
  }
};

/** The bytes of a letter that came off the press. */
export const pdfOf = (rendering: PrintedLetter): Uint8Array => {
  if (!rendering.ok) throw new Error(`not printed, Tinos lacks ${rendering.missing.join(' ')}`);
  return rendering.pdf;
};

/** Lends the file a name on disk while the tools look at it. */
const onDisk = async <Seen>(
  pdf: Uint8Array,
  look: (path: string, folder: string) => Promise<Seen>,
): Promise<Seen> => {
  const folder = await mkdtemp(join(tmpdir(), 'letter-'));
  try {
    await writeFile(join(folder, 'letter.pdf'), pdf);
    return await look(join(folder, 'letter.pdf'), folder);
  } finally {
    await rm(folder, { recursive: true });
  }
};

/** A page's own words: without the page number and without the header of a table that goes on. */
const withoutRunningLines = (page: string, index: number, columns: string): string => {
  const [first, second, ...rest] = page.trim().split('\n');
  if (index === 0) return page;
  const body = first === String(index + 1) ? [second, ...rest] : [first, second, ...rest];
  return (body[0] === columns ? body.slice(1) : body).join('\n');
};

/** The text of each page, its lines as they stand; white space within a line counts once. */
export const pagesOf = (pdf: Uint8Array): Promise<string[]> =>
  onDisk(pdf, async (path) => {
    const pages = (await tool('pdftotext', '-layout', path, '-')).split('\f').slice(0, -1);
    return pages.map((page) => page.normalize('NFC').replaceAll(/ +/g, ' '));
  });

/** The lines of each page, blanks as wide as they stand on it. */
export const linesOf = (pdf: Uint8Array): Promise<string[][]> =>
  onDisk(pdf, async (path) =>
    (await tool('pdftotext', '-layout', path, '-')).split('\f').map((page) =>
      page
        .normalize('NFC')
        .split('\n')
        .map((line) => line.trim()),
    ),
  );

/** What a citizen can copy out of the page, in its order. */
export const copiedWords = (pdf: Uint8Array, columns: readonly string[] = []): Promise<string[]> =>
  onDisk(pdf, async (path) => {
    const pages = (await tool('pdftotext', '-raw', path, '-')).split('\f');
    let seen = false;
    const own = pages.map((page, index) => {
      const words = withoutRunningLines(page, index, seen ? columns.join(' ') : ' ');
      seen ||= page.includes(columns.join(' '));
      return words;
    });
    return wordsIn(own.join('\n'));
  });

/** What a screen reader is given: the text of the structure tree. */
export const spokenWords = (pdf: Uint8Array): Promise<string[]> =>
  onDisk(pdf, async (path) => {
    const tree = await tool('pdfinfo', '-struct-text', path);
    const runs = tree.split('\n').flatMap((line) => /^ *"(.*)"$/.exec(line)?.[1] ?? []);
    return wordsIn(runs.join(' ').replaceAll(/ +(?=[.,;])/g, ''));
  });

/** Half-way between two positions in points, in millimetres. */
const middle = (from: string, to: string): number => ((Number(from) + Number(to)) / 2 / 72) * 25.4;

/** Words on the first page whose middle lies in this box, in millimetres from the page's top left corner. */
export const wordsWithin = (
  pdf: Uint8Array,
  box: { left: number; right: number; top: number; bottom: number },
): Promise<string[]> =>
  onDisk(pdf, async (path) => {
    const words = (await tool('pdftotext', '-bbox', '-l', '1', path, '-')).matchAll(
      /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*)<\/word>/g,
    );
    return [...words].flatMap(([, left, top, right, bottom, word]) => {
      const [x, y] = [middle(left!, right!), middle(top!, bottom!)];
      return x > box.left && x < box.right && y > box.top && y < box.bottom ? [word!] : [];
    });
  });

/** Words that no printer would print, because they run over an edge of their page. */
export const wordsOffThePage = (pdf: Uint8Array): Promise<string[]> =>
  onDisk(pdf, async (path) => {
    const pages = (await tool('pdftotext', '-bbox', path, '-')).split('<page ').slice(1);
    return pages.flatMap((page) => {
      const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(page)!.map(Number);
      const words = page.matchAll(
        /xMin="(-?[\d.]+)" yMin="(-?[\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*)</g,
      );
      return [...words].flatMap(([, left, top, right, bottom, word]) =>
        Number(left) < 0 || Number(top) < 0 || Number(right) > width! || Number(bottom) > height!
          ? [word!]
          : [],
      );
    });
  });

/** Throws unless qpdf finds the file sound. */
export const isSound = (pdf: Uint8Array): Promise<boolean> =>
  onDisk(pdf, async (path) =>
    (await tool('qpdf', '--check', path)).includes('No syntax or stream encoding errors'),
  );

export const infoOf = (pdf: Uint8Array): Promise<string> => onDisk(pdf, (path) => tool('pdfinfo', path));

/** The first page as a printer with so many dots an inch would lay it down: a grey picture, byte for byte. */
export const looksOf = (pdf: Uint8Array, dotsPerInch = 100): Promise<Buffer> =>
  onDisk(pdf, async (path, folder) => {
    const page = join(folder, 'page');
    await tool('pdftoppm', '-r', String(dotsPerInch), '-l', '1', '-singlefile', '-gray', path, page);
    return readFile(join(folder, 'page.pgm'));
  });

// ZXing would fetch its own program over the network.
const wasm = fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'));
const zxing = readFile(wasm).then((wasmBinary) =>
  prepareZXingModule({ overrides: { wasmBinary: wasmBinary.buffer }, fireImmediately: true }),
);

/** The codes on the pages when they are printed with so many dots an inch; on a page in the order of their kinds. */
export const codesOn = (pdf: Uint8Array, dotsPerInch: number): Promise<{ kind: string; text: string }[]> =>
  onDisk(pdf, async (path, folder) => {
    await tool('pdftoppm', '-r', String(dotsPerInch), '-gray', '-png', path, join(folder, 'page'));
    await zxing;
    const pictures = (await readdir(folder)).filter((name) => name.endsWith('.png')).toSorted();
    const found = await Promise.all(
      pictures.map(async (name) => readBarcodes(await readFile(join(folder, name)))),
    );
    return found.flatMap((codes) =>
      codes
        .map(({ format, text }) => ({ kind: format, text }))
        .toSorted((one, other) => one.kind.localeCompare(other.kind)),
    );
  });

/** What a telephone finds on the printed pages. */
export const scannedCodes = async (pdf: Uint8Array): Promise<string[]> =>
  (await codesOn(pdf, 150)).map(({ text }) => text);
