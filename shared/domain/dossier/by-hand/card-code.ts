/**
 * The square code of a citizen's card (căn cước công dân since 2021, căn cước since 2024): fields parted by strokes, the number
 * first, then the number of an older card or nothing, name, day of birth, sex, place of residence, day of issue; newer cards have
 * more behind. Layout as seen on cards in use, confidence B. The numbers are read past: nothing here gives them out.
 */
import { cleanText } from '../../values/writing/clean-text.ts';

export type CardHolder = { name: string; residence?: string };

const asName = /^[\p{L}\p{M}' .-]{2,100}$/u;
const asDay = /^\d{8}$/;

/** Who the card is of; undefined for what is no such code, also one that a keyboard's Vietnamese typing has garbled. */
export const cardHolderIn = (scanned: string): CardHolder | undefined => {
  const [number = '', older = '', name = '', born = '', sex = '', residence = '', issued = ''] = scanned
    .trim()
    .split('|')
    .map((part) => cleanText(part));
  const fits =
    /^\d{12}$/.test(number) &&
    /^(?:\d{9}|\d{12})?$/.test(older) &&
    asDay.test(born) &&
    ['Nam', 'Nữ'].includes(sex) &&
    asDay.test(issued) &&
    asName.test(name);
  if (!fits) return undefined;
  return { name, ...(residence !== '' && residence.length <= 300 && { residence }) };
};
