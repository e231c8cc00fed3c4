import * as z from 'zod';
import { hasLink, spaceAbbreviations } from '../values/writing/links.ts';

/** Every stroke that people and word processors write for a hyphen, the minus sign and the lines of tables too. */
export const strokes = /[\p{Pd}\u2212\u02d7\ufe63\u2043\u2500\u2501\u30fc]/gu;

/** What nobody sees and spreadsheets and browsers leave behind; marks that turn the order of letters are not among it. */
const unseen = /\u00ad|[\u200b-\u200f]|\u202a|\u202c|\u202d|[\u2060-\u2064]|\ufe0e|\ufe0f|\ufeff/gu;

/** Spreadsheets put an apostrophe before what is to stay text; sentences end in a full stop. */
const around =
  /^[\s'"`=\u00ab\u00b4\u00bb\u02b9-\u02bc\u2018-\u201f\u2032\u2033]+|[\s'"`.,;:\u00ab\u00b4\u00bb\u02b9-\u02bc\u2018-\u201f\u2032\u2033]+$/gu;

/** Letters that look like digits, where a code has digits. */
export const asDigits = (looks: string): string => looks.replaceAll('O', '0').replaceAll(/[IL]/g, '1');

/** A code of the known form as people type it: behind what it is, with commas for dots and other strokes between its parts. */
const typed =
  /^(?:(?:#|MÃ|MA|SỐ|SO|HỒ ?SƠ|HO ?SO|HS|HSMC) ?[:.#-]? ?)*(?<old>[\dO]{3}(?:[.,][\dOIL]{2,3}){2}[.,])?(?<letter>[A-Z])(?<agency>[\dOIL]{2}(?:[.,] ?[\dOIL]{1,4})*) ?[-_/ ] ?(?<day>[\dOIL]{8}|[\dOIL]{6}) ?[-_/ ] ?(?<number>[\dOIL]{4,7})$/u;

/** Such a code in its parts, put together as the rules write it. */
const inParts = (text: string): string | undefined => {
  const parts = typed.exec(text)?.groups;
  if (parts === undefined) return undefined;
  const { old = '', letter = '', agency = '', day = '', number = '' } = parts;
  const dotted = (part: string) => asDigits(part.replaceAll(/, ?|\. /g, '.'));
  return `${dotted(old)}${letter}${dotted(agency)}-${asDigits(day)}-${asDigits(number)}`;
};

/**
 * A code as it is written everywhere in here, whoever typed it: narrow letters in capitals, plain hyphens, no spaces
 * and no quotes around it. The only reader of codes: what two doors read differently would be two dossiers.
 */
export const plainCode = (written: string): string => {
  const text = written
    .replaceAll(unseen, '')
    .replaceAll(around, '')
    .normalize('NFKC')
    .replaceAll(strokes, '-')
    .replaceAll(/[ \t\u00a0]+/g, ' ')
    .normalize()
    .toUpperCase();
  return inParts(text) ?? text.replaceAll(' ', '');
};

/** Latin letters, digits and the usual signs: a Cyrillic letter looks the same and would be another dossier. */
const readable = /^[\p{Script=Latin}!-~]{1,40}$/u;

/** What programs and people write where there is no code: all of them would be one dossier, and its news go to strangers. */
const noCode =
  /^\(?(?:null|nil|none|nan|undefined|n\/?a|#(?:n\/a|ref!|value!|null!|name\?)|không(?:có)?|khong(?:co)?|chưacó|chuaco|trống|trong|[-.0?_*/]+)\)?$/iu;

/** A number that a phone would offer to ring, or an account that somebody could pay into. */
const callable = /(?<!\d)(?:(?:0|84)(?:[35789]\d{8}|2\d{9})|1[89]00\d{4,6})(?!\d)|(?:TK|STK|BANK)\d{6,}/;

/** Whether a citizen's phone would make something to tap of a code: then it is no code, and no text may bear it. */
const isBait = (code: string): boolean =>
  !asWritten.test(code) &&
  (hasLink(spaceAbbreviations(code)) || callable.test(code.replaceAll(/[.:#]/g, '')));

/**
 * A dossier code (mã hồ sơ). Offices and ministries write it in more ways than any rule knows, so what does not fit
 * the rule is kept and flagged; refused is only what nobody could read back, and what would lead citizens astray.
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
  .pipe(
    z.stringFormat(
      'dossier-code',
      (code) => !isBait(code),
      'a dossier code is no link, no phone number and no account · mã hồ sơ không được là đường dẫn, số điện thoại hoặc số tài khoản',
    ),
  )
  .refine(
    (code) => !noCode.test(code),
    'this is how systems write "no code" · đây không phải mã hồ sơ mà là cách phần mềm ghi ô trống; xin ghi mã trên giấy hẹn',
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
