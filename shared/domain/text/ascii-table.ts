/** Values of {@link asciiTable} that are not the code of one ASCII character. */
export const silent = 0x80;
export const unmapped = 0x81;
export const several = 0x82;

/** Replacements of more than one character, by the code of the character they stand for. */
export const severalFor = new Map<number, string>();

/**
 * For each UTF-16 code unit the ASCII character that stands for it, {@link silent} for what a reader does not see
 * (combining marks, zero-width and direction marks, controls), {@link several}, or {@link unmapped}.
 *
 * Letters follow their Unicode compatibility decomposition without its marks, which covers the 134 accented
 * Vietnamese letters, full-width forms, ligatures and circled digits. Marks are silent on their own too, so that
 * decomposed text (macOS, some PDFs) needs no normalisation. The exceptions are written out below.
 */
export const asciiTable = new Uint8Array(65536).fill(unmapped);

const put = (code: number, replacement: string): void => {
  if (replacement.length > 1) severalFor.set(code, replacement);
  asciiTable[code] =
    replacement.length > 1 ? several : replacement === '' ? silent : replacement.charCodeAt(0);
};

for (let code = 0x20; code < 0x7f; code += 1) asciiTable[code] = code;

const decomposing = [
  [0xa0, 0x24f],
  [0x1e00, 0x1eff],
  [0x2000, 0x217f],
  [0x2460, 0x24ea],
  [0xfb00, 0xfb06],
  [0xff01, 0xff5e],
] as const;
for (const [from, to] of decomposing) {
  for (let code = from; code <= to; code += 1) {
    const plain = String.fromCharCode(code)
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .replaceAll('\u2044', '/');
    if (/^[ -~]+$/.test(plain)) put(code, plain);
  }
}

const unseen = [
  [0x00, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x300, 0x36f],
  [0x61c, 0x61c],
  [0x180b, 0x180e],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0x20d0, 0x20ff],
  [0xfe00, 0xfe0f],
  [0xfe20, 0xfe2f],
  [0xfeff, 0xfeff],
] as const;
for (const [from, to] of unseen) asciiTable.fill(silent, from, to + 1);

/** The backtick is ASCII but not in the SMS alphabet; the letters after `d` and `D` are đ and what looks like it. */
const written: Readonly<Record<string, string>> = {
  '\n': '\n\u0085\u2028\u2029',
  ' ': '\t\v\f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000',
  "'": '`´‘’‚‛′‵ʼʹ＇｀‹›',
  '"': '“”„‟″«»＂',
  '-': '‐‑‒–—―−﹘﹣－•‣◦●▪■·∙・–',
  '...': '…',
  d: 'đðɖ₫',
  D: 'ĐÐƉ',
  h: 'ħ',
  H: 'Ħ',
  i: 'ı',
  l: 'ł',
  L: 'Ł',
  o: 'ø',
  O: 'Ø',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  ss: 'ß',
  th: 'þ',
  Th: 'Þ',
  x: '×✕',
  '/': '÷⁄∕',
  '+/-': '±',
  '<=': '≤',
  '>=': '≥',
  '->': '→',
  '<-': '←',
  'No.': '№',
  EUR: '€',
  GBP: '£',
  JPY: '¥',
  '(c)': '©',
  '(r)': '®',
};
for (const [replacement, characters] of Object.entries(written)) {
  for (const character of characters) put(character.charCodeAt(0), replacement);
}
