/** What no reader sees, and no letter: zero-width and direction marks, fillers, tags, code points that name none, halves of a pair. */
const unseen = /[\p{Cf}\p{Cs}\p{DI}\p{Noncharacter_Code_Point}]/gu;
/** Controls; a line break and a tab mean something in a text of several lines. */
const controls = /(?![\t\n\r])\p{Cc}/gu;

/**
 * Text without what no reader sees: such characters are left out, and each control becomes a space, since it stood where
 * some machine parted two words. What comes in from other people's machines and forms is read through this, whatever field it
 * is for, so that nobody is led by it, and no store or press stumbles over it.
 */
export const seenText = (text: string): string => text.replaceAll(controls, ' ').replaceAll(unseen, '');

/**
 * Text as a reader sees it, on its way to a paper, a screen or another program: composed letters (NFC), since a
 * keyboard that sends a letter and its marks apart would print them apart; one space between words, line breaks among them.
 */
export const cleanText = (text: string): string =>
  seenText(text).normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
