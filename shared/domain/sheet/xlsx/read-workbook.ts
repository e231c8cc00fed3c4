/** A workbook of Excel 2007 and later: a zip of XML, of which only what is needed is inflated. */
import type { Grid } from '../grid.ts';
import { type Shut, shut } from '../file-problem.ts';
import { dayStyles, sharedTexts, sheetsOf } from './workbook.ts';
import { readWorksheet } from './worksheet.ts';
import { directoryOf, type ZipEntry } from './zip-directory.ts';

/** Inflates raw deflate to exactly `size` bytes; nothing where it is another number or no deflate. Never makes more. */
export type Inflate = (deflated: Uint8Array, size: number) => Uint8Array | undefined;

const letters = new TextDecoder('utf-8');

/** A part of the workbook as text: empty where there is none, undefined where it is broken. */
type Parts = (name: string) => string | undefined;

const partsOf =
  (bytes: Uint8Array, entries: ReadonlyMap<string, ZipEntry>, inflate: Inflate): Parts =>
  (name) => {
    const entry = entries.get(name);
    if (entry === undefined) return '';
    const packed = bytes.subarray(entry.from, entry.from + entry.packed);
    const plain = entry.method === 'stored' ? packed : inflate(packed, entry.size);
    if (plain === undefined) return undefined;
    const isWide = plain[0] === 0xff && plain[1] === 0xfe;
    const xml = isWide ? new TextDecoder('utf-16le').decode(plain) : letters.decode(plain);
    // A declaration of entities is how a small text becomes a large one, and no spreadsheet writes any.
    return /<!DOCTYPE|<!ENTITY/.test(xml) ? undefined : xml;
  };

/** What another program's zip is. */
const foreign = (entries: ReadonlyMap<string, ZipEntry>): Shut => {
  const has = (pattern: RegExp) => [...entries.keys()].some((name) => pattern.test(name));
  if (entries.has('xl/workbook.bin')) return shut('binary-workbook');
  if (entries.has('mimetype') && has(/^content\.xml$/)) return shut('opendocument');
  return shut(has(/^word\//) ? 'word-file' : 'zip-of-files');
};

/** The sheets that can be seen, each with its rows; `only` is the one that somebody chose by name. */
export const readWorkbook = (
  bytes: Uint8Array,
  inflate: Inflate,
  only?: string,
): { ok: true; grids: Grid[] } | Shut => {
  const directory = directoryOf(bytes);
  if (!directory.ok) return directory;
  const { entries } = directory;
  if (!entries.has('xl/workbook.xml')) return foreign(entries);
  const part = partsOf(bytes, entries, inflate);
  const [book, relations] = [part('xl/workbook.xml'), part('xl/_rels/workbook.xml.rels')];
  const [styles, strings] = [part('xl/styles.xml'), part('xl/sharedStrings.xml')];
  if (book === undefined || relations === undefined || styles === undefined || strings === undefined)
    return shut('zip-broken');
  const { sheets, from1904 } = sheetsOf(book, relations);
  const seen = sheets.filter(({ hidden, name }) => (only === undefined ? !hidden : name === only));
  if (only !== undefined && seen.length === 0)
    return shut(
      'no-such-sheet',
      sheets.map(({ name }) => name),
    );
  const workbook = { texts: sharedTexts(strings), days: dayStyles(styles), from1904 };
  const grids: Grid[] = [];
  for (const { name, part: where } of seen) {
    const xml = part(where);
    if (xml === undefined) return shut('zip-broken');
    const rows = readWorksheet(xml, workbook);
    if (rows === undefined) return shut('too-long');
    grids.push({ name, rows });
  }
  return { ok: true, grids };
};
