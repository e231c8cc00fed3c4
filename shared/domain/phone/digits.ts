/** Why no digits could be read. */
export type Unreadable = 'empty' | 'too_long' | 'bad_character' | 'multiple';

const noise = 1;
const separator = 2;
const lineBreak = 3;

/** What a character other than a digit or `+` means inside a written number; 0 is a character nobody writes there. */
const meaning = new Uint8Array(65536);
const mark = (as: number, ...ranges: readonly (readonly [from: number, to: number])[]): void => {
  for (const [from, to] of ranges) meaning.fill(as, from, to + 1);
};

const one = (text: string): (readonly [number, number])[] =>
  Array.from(text, (letter) => [letter.charCodeAt(0), letter.charCodeAt(0)] as const);

mark(noise, ...one('\t .-()·（）－．−﹣'), [0xa0, 0xa0], [0xad, 0xad], [0x61c, 0x61c], [0x1680, 0x1680]);
mark(noise, [0x180e, 0x180e], [0x2000, 0x2015], [0x202a, 0x202f], [0x205f, 0x206f]);
mark(noise, [0x3000, 0x3000], [0xfeff, 0xfeff]);
mark(separator, ...one('/,;&|，；／'));
mark(lineBreak, ...one('\n\r\v\f'), [0x85, 0x85], [0x2028, 0x2029]);

/**
 * What spreadsheets and links put around a number: `'0912…`, `"0912…"`, `="0912…"`, `tel:`, `912345678.0`, `912345678,0`; and the
 * stroke behind it where a second number was left out.
 */
const wrapping = /^\s*(?:=?["'‘’“”]+|tel:)?(.*?)["'‘’“”\s,;|&/，；／]*$/is;
const floating = /^(\d{9,11}(?=\.)|[1-9]\d{8,10})[.,]0+$/;

/** A written number is never longer; whatever is longer is prose, and reading it would only cost time. */
const longest = 64;

/** A switchboard's number and who to ask for there: `(máy lẻ 12)`, `ext. 12`, `nhánh 12`, `#12`. */
const extended =
  /^(?<number>.*\d)[\s(（,;.\-–]*(?:(?:số )?máy (?:lẻ|nhánh)|(?:so )?may (?:le|nhanh)|số lẻ|so le|nhánh|nhanh|ml|ext(?:ension)?|x|#)[\s.:=]*(?<extension>\d{1,6})[\s)）.]*$/iu;

/** What was written as a number with an extension, apart; undefined where no extension stands behind it. */
export const extensionIn = (raw: string): { number: string; extension: string } | undefined => {
  if (raw.length > longest) return undefined;
  const { number, extension } = extended.exec(raw.normalize('NFKC'))?.groups ?? {};
  return number === undefined || extension === undefined ? undefined : { number, extension };
};

/** Two whole numbers with a dash between them; no number alone has as many digits on either side of one. */
const twoNumbers = /^(?:\D*\d){9,}\D*[\p{Pd}\u2212](?:\D*\d){9,}\D*$/u;

/** Digits of a whole number behind which a `/` or a `,` starts a second one; before, it is a slip of the pen. */
const enough = 8;

/** The bare digits of what somebody wrote as ONE number, and whether a `+` led them. Refuses two numbers in one field. */
export function digitsOf(raw: string): { plus: boolean; digits: string } | Unreadable {
  if (raw.length > longest) return 'too_long';
  if (raw.length > enough * 2 && twoNumbers.test(raw)) return 'multiple';
  const first = raw.charCodeAt(0);
  const last = raw.charCodeAt(raw.length - 1);
  const plain = (first === 0x2b || isDigit(first)) && isDigit(last);
  const text = plain ? raw : (wrapping.exec(raw)?.[1] ?? raw);
  const written = text.endsWith('0') ? text.replace(floating, '$1') : text;
  let plus = false;
  let digits = '';
  for (let at = 0; at < written.length; at += 1) {
    const code = written.charCodeAt(at);
    if (isDigit(code)) digits += written[at];
    else if (code >= 0xff10 && code <= 0xff19) digits += String.fromCharCode(code - 0xfee0);
    else if (code === 0x2b || code === 0xff0b) {
      if (plus || digits.length >= enough) return 'multiple';
      if (digits !== '') return 'bad_character';
      plus = true;
    } else if (meaning[code] === separator) return digits.length >= enough ? 'multiple' : 'bad_character';
    else if (meaning[code] === lineBreak) {
      if (digits.length >= enough) return 'multiple';
    } else if (meaning[code] !== noise) return 'bad_character';
  }
  return digits === '' ? 'empty' : { plus, digits };
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
