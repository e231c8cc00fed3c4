/** How a Vietnamese word may be written on a phone: in full, without tones, without any marks, in Telex or VNI. */

/** Tones by their combining marks. Hỏi and ngã are one: half the country writes them alike. */
const tones: Readonly<Record<string, string>> = {
  '\u0301': '1',
  '\u0300': '2',
  '\u0309': '3',
  '\u0303': '3',
  '\u0323': '5',
};

/**
 * A word in small letters with its tone behind it, so that `huỷ`, `hủy` and their decomposed forms are one; what nobody
 * sees is left out.
 */
export const spelt = (word: string): string => {
  const { letters, tone } = parted(word);
  return letters + tone;
};

const parted = (word: string) => {
  let tone = '';
  let letters = '';
  for (const sign of word.normalize('NFD').toLowerCase()) {
    if (sign in tones) tone = tones[sign]!;
    else if (sign === 'đ' || sign === 'ð') letters += 'đ';
    else letters += sign;
  }
  return { letters: letters.normalize('NFC'), tone };
};

const bare = (letters: string): string =>
  letters
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .replaceAll('đ', 'd');

/** Everything that a correct word is written as: people leave marks out, the tones first, and never add others. */
export const writtenAs = (word: string): string[] => {
  const { letters, tone } = parted(word);
  return [...new Set([letters + tone, letters, bare(letters)])];
};

const telexTones: Readonly<Record<string, string>> = { s: '1', f: '2', r: '3', x: '3', j: '5' };
const telexLetters = [
  ['dd', 'đ'],
  ['aa', 'â'],
  ['aw', 'ă'],
  ['ee', 'ê'],
  ['oo', 'ô'],
  ['uow', 'ươ'],
  ['ow', 'ơ'],
  ['uw', 'ư'],
] as const;

/** `duwngf`, typed where the keyboard was not listening: what it was to be, or undefined where it is no such thing. */
const telex = (word: string): string | undefined => {
  if (!/^[a-z]{2,}$/.test(word)) return undefined;
  const tone = telexTones[word.at(-1)!] ?? '';
  const inside = tone === '' ? word : word.slice(0, -1);
  const letters = telexLetters.reduce((text, [from, to]) => text.replace(from, to), inside);
  return letters + tone === word ? undefined : letters + tone;
};

const vniLetters = [
  ['d9', 'đ'],
  ['a6', 'â'],
  ['a8', 'ă'],
  ['e6', 'ê'],
  ['o6', 'ô'],
  ['o7', 'ơ'],
  ['u7', 'ư'],
] as const;

/** The same for `d9u7ng2` and `huy3`. */
const vni = (word: string): string | undefined => {
  if (!/^[a-z][a-z1-9]*\d[a-z1-9]*$/.test(word)) return undefined;
  const letters = vniLetters.reduce((text, [from, to]) => text.replace(from, to), word);
  const tone = /[1-5]/.exec(letters)?.[0] ?? '';
  return letters.replace(tone, '') + tone.replace('4', '3');
};

/** What somebody who wrote this may have meant, the likelier first; a letter held down too long is one letter. */
export const readingsOf = (written: string): string[] => {
  const word = spelt(written);
  return [word, telex(word), vni(word), word.replaceAll(/(.)\1+/gu, '$1')].filter(
    (each): each is string => each !== undefined,
  );
};
