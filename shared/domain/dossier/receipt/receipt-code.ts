/**
 * The short code on a receipt that opens one dossier on the page for citizens. Read aloud, copied by hand and typed by old
 * people: no two of its characters look alike, and what is typed for a look-alike is taken for it.
 */
import * as z from 'zod';
import type { DossierCode } from '../dossier-code.ts';
import type { Ward } from '../../values/ward.ts';

/** The characters of the codes we make: of each pair that looks alike one, and no vowel that a word could be made of but A and E. */
const made = '23456789ACDEFGHJKMNPRTVWXY';
export const receiptCodeLength = 8;

/** Characters that somebody reads as another one of ours. */
const readAs: Readonly<Record<string, string>> = { B: '8', S: '5', Z: '2', U: 'V', Đ: 'D' };

/** A code as somebody wrote it, in capitals, without the spaces and strokes that it is printed with. */
const plain = (written: string): string =>
  written
    .normalize('NFKC')
    .replaceAll(/[\s\p{Pd}.]+/gu, '')
    .toUpperCase();

/**
 * A receipt code that a ward's own system gives: eight Latin letters and digits without `0`, `O`, `1`, `I` and `L`, which
 * nobody can tell apart on paper.
 */
export const ReceiptCode = z
  .string()
  .max(40)
  .transform(plain)
  .pipe(
    z
      .string()
      .regex(
        /^[2-9A-HJKMNP-Z]{8}$/,
        'a receipt code has 8 capital letters and digits without 0, O, 1, I and L · mã trên giấy hẹn gồm 8 chữ và số, không có 0, O, 1, I, L',
      ),
  )
  .brand('ReceiptCode');
export type ReceiptCode = z.infer<typeof ReceiptCode>;

/**
 * The code that we make for a dossier: from a keyed hash, so that nobody can guess it and every part of the system knows it
 * without keeping it. 26^8 (2 × 10^11) for each dossier.
 */
export const receiptCodeOf =
  (keyedHash: (text: string) => string) =>
  (ward: Ward, code: DossierCode): ReceiptCode => {
    const hash = keyedHash(`receipt code ${ward} ${code}`);
    let number = Array.from(hash).reduce((sum, letter) => sum * 131n + BigInt(letter.codePointAt(0)!), 7n);
    let text = '';
    for (let place = 0; place < receiptCodeLength; place += 1) {
      text += made[Number(number % BigInt(made.length))]!;
      number /= BigInt(made.length);
    }
    return text as ReceiptCode;
  };
export type ReceiptCodes = ReturnType<typeof receiptCodeOf>;

/** A code as people read it: with a look-alike for what is printed, in any case, with any spaces. */
export const codeAsRead = (written: string): string =>
  plain(written).replaceAll(/[BSZUĐ]/g, (letter) => readAs[letter]!);

/** A code in two groups of four, as it is printed: `K7PM 4XR2`. */
export const inGroups = (code: ReceiptCode): string => `${code.slice(0, 4)} ${code.slice(4)}`;
