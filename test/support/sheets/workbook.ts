import { aZip, type Part } from './zip.ts';

/** What a cell of a test's workbook holds: text, a number, a day by its serial, a formula with its saved result or none. */
export type Written =
  | string
  | number
  | null
  | { serial: number; style?: 'day' | 'moment' | 'own' }
  | { formula: string; saved?: string | number }
  | { error: string };

export type Sheet = {
  name?: string;
  rows: (readonly Written[])[];
  hidden?: boolean;
  hiddenRows?: readonly number[];
  merges?: readonly string[];
  /** Text inside the cells instead of in a table of its own. */
  inline?: boolean;
};

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const styles = { day: 1, moment: 2, own: 3 } as const;
const letter = (at: number) =>
  (at < 26 ? '' : String.fromCharCode(64 + Math.floor(at / 26))) + String.fromCharCode(65 + (at % 26));

const cellXml = (written: Written, place: string, texts: string[], inline: boolean): string => {
  if (written === null) return '';
  if (typeof written === 'number') return `<c r="${place}"><v>${written}</v></c>`;
  if (typeof written === 'string') {
    if (inline) return `<c r="${place}" t="inlineStr"><is><t>${escaped(written)}</t></is></c>`;
    texts.push(written);
    return `<c r="${place}" t="s"><v>${texts.length - 1}</v></c>`;
  }
  if ('serial' in written)
    return `<c r="${place}" s="${styles[written.style ?? 'day']}"><v>${written.serial}</v></c>`;
  if ('error' in written) return `<c r="${place}" t="e"><v>${written.error}</v></c>`;
  const { formula, saved } = written;
  const value = saved === undefined ? '' : `<v>${typeof saved === 'string' ? escaped(saved) : saved}</v>`;
  return `<c r="${place}"${typeof saved === 'string' ? ' t="str"' : ''}><f>${escaped(formula)}</f>${value}</c>`;
};

const sheetXml = ({ rows, hiddenRows = [], merges = [], inline = false }: Sheet, texts: string[]): string => {
  const written = rows.map((cells, at) => {
    const hidden = hiddenRows.includes(at + 1) ? ' hidden="1"' : '';
    return `<row r="${at + 1}"${hidden}>${cells.map((cell, column) => cellXml(cell, letter(column) + String(at + 1), texts, inline)).join('')}</row>`;
  });
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${written.join('')}</sheetData><mergeCells>${merged}</mergeCells></worksheet>`;
};

const stylesXml =
  '<styleSheet><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy\\ hh:mm;@"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="164"/></cellXfs></styleSheet>';

/** The parts of a workbook as Excel names them. */
export const workbookParts = (sheets: readonly Sheet[], { from1904 = false } = {}): Part[] => {
  const texts: string[] = [];
  const parts = sheets.map((sheet, at) => ({
    name: `xl/worksheets/sheet${at + 1}.xml`,
    content: sheetXml(sheet, texts),
  }));
  const named = sheets.map(
    ({ name, hidden }, at) =>
      `<sheet name="${escaped(name ?? `Sheet${at + 1}`)}" sheetId="${at + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`,
  );
  const related = sheets.map(
    (_, at) => `<Relationship Id="rId${at + 1}" Type="worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  return [
    { name: '[Content_Types].xml', content: '<Types/>' },
    {
      name: 'xl/workbook.xml',
      content: `<workbook><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${named.join('')}</sheets></workbook>`,
    },
    { name: 'xl/_rels/workbook.xml.rels', content: `<Relationships>${related.join('')}</Relationships>` },
    { name: 'xl/styles.xml', content: stylesXml },
    {
      name: 'xl/sharedStrings.xml',
      content: `<sst>${texts.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`,
    },
    ...parts,
  ];
};

export const aWorkbook = (...sheets: Sheet[]): Uint8Array => aZip(workbookParts(sheets));
