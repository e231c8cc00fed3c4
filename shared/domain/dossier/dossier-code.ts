import * as z from 'zod';

/** Every stroke that people and word processors write for a hyphen, the minus sign too. */
const strokes = /[\p{Pd}\u2212\u02d7\ufe63]/gu;

/** Spreadsheets put an apostrophe before what is to stay text. */
const quotes = /^[\s'"`\u2018\u2019\u201c\u201d=]+|[\s'"`\u2018\u2019\u201c\u201d]+$/g;

/**
 * A code as it is written everywhere in here, whoever typed it: narrow letters in capitals, plain hyphens, no spaces
 * and no quotes around it. The only reader of codes: what two doors read differently would be two dossiers.
 */
export const plainCode = (written: string): string =>
  written
    .normalize('NFKC')
    .replaceAll(strokes, '-')
    .replaceAll(quotes, '')
    .replaceAll(/[ \t\u00a0]+/g, '')
    .normalize()
    .toUpperCase();

/** Latin letters, digits and the usual signs: a Cyrillic letter looks the same and would be another dossier. */
const readable = /^[\p{Script=Latin}!-~]{1,40}$/u;

/**
 * A dossier code (mã hồ sơ). Offices and ministries write it in more ways than any rule knows, so what does not fit
 * the rule is kept and flagged; refused is only what nobody could read back.
 */
export const DossierCode = z
  .string()
  .min(1)
  .max(200)
  .transform(plainCode)
  .pipe(
    z
      .string()
      .regex(
        readable,
        'a dossier code has 1 to 40 Latin letters, digits and signs · mã hồ sơ chỉ gồm chữ cái La-tinh, chữ số và dấu, dài 1 đến 40 ký tự',
      ),
  )
  .brand('DossierCode');
export type DossierCode = z.infer<typeof DossierCode>;

/**
 * `{agency identifier}-{yyMMdd or yyyyMMdd}-{sequence of 4 to 7 digits}`, the identifier in its new form
 * (`H29.26`) or its old one (`000.00.15.H03`): TT 01/2018 and TT 03/2025/TT-VPCP, and codes seen in use.
 */
const asWritten = /^(?:\d{3}(?:\.\d{2,3}){2}\.[A-Z]\d{2}|[A-Z]\d{2}(?:\.\d{1,4})*)-(?:\d{6}|\d{8})-\d{4,7}$/;

/** Whether a code has a form that the rules or practice know; a code that does not is flagged for a person. */
export const fitsTheRule = (code: DossierCode): boolean => asWritten.test(code);
