import { ambiguous, familyNames, glued, phrases, type WordRole } from './words.ts';
import { readingsOf, spelt, writtenAs } from './spelling.ts';

/** One sentence, or part of one, of what somebody wrote. */
export type Clause = {
  /** What its words do in a wish, a letter each, courtesy left out. */
  roles: string;
  /** It ends in a question mark and not in `được không`, which only asks politely. */
  asks: boolean;
  /** Somebody’s name behind what they wrote. */
  signs: boolean;
  /** A bare `huy` in it is beside a word for a person, as in `anh Huy` and `Huy ơi`. */
  names: boolean;
};

/** Every way to write some words in a row, given the ways to write each. */
const inRow = (ways: readonly (readonly string[])[]): string[] =>
  ways.reduce<string[]>((so, next) => so.flatMap((one) => next.map((word) => `${one} ${word}`.trim())), ['']);

const known: ReadonlyMap<string, WordRole> = new Map([
  ...phrases
    .flatMap(([phrase, role]) => inRow(phrase.split(' ').map(writtenAs)).map((form) => [form, role] as const))
    .toReversed(), // of two roles the first in the data counts
  ...Object.entries(ambiguous),
]);
const vocabulary: ReadonlySet<string> = new Set([...known.keys()].flatMap((form) => form.split(' ')));

/** The readings of a word that are words of ours. */
const meant = (word: string): string[] => readingsOf(word).filter((reading) => vocabulary.has(reading));

const longestPhrase = 5;

const phone = /^\+?\d{9,12}$/;
const code = /^(?=.*\d)[a-z0-9.]+-\d{6,8}-\d+$/;

/** Mail programs and phones add lines of their own, and repeat what was answered. */
const quoted = /^\s*(?:>|on .+ wrote:|vào .+ (?:đã )?viết:|-{3,}|_{3,}|from:|từ:|(?:tin nhắn|thư) gốc)/iu;
const machines =
  /^\s*(?:-- ?$|(?:sent|get) (?:from|via|outlook)|(?:được |đã )?gửi từ (?:iphone|ipad|điện thoại|máy|samsung|yahoo|outlook|zalo|thiết bị))/iu;

const linesOf = (text: string): string[] => {
  const lines = text.split(/[\r\n]+/);
  const end = lines.findIndex((line, at) => at > 0 && (quoted.test(line) || machines.test(line)));
  return (end < 0 ? lines : lines.slice(0, end)).filter((line) => !quoted.test(line));
};

const wordsOf = (clause: string): string[] =>
  clause
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^\p{L}\p{M}\p{N}.+-]+/gu, ' ')
    .split(' ')
    .map((word) => word.replaceAll(/^[.-]+|[.-]+$/g, ''))
    .filter((word) => word !== '');

/** `H U Y`, `D.K`: a word that was typed letter by letter. */
const together = (words: readonly string[]): readonly string[] => {
  const letters = words.flatMap((word) => word.split('.')).filter((letter) => letter !== '');
  const isSpelled = letters.length > 1 && letters.every((letter) => /^\p{L}\p{M}*$/u.test(letter));
  return isSpelled && known.has(spelt(letters.join(''))) ? [letters.join('')] : words;
};

const find = (forms: readonly string[]): WordRole | undefined =>
  forms.map((form) => known.get(form)).find((role) => role !== undefined);

const roleOf = (word: string): WordRole | undefined => {
  const role = find(meant(word));
  if (role) return role;
  const digits = word.replaceAll('.', '');
  if (phone.test(digits)) return 'F';
  return code.test(word.toLowerCase()) ? 'K' : undefined;
};

type Read = { role: WordRole; words: string[] };

const readWords = (words: readonly string[]): Read[] => {
  const readings = words.map(meant);
  const read: Read[] = [];
  for (let at = 0; at < words.length;) {
    let taken = 1;
    let role = roleOf(words[at]!);
    for (let length = Math.min(longestPhrase, words.length - at); length > 1 && taken === 1; length -= 1) {
      const found = find(inRow(readings.slice(at, at + length)));
      if (found) [role, taken] = [found, length];
    }
    read.push({ role: role ?? 'X', words: words.slice(at, at + taken) });
    at += taken;
  }
  return read;
};

const may = new Set(writtenAs('được').concat('dc', 'đc', 'đươc'));
const orNot = new Set(['không', 'hông', 'chứ', 'ko'].flatMap(writtenAs).concat('k', 'hok', 'kg'));

/** `… được không ạ?` asks for it; without these words it is the wish itself. */
const withoutAsking = (words: readonly string[]): string[] => {
  const at = words.findLastIndex(
    (word, place) => place > 1 && orNot.has(spelt(word)) && may.has(spelt(words[place - 1]!)),
  );
  const isLast = at > 0 && words.slice(at + 1).every((word) => roleOf(word) === 'F');
  return isLast ? words.toSpliced(at - 1, 2) : [...words];
};

const kin = new Set(
  'anh|chị|em|cô|chú|bác|ông|bà|cậu|dì|cháu|con|thầy|bạn|mr|tên|là'.split('|').flatMap(writtenAs),
);
const calls = new Set(['ơi', 'à'].flatMap(writtenAs).filter((form) => form !== 'a'));

const namesSomebody = (words: readonly string[]): boolean =>
  words.some(
    (word, at) =>
      spelt(word) === 'huy' &&
      (kin.has(spelt(words[at - 1] ?? '')) || calls.has(spelt(words[at + 1] ?? ''))) &&
      spelt(words[at - 2] ?? '') !== 'cho',
  );

const isName = (words: readonly string[]): boolean =>
  words.length <= 5 &&
  words.every((word) => /^\p{L}[\p{L}\p{M}.]*$/u.test(word)) &&
  (familyNames.has(writtenAs(words[0] ?? '').at(-1)!) ||
    (words.length > 1 && words.every((word) => /^\p{Lu}/u.test(word))));

const clauseOf = (written: string): Clause => {
  const all = together(wordsOf(written.normalize('NFC')));
  const words = withoutAsking(all).flatMap((word) => glued[spelt(word)]?.split(' ') ?? [word]);
  const read = readWords(words);
  const roles = read.map(({ role }) => role).join('');
  return {
    roles: roles.replaceAll('F', ''),
    asks: /\?/.test(written) && words.length === all.length,
    signs: /^[XFQWDHRM]*X[XFQWDHRM]*$/.test(roles) && isName(words),
    names: namesSomebody(words),
  };
};

/** What somebody wrote, clause by clause, without what machines added and without what nobody sees. */
export const clausesOf = (text: string): Clause[] =>
  linesOf(text.normalize('NFKC').replaceAll(/[\p{Cf}\p{Extended_Pictographic}\u{fe0f}]/gu, ''))
    .flatMap((line) => line.match(/(?:[^!?;:,.…]|[.,:](?=\S))+[!?;:,.…]*| - /gu) ?? [])
    .flatMap((part) => part.split(/\s+[-–—]+\s+|^\s*[-–—]+\s*/u))
    .filter((part) => /[\p{L}\p{N}]/u.test(part))
    .map(clauseOf);
