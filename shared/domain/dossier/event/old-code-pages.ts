/**
 * Vietnamese of before Unicode, read as Western Latin: VNI lays its marks behind the letter (`Traàn`), TCVN3 puts every
 * letter in another's place (`TrÇn`), Windows-1258 writes tones apart (`TrâÌn`). What they make is Latin too, and so is
 * many a foreigner's name; the difference is that a name of ours becomes Vietnamese when it is read back.
 */
import { isVietnameseSyllable } from '../../values/writing/vietnamese-syllable.ts';

const [grave, acute, tilde, hook, dot] = ['\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
const [circumflex, breve, horn] = ['\u0302', '\u0306', '\u031b'];

const vniMarks: Readonly<Record<string, string>> = {
  â: circumflex,
  à: circumflex + grave,
  á: circumflex + acute,
  å: circumflex + hook,
  ã: circumflex + tilde,
  ä: circumflex + dot,
  ê: breve,
  è: breve + grave,
  é: breve + acute,
  ú: breve + hook,
  ü: breve + tilde,
  ë: breve + dot,
  ø: grave,
  ù: acute,
  û: hook,
  õ: tilde,
  ï: dot,
};
const vniLetters: Readonly<Record<string, string>> = {
  ô: `o${horn}`,
  ö: `u${horn}`,
  ó: 'ĩ',
  ò: 'ị',
  æ: 'ỉ',
  î: 'ỵ',
  ñ: 'đ',
};

const fromVni = (syllable: string): string =>
  syllable
    .toLowerCase()
    .replaceAll(
      /([aeouiyôö])([âàáåãäêèéúüëøùûõï])|[ôöóòæîñ]/gu,
      (one: string, base?: string, mark?: string) =>
        base === undefined ? vniLetters[one]! : (vniLetters[base] ?? base) + vniMarks[mark!]!,
    )
    .normalize('NFC');

const tcvn3 =
  'ÆặÇầÊấÈẩÉẫËậÐéÌèÎẻÏẽÑẹÒềÕếÓểÔễÖệÝíØỉÜĩÞịãóßòáỏâõäọåồèốæổçỗéộêờíớëởìỡîợóúïùñủòũôụõừøứöửùựýýúỳûỷüỹþỵ';
const tcvn3Letters = new Map(
  Array.from({ length: tcvn3.length / 2 }, (_, at) => [tcvn3[at * 2]!, tcvn3[at * 2 + 1]!] as const),
);
const fromTcvn3 = (syllable: string): string =>
  Array.from(syllable, (letter) => tcvn3Letters.get(letter) ?? letter).join('');

const windows1258: Readonly<Record<string, string>> = {
  Ì: grave,
  ì: acute,
  Ò: hook,
  Þ: tilde,
  ò: dot,
  ã: 'ă',
  Ã: 'ă',
  ð: 'đ',
  Ð: 'đ',
  õ: 'ơ',
  Õ: 'ơ',
  ý: 'ư',
  Ý: 'ư',
};
const fromWindows1258 = (syllable: string): string =>
  syllable.replaceAll(/[ÌìÒÞòãÃðÐõÕýÝ]/gu, (letter) => windows1258[letter]!).normalize('NFC');

/** Built like a syllable, and yet it is how VNI writes `Thị`, the commonest of middle names: nobody bears it there. */
const isThi = (syllable: string, at: number, all: readonly string[]): boolean =>
  syllable.toLowerCase() === 'thò' && at > 0 && at < all.length - 1;

const readings = [fromVni, fromTcvn3, fromWindows1258];

/** Whether a name becomes Vietnamese when it is read by one of the old code pages, and is not Vietnamese as it stands. */
export const isOldCodePage = (name: string): boolean => {
  const syllables = name.split(/[\s-]+/u).filter((part) => /\p{L}/u.test(part));
  if (syllables.some(isThi)) return true;
  return readings.some((read) => {
    const broken = syllables.filter(
      (part) => !isVietnameseSyllable(part) && isVietnameseSyllable(read(part)),
    );
    const sound = syllables.filter(isVietnameseSyllable);
    return broken.length > 0 && (broken.length + sound.length) * 2 > syllables.length;
  });
};
