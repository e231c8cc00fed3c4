import * as z from 'zod';

/**
 * A dossier code (mã hồ sơ), trimmed and in capitals. Offices and ministries write it in more ways than any rule
 * knows, so what does not fit the rule is kept and flagged, never refused.
 */
export const DossierCode = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .regex(/^[^\s\p{C}]+$/u, 'a dossier code has no spaces or control characters inside')
  .normalize()
  .toUpperCase()
  .brand('DossierCode');
export type DossierCode = z.infer<typeof DossierCode>;

/**
 * `{agency identifier}-{yyMMdd or yyyyMMdd}-{sequence of 4 to 7 digits}`, the identifier in its new form
 * (`H29.26`) or its old one (`000.00.15.H03`): TT 01/2018 and TT 03/2025/TT-VPCP, and codes seen in use.
 */
const asWritten = /^(?:\d{3}(?:\.\d{2,3}){2}\.[A-Z]\d{2}|[A-Z]\d{2}(?:\.\d{1,4})*)-(?:\d{6}|\d{8})-\d{4,7}$/;

/** Whether a code has a form that the rules or practice know; a code that does not is flagged for a person. */
export const fitsTheRule = (code: DossierCode): boolean => asWritten.test(code);
