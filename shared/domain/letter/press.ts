import type { Sheet } from './sheet.ts';

/**
 * What came off the press. `missing` lists the characters that the letter's typeface does not have: the letter stops
 * for a person, since a box in a name is worse than a late letter.
 */
export type PrintedLetter = { ok: true; pdf: Uint8Array } | { ok: false; missing: string[] };

/** The first page of a batch: what lies under it, in this order, so that a clerk can check the pile. */
export type CoverList = {
  heading: string;
  columns: [string, string, string];
  rows: [string, string, string][];
};

/** Prints letters. The same sheets give the same bytes, today and in ten years, with the same press. */
export interface LetterPress {
  /** One letter as one PDF of the standard that its sheet names. */
  render(sheet: Sheet): PrintedLetter;
  /** The same letter as a gzipped SVG, its pages one below the other: a telephone shows no PDF within a page. */
  picture(sheet: Sheet): Uint8Array;
  /** Many letters as one tagged PDF/UA-1, each starting on a page of its own with page numbers of its own. */
  renderBatch(sheets: readonly Sheet[], cover?: CoverList): PrintedLetter;
}

/** Files of citizens' letters, encrypted, kept for a limited time. */
export interface Documents {
  /** A PDF, or a gzipped picture where the key ends in `.svgz`. */
  keep(key: string, file: Uint8Array): Promise<void>;
  /** An address under which the file can be read for a few minutes by whoever has it. */
  link(key: string, as: { fileName: string; seconds: number }): Promise<string>;
}
