/** Phones, codes and sums as spreadsheets leave them. */
import type { Cell } from '../grid.ts';
import { shown } from '../grid.ts';

const scientific = /^([1-9])(?:[.,](\d+))?[eE]\+?(\d{1,2})$/;

/**
 * The digits behind `9.12345678E+08`, as far as they are there: `rounded` is where the spreadsheet has thrown digits away,
 * which nobody brings back.
 */
export const digitsBehind = (written: string): { digits: string } | 'rounded' | undefined => {
  const [, lead, rest = '', power] = scientific.exec(written.trim()) ?? [];
  if (lead === undefined) return undefined;
  return rest.length === Number(power) ? { digits: lead + rest } : 'rounded';
};

/** Text of a cell that stands for digits: whole, or rounded. A workbook keeps every digit of a number. */
export const digitsIn = (cell: Cell): { text: string } | 'rounded' => {
  const text = shown(cell);
  const behind = digitsBehind(text);
  if (behind === undefined) return { text };
  if (behind !== 'rounded') return { text: behind.digits };
  const exact = cell.kind === 'number' ? Number(text) : Number.NaN;
  return Number.isSafeInteger(exact) ? { text: String(exact) } : 'rounded';
};

/** Numbers that somebody could ring, in a cell that says where somebody lives as well. */
const callable = /(?<!\d)(?:\+?84|0)(?:[ .-]?\d){9,10}(?!\d)/g;

export const phonesAmong = (text: string): string[] => text.match(callable) ?? [];

/** Whole đồng: `30000`, `30.000`, `30,000 đ`, `0`; nothing else. */
export const amountIn = (cell: Cell): number | undefined => {
  if (cell.kind === 'number')
    return /^\d{1,10}(?:\.0+)?$/.test(cell.text) ? Math.trunc(Number(cell.text)) : undefined;
  const text = shown(cell).replace(/\s*(?:đồng|dong|vnđ|vnd|đ|₫)\.?$/iu, '');
  return /^\d{1,10}$|^\d{1,3}(?:([.,\s])\d{3})(?:\1\d{3})*$/.test(text)
    ? Number(text.replaceAll(/\D/g, ''))
    : undefined;
};
