/** Which receipt codes open a dossier on the page for citizens. */
import type { Dossier } from '../dossier.ts';
import { codeAsRead, type ReceiptCode, type ReceiptCodes } from './receipt-code.ts';

/** The codes that open a dossier: the ward's own where it gave one, and ours, also that of the office it came from. */
const codesOf = ({ ward, code, movedFrom, facts }: Dossier, ours: ReceiptCodes): ReceiptCode[] => [
  ...(facts.receiptCode ? [facts.receiptCode.value] : []),
  ours(ward, code),
  ...(movedFrom === undefined ? [] : [ours(movedFrom, code)]),
];

/** The code that stands on what is printed about it. */
export const printedReceiptCode = (dossier: Dossier, ours: ReceiptCodes): ReceiptCode =>
  codesOf(dossier, ours)[0]!;

/** Whether what somebody typed is the code of this dossier, as people read it. */
export const opensDossier = (dossier: Dossier, typed: string, ours: ReceiptCodes): boolean =>
  codesOf(dossier, ours).some((code) => codeAsRead(code) === codeAsRead(typed));
