/**
 * Code 128 in its sets B (printable ASCII) and C (pairs of digits), always as short as the two allow. The module is
 * the narrowest bar; postal labels want it 0.33 mm wide or more, with 10 modules of white on either side.
 * Source: ISO/IEC 15417.
 */

/** Widths of the three bars and three spaces of each symbol, in modules; 106 is the stop with its last bar. */
const patterns = (
  '212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 ' +
  '123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 ' +
  '232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 ' +
  '313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 ' +
  '111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 ' +
  '111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 ' +
  '114311 411113 411311 113141 114131 311141 411131 211412 211214 211232 2331112'
).split(' ');

const [toC, toB, startB, startC, stop] = [99, 100, 104, 105, 106];
type Set = 'B' | 'C';

/** The bars as `[distance from the left edge, width]`, and how wide everything is, in modules. */
export type Bars = { width: number; bars: [number, number][] };

/** The symbol values of a text, from start to stop. Printable ASCII only; anything else is thrown. */
export const code128Symbols = (text: string): number[] => {
  if (!/^[\x20-\x7e]+$/.test(text)) throw new Error('Code 128 takes printable ASCII only');
  const [b, c] = [shortest(text, 'B'), shortest(text, 'C')];
  const symbols = c.length < b.length ? [startC, ...c] : [startB, ...b];
  const sum = symbols.reduce((total, symbol, at) => total + symbol * Math.max(at, 1), 0);
  return [...symbols, sum % 103, stop];
};

/** The shortest way to write a text that begins in a set; worked out from the end, a place at a time. */
const shortest = (text: string, first: Set): number[] => {
  let [b, c]: number[][] = [[], []];
  let cNext: number[] = [];
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const pair = /^\d\d$/.test(text.slice(at, at + 2)) ? Number(text.slice(at, at + 2)) : undefined;
    const asB = [text.charCodeAt(at) - 32, ...(b ?? [])];
    const asC = pair === undefined ? undefined : [pair, ...cNext];
    cNext = c ?? [];
    b = asC && asC.length + 1 < asB.length ? [toC, ...asC] : asB;
    c = asC && asC.length <= asB.length + 1 ? asC : [toB, ...asB];
  }
  return (first === 'B' ? b : c) ?? [];
};

/** The bars of a text. */
export const code128 = (text: string): Bars => {
  const bars: Bars['bars'] = [];
  let width = 0;
  for (const symbol of code128Symbols(text))
    for (const [at, digit] of (patterns[symbol] ?? '').split('').entries()) {
      if (at % 2 === 0) bars.push([width, Number(digit)]);
      width += Number(digit);
    }
  return { width, bars };
};
