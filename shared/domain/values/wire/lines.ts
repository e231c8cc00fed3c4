/** A line that is not blank, and its place, counted from 1. */
type Line = { row: number; text: string };

/**
 * The lines of NDJSON, as every command reads them. Only LF ends a line, and takes a CR before it along: what ends a line
 * elsewhere (U+2028, U+2029, NEL) may stand in a JSON string as it is. A byte order mark is no part of a line.
 */
export const linesIn = (text: string): Line[] =>
  text
    .split('\n')
    .map((line, at) => ({ row: at + 1, text: line.replace(/^\uFEFF/, '').replace(/\r$/, '') }))
    .filter((line) => line.text.trim() !== '');
