/** Text with separators, as spreadsheets write and read it. */
import { columnsAtMost, type Grid, type GridRow, rowsAtMost, textCell } from '../grid.ts';
import { type Shut, shut } from '../file-problem.ts';

const separators = [';', ',', '\t', '|'] as const;

/** How many lines show what separates. */
const sampleLines = 30;

/** How often each line of the sample has this separator outside of quotes. */
const counts = (lines: readonly string[], separator: string): number[] =>
  lines.map((line) => line.replaceAll(/"[^"]*"/g, '').split(separator).length - 1);

/** What separates most lines into equally many cells, and into the most; a comma where nothing separates. */
const separatorIn = (text: string): string => {
  const lines = text
    .slice(0, 100_000)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, sampleLines);
  const judged = separators.map((separator) => {
    const found = counts(lines, separator).filter((count) => count > 0);
    const alike = Map.groupBy(found, (count) => count);
    const [common = 0, times = 0] =
      [...alike]
        .map(([count, all]) => [count, all.length] as const)
        .toSorted((a, b) => b[1] * b[0] - a[1] * a[0])[0] ?? [];
    return { separator, weight: common * times };
  });
  const [best] = judged.toSorted((one, other) => other.weight - one.weight);
  return best!.weight > 0 ? best!.separator : ',';
};

/** What makes Excel keep a number as text: `="0912345678"`. */
const kept = /^=\s*"(.*)"$/s;

const cellOf = (written: string) => textCell(kept.exec(written)?.[1] ?? written);

/** Where something next stands at or behind a place, or the end: while places only move on, nothing is looked for twice. */
const finder = (text: string, wanted: string) => {
  let [found, since] = [-1, 0];
  return (from: number): number => {
    if (found < from || from < since) {
      const at = text.indexOf(wanted, from);
      found = at < 0 ? text.length : at;
    }
    since = from;
    return found;
  };
};
type Signs = { separator: string; endOfLine: (from: number) => number; apart: (from: number) => number };

type Record = { fields: string[]; next: number } | 'torn';

/** Where a quoted field ends, or nothing where its quote is never closed, or closed in the middle of something. */
const quoted = (
  text: string,
  from: number,
  separator: string,
): { field: string; end: number } | undefined => {
  let close = from;
  do close = text.indexOf('"', close + (close === from ? 1 : 2));
  while (close >= 0 && text[close + 1] === '"');
  if (close < 0 || close - from > longestCell) return undefined;
  let end = close + 1;
  while (text[end] === ' ') end += 1;
  const stops = end >= text.length || text.startsWith(separator, end) || text[end] === '\n';
  return stops ? { field: text.slice(from + 1, close).replaceAll('""', '"'), end } : undefined;
};

/** Excel itself keeps no more in a cell. */
const longestCell = 32_767;

const recordAt = (text: string, from: number, { separator, endOfLine, apart }: Signs): Record => {
  const fields: string[] = [];
  for (let at = from; ;) {
    const opened = text[at] === '"' ? quoted(text, at, separator) : undefined;
    if (text[at] === '"' && opened === undefined) return 'torn';
    const end = opened?.end ?? Math.min(apart(at), endOfLine(at));
    fields.push(opened?.field ?? text.slice(at, end));
    if (end >= text.length) return { fields, next: text.length };
    if (!text.startsWith(separator, end)) return { fields, next: end + 1 };
    at = end + separator.length;
  }
};

/** `sep=;` on the first line is said to Excel, which shows no row for it. */
const said = /^\s*sep=(.)\n/i;

/** So many rows with a quote that is never closed are a file of another kind. */
const tornAtMost = 200;

/**
 * The rows of a text. A row whose quote is never closed, or closed inside a word, is torn: it stands for its own line, and
 * the lines behind it are read as if it had not been.
 */
export const readCsv = (given: string): { ok: true; grids: Grid[] } | Shut => {
  const text = given.replace(/^\ufeff/, '').replaceAll(/\r\n?/g, '\n');
  const saying = said.exec(text);
  const separator = saying?.[1] ?? separatorIn(text);
  const signs = { separator, endOfLine: finder(text, '\n'), apart: finder(text, separator) };
  const rows: GridRow[] = [];
  let torn = 0;
  for (let at = saying?.[0].length ?? 0, row = 1; at < text.length; row += 1) {
    const record = recordAt(text, at, signs);
    if (record === 'torn') {
      torn += 1;
      if (torn > tornAtMost) return shut('torn-quotes');
      const end = signs.endOfLine(at);
      rows.push({ row, cells: [cellOf(text.slice(at, Math.min(end, at + 200)))], torn: true });
      at = end + 1;
    } else {
      const cells = record.fields.slice(0, columnsAtMost).map(cellOf);
      if (cells.some((cell) => cell !== undefined)) rows.push({ row, cells });
      at = record.next;
    }
    if (rows.length > rowsAtMost) return shut('too-long');
  }
  return { ok: true, grids: [{ rows }] };
};
