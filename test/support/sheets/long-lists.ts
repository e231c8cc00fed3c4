/** Lists as long as a ward may bring. */
import { csv, hang, headings, webPage } from './lists.ts';
import { aWorkbook } from './workbook.ts';

export const manyRows = (rows: number): string[][] => [
  headings,
  ...Array.from({ length: rows }, (_, at) => hang.with(1, `H29.26-261201-${String(at).padStart(5, '0')}`)),
];

const files = {
  CSV: (list: string[][]) => Buffer.from(csv(list)),
  workbook: (list: string[][]) => aWorkbook({ rows: list }),
  'web page': (list: string[][]) => Buffer.from(webPage(list)),
};
export type ListKind = keyof typeof files;
export const listKinds = Object.keys(files) as ListKind[];

/** The same list as each program saves it. */
export const listFile = (kind: ListKind, list: string[][]): Uint8Array => files[kind](list);
