/**
 * Text as a reader sees it, on its way to a paper, a screen or another program: composed letters (NFC), since a
 * keyboard that sends a letter and its marks apart would print them apart; one space between words. Characters nobody
 * can see (zero-width spaces, soft hyphens, direction marks) are left out, controls and line breaks become one space.
 */
export const cleanText = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/ {2,}/g, ' ')
    .trim();
