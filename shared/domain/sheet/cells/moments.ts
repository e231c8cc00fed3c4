/** Days and hours as they stand in cells. */
import { readVietnamTime } from '../../values/vietnam-time.ts';
import type { Cell } from '../grid.ts';
import { momentOfSerial } from './serial.ts';

/** `09:15 SA`, `3:00:00 PM` as hours of the day. */
const halfDays = /(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(SA|CH|AM|PM)\b\.?/i;

const inWholeDays = (text: string): string =>
  text.replace(halfDays, (_, hour: string, minute: string, second: string | undefined, half: string) => {
    const late = /^(?:CH|PM)$/i.test(half);
    return [String((Number(hour) % 12) + (late ? 12 : 0)).padStart(2, '0'), minute, second ?? '00'].join(':');
  });

/** `ngày 2 tháng 3 năm 2026`, `2-thg 3-2026`, with figures between strokes. */
const spelledOut =
  /(?:ngày\s*)?(\d{1,2})[\s./-]*(?:tháng|thang|thg)\.?\s*(\d{1,2})[\s./-]*(?:năm|nam)?\s*(\d{4}|\d{2})(?!\d)/iu;
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const english = /(\d{1,2})[\s-]([a-z]{3})[a-z]*[\s-](\d{4}|\d{2})(?!\d)/i;
const shortYear = /^(.*?)(\d{1,2})([/.-])(\d{1,2})\3(\d{2})(?!\d)(.*)$/;

const inFigures = (text: string): string =>
  inWholeDays(text)
    .replace(spelledOut, '$1/$2/$3')
    .replace(english, (whole, day: string, month: string, year: string) => {
      const at = months.indexOf(month.toLowerCase());
      return at < 0 ? whole : `${day}/${at + 1}/${year}`;
    })
    .replace(shortYear, '$1$2/$4/20$5$6')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** What is written in one column: days of which month and day cannot be told apart make all its short days doubtful. */
export type Order = 'day-first' | 'doubtful';

const short = /(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](?:\d{4}|\d{2})(?!\d)/;

/** Day and month of a cell, where both are figures. */
const figuresOf = (
  cell: Cell | undefined,
): { first: number; second: number; counted: boolean } | undefined => {
  if (cell?.kind === 'moment') {
    const [, month, day] = cell.local.slice(0, 10).split('-').map(Number);
    return { first: day!, second: month!, counted: true };
  }
  const found = cell?.kind === 'text' ? short.exec(cell.text) : null;
  return found === null ? undefined : { first: Number(found[1]), second: Number(found[2]), counted: false };
};

/**
 * Whether a column of days can be believed. An Excel set to English turns `03/02` into the second of March and leaves `13/02`
 * as text: then every day that it did count has a day of the month up to 12, and those that it left are beyond. A list
 * with a month 13 was written month first.
 */
export const dayOrderOf = (cells: readonly (Cell | undefined)[]): Order => {
  const figures = cells.map(figuresOf).filter((one) => one !== undefined);
  const [counted, typed] = [figures.filter((one) => one.counted), figures.filter((one) => !one.counted)];
  if (typed.some(({ second }) => second > 12)) return 'doubtful';
  const swapped =
    counted.length > 0 &&
    typed.length > 0 &&
    counted.every(({ first }) => first <= 12) &&
    typed.every(({ first }) => first > 12);
  return swapped ? 'doubtful' : 'day-first';
};

export type ReadMoment = { ok: true; at: string } | { ok: false; why: 'doubtful' | 'unreadable' };

const isDoubtful = (cell: Cell): boolean => {
  const figures = figuresOf(cell);
  return (
    figures !== undefined && figures.first !== figures.second && Math.max(figures.first, figures.second) <= 12
  );
};

/** The moment in a cell, with its offset; `whole` is the hour that a day alone stands for. */
export const momentIn = (cell: Cell, order: Order, whole: string): ReadMoment => {
  if (order === 'doubtful' && isDoubtful(cell)) return { ok: false, why: 'doubtful' };
  if (cell.kind === 'broken') return { ok: false, why: 'unreadable' };
  const text = cell.kind === 'moment' ? cell.local : cell.text.trim();
  const serial = /^\d{5}(?:[.,]\d+)?$/.test(text)
    ? momentOfSerial(Number(text.replace(',', '.')))
    : undefined;
  const at = readVietnamTime(serial ?? inFigures(text), whole) ?? readVietnamTime(text, whole);
  return at === undefined ? { ok: false, why: 'unreadable' } : { ok: true, at };
};
