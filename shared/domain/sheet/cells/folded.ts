import { toAscii } from '../../text/ascii.ts';

/** Words as they are compared, whoever typed them: without accents, capitals and signs, `Ngày hẹn trả:` → `ngay hen tra`. */
export const folded = (text: string): string =>
  toAscii(text.slice(0, 300))
    .text.toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();

/** The same without what stands in brackets: `Ngày hẹn trả (dd/MM/yyyy)` → `ngay hen tra`. */
export const foldedPlain = (text: string): string => folded(text.replaceAll(/[([{][^)\]}]*[)\]}]?/g, ' '));
