/**
 * A listing as the parts of a workbook (ECMA-376, Office Open XML): one page, headings frozen, every text an inline string, so
 * that nothing in it is a formula, a number or a day unless we say so. An adapter packs the parts.
 */
import { type ListingCell, type ListingColumn, rowsOf, type Listing } from './listing.ts';

/** What one cell holds at most (Excel's limit), in UTF-16 units. */
const cellAtMost = 32_767;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What XML 1.0 knows no way to write: controls, halves of characters, and two that are none. */
const unwritable = /(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;

/** `_x0041_` in a text would be read as a character: its underscore is written so itself. */
const textOf = (text: string): string =>
  text
    .slice(0, cellAtMost)
    .replaceAll(unwritable, '')
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll(/[&<>"]/g, (sign) => entities[sign]!);

/** `A` to `Z`, then `AA`. */
const letters = (index: number): string =>
  (index >= 26 ? letters(Math.floor(index / 26) - 1) : '') + String.fromCodePoint(65 + (index % 26));

/** The rows of `cellXfs` below. */
const styles = { text: 1, heading: 2, count: 3, share: 4, dong: 5 } as const;

const cellOf = (cell: ListingCell, style: number, at: string): string => {
  if (cell === undefined || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${at}" s="${style}"><v>${cell}</v></c>`;
  return `<c r="${at}" s="${styles.text}" t="inlineStr"><is><t xml:space="preserve">${textOf(cell)}</t></is></c>`;
};

const rowOf = (cells: readonly ListingCell[], columns: readonly ListingColumn[], row: number): string =>
  `<row r="${row}">${cells
    .map((cell, index) => cellOf(cell, styles[columns[index]!.is], `${letters(index)}${row}`))
    .join('')}</row>`;

const headingOf = (columns: readonly ListingColumn[]): string =>
  `<row r="1">${columns
    .map(
      ({ words }, index) =>
        `<c r="${letters(index)}1" s="${styles.heading}" t="inlineStr"><is><t>${textOf(words)}</t></is></c>`,
    )
    .join('')}</row>`;

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const styleSheet = `${head}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0&quot; đ&quot;"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="6"><xf/><xf numFmtId="49" quotePrefix="1" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/><xf numFmtId="3" applyNumberFormat="1"/><xf numFmtId="10" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`;

/** Names of pages are at most 31 characters long and have none of `[]:*?/\`. */
const pageName = (title: string): string =>
  textOf(
    title
      .replaceAll(/[[\]:*?/\\']/g, ' ')
      .slice(0, 31)
      .trim(),
  );

const widthOf = (listing: Listing, index: number): number => {
  const longest = [listing.columns[index]!.words, ...rowsOf(listing).map((row) => String(row[index] ?? ''))];
  return Math.min(60, Math.max(8, ...longest.slice(0, 500).map(({ length }) => length + 2)));
};

const pageOf = (listing: Listing): string =>
  `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${listing.columns
    .map(
      (_, index) =>
        `<col min="${index + 1}" max="${index + 1}" width="${widthOf(listing, index)}" customWidth="1"/>`,
    )
    .join('')}</cols><sheetData>${headingOf(listing.columns)}${rowsOf(listing)
    .map((row, index) => rowOf(row, listing.columns, index + 2))
    .join('')}</sheetData></worksheet>`;

/** The parts of a workbook with this one page, by their names in the package. */
export const workbookOf = (listing: Listing): Readonly<Record<string, string>> => ({
  '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/></Types>`,
  '_rels/.rels': `${head}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${pageName(listing.title)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': styleSheet,
  'xl/worksheets/sheet1.xml': pageOf(listing),
});
