/** Text on its way to paper: composed letters, visible characters, one space between words. */
import * as z from 'zod';
import { cleanText } from '../../values/writing/clean-text.ts';
import { toneApart } from '../../values/writing/tones.ts';

/** One run of text that will be printed. Empty text is refused: a blank in a letter is a mistake. */
export const PrintedText = z.string().max(2000).transform(cleanText).pipe(z.string().min(1));
export type PrintedText = z.infer<typeof PrintedText>;

/**
 * A name as it is compared: `Hoà`, `Hòa` and `HÒA` are one name. The tone of a syllable is moved behind it, since the
 * two spellings differ only in the vowel that carries it; the letters ă, â, ê, ô, ơ, ư, đ stay what they are.
 */
export const nameKey = (name: string): string =>
  cleanText(name)
    .toLocaleLowerCase('vi')
    .split(' ')
    .map(toneApart)
    .map(({ toneless, tones }) => toneless + tones.join(''))
    .join(' ')
    .normalize('NFC');
