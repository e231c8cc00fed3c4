/** Lists as long as a ward may bring. */
import { csv, hang, headings, webPage } from './lists.ts';
import { aWorkbook } from './workbook.ts';

export const manyRows = (rows: number): string[][] => [
  headings,
  ...Array.from({ length: rows }, (_, at) => hang.with(1, `H29.26-261201-${String(at).padStart(5, '0')}`)),
];

const fullestRows = 19_000;

/** How many rows of so many a file of this kind holds. */
export const rowsOf = (kind: ListKind, rows: number): number =>
  kind === 'fullest workbook' ? Math.min(rows, fullestRows) : rows;

/** As much as the reader lets in: long notes in nearly as many rows, 60 MB once the workbook is unpacked. */
const fullest = (list: string[][]): string[][] => {
  const note = 'Bổ sung giấy tờ '.repeat(190);
  return list.slice(0, fullestRows + 1).map((cells, at) => [...cells, at === 0 ? 'Ghi chú' : `${note}${at}`]);
};

const files = {
  CSV: (list: string[][]) => Buffer.from(csv(list)),
  workbook: (list: string[][]) => aWorkbook({ rows: list }),
  'fullest workbook': (list: string[][]) => aWorkbook({ rows: fullest(list) }),
  'web page': (list: string[][]) => Buffer.from(webPage(list)),
};
export type ListKind = keyof typeof files;
export const listKinds = Object.keys(files) as ListKind[];

/** The same list as each program saves it. */
export const listFile = (kind: ListKind, list: string[][]): Uint8Array => files[kind](list);
