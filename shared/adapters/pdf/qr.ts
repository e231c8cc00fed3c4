import { encode } from 'uqr';

/** A QR code as dark runs, a row at a time: `[x, y, width]` in modules. */
export type QrRuns = { size: number; runs: [number, number, number][] };

/**
 * The mask is fixed: every mask is valid (ISO/IEC 18004 leaves the choice to the encoder, readers take any), trying all
 * eight takes thirteen times as long, and the same link must be the same drawing. Level M: a fold or a stamp may cover
 * 15 % of it.
 */
export const qrRuns = (text: string): QrRuns => {
  const { size, data } = encode(text, { ecc: 'M', maskPattern: 2, border: 0, boostEcc: false });
  const runs = data.flatMap((row, y) => {
    const inRow: [number, number, number][] = [];
    row.forEach((dark, x) => {
      const last = inRow.at(-1);
      if (dark && last && last[0] + last[2] === x) last[2] += 1;
      else if (dark) inRow.push([x, y, 1]);
    });
    return inRow;
  });
  return { size, runs };
};
