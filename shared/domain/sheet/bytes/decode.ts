/** Bytes to letters. Unicode shows itself; the old code pages cannot be told apart by their bytes, so they are asked for. */
import * as z from 'zod';
import { fromTcvn3 } from '../../values/code-pages/tcvn3.ts';
import { fromVni } from '../../values/code-pages/vni.ts';
import { fromWindows1258 } from '../../values/code-pages/windows-1258.ts';
import { isVietnameseSyllable } from '../../values/writing/vietnamese-syllable.ts';
import { type Shut, shut } from '../file-problem.ts';

/** Code pages of before Unicode, and the fonts that still write them into files of today. */
export const OldCodePage = z.enum(['windows-1258', 'tcvn3', 'vni']);
export type OldCodePage = z.infer<typeof OldCodePage>;

const readings: Readonly<Record<OldCodePage, (latin: string) => string>> = {
  'windows-1258': fromWindows1258,
  tcvn3: fromTcvn3,
  vni: fromVni,
};

/** Text whose letters were typed in an old font, as its reader saw it. */
export const readAs = (page: OldCodePage | undefined, latin: string): string =>
  page === undefined ? latin : readings[page](latin);

/** `latin` is text of one byte a letter, which may still have to be read by an old code page. */
export type Decoded = { text: string; latin: boolean };

/** How much of a text shows whether every other byte is nothing. */
const sample = 4000;

/** UTF-16 without its mark: of the bytes in even or odd places hardly any is another than 0, 1 or 0x1E, and some are 0. */
const silentSide = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined => {
  const seen = bytes.subarray(0, sample);
  const pairs = Math.floor(seen.length / 2);
  if (pairs < 2) return undefined;
  const zeroes = [0, 0];
  seen.forEach((byte, at) => byte === 0 && (zeroes[at % 2]! += 1));
  if (zeroes[1]! * 3 > pairs && zeroes[0]! * 20 < pairs) return 'utf-16le';
  return zeroes[0]! * 3 > pairs && zeroes[1]! * 20 < pairs ? 'utf-16be' : undefined;
};

const marked = ([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined =>
  first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : undefined;

/** The text of these bytes without its byte order mark. A letter that was lost in UTF-8 is U+FFFD, where few are. */
export const decode = (bytes: Uint8Array): Decoded => {
  const utf16 = marked(bytes) ?? silentSide(bytes);
  if (utf16 !== undefined) return { text: new TextDecoder(utf16).decode(bytes), latin: false };
  const text = new TextDecoder('utf-8').decode(bytes);
  const lost = text.split('\ufffd').length - 1;
  const kept = text.match(/[^\0-\x7f\ufffd]/g)?.length ?? 0;
  return lost === 0 || lost * 10 <= kept
    ? { text, latin: false }
    : { text: new TextDecoder('windows-1252').decode(bytes), latin: true };
};

/** How many pieces are shown for whoever has to choose. */
const shownAtMost = 3;

/** How much of a text has to sound Vietnamese read so. */
const soundness = (pieces: readonly string[]): number => {
  const syllables = pieces.flatMap((piece) => piece.split(/[^\p{L}\p{M}]+/u)).filter((one) => one !== '');
  return syllables.filter(isVietnameseSyllable).length / Math.max(1, syllables.length);
};

/** The question which code page it is: three pieces of the text, each as each page reads it, what sounds best first. */
export const askWhichPage = (latinPieces: Iterable<string>): Shut => {
  const seen = new Set<string>();
  for (const piece of latinPieces) {
    if (seen.size === 200) break;
    if (/[\u0080-\u00ff]/.test(piece) && piece.trim().length < 60) seen.add(piece.trim());
  }
  const byLength = [...seen].toSorted((one, other) => other.split(' ').length - one.split(' ').length);
  const pieces = byLength.slice(0, shownAtMost);
  const choices = OldCodePage.options
    .map((page) => ({ page, read: pieces.map((piece) => readAs(page, piece)) }))
    .toSorted((one, other) => soundness(other.read) - soundness(one.read));
  return shut(
    'encoding',
    choices.map(({ page, read }) => `${page}: ${read.join(', ')}`),
  );
};
