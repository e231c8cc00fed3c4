/** VNI-Windows (fonts such as `VNI-Times`): marks lie behind their letter, each as a letter of Western Latin. */

const [grave, acute, tilde, hook, dot] = ['\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
const [circumflex, breve, horn] = ['\u0302', '\u0306', '\u031b'];

/** What a sign behind a vowel puts on it; capitals bear the same signs as capitals. */
const marks: Readonly<Record<string, string>> = {
  ø: grave,
  ù: acute,
  û: hook,
  õ: tilde,
  ï: dot,
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
};

/** What stands alone; `ì` and `í` are themselves. */
const letters: Readonly<Record<string, string>> = {
  ô: `o${horn}`,
  ö: `u${horn}`,
  ó: 'ĩ',
  ò: 'ị',
  æ: 'ỉ',
  î: 'ỵ',
  ñ: 'đ',
};

const wearing = /([aeouyôö])([øùûõïâàáåãäêèéúüë])|[ôöóòæîñ]/giu;

/**
 * VNI that was read as Western Latin: `Traàn Thò Höông` → `Trần Thị Hương`. A capital letter with a small sign, as hands
 * mix them, is a capital. What no table holds stays.
 */
export const fromVni = (latin: string): string =>
  latin
    .replaceAll(wearing, (one: string, base?: string, mark?: string) => {
      const letter = base ?? one;
      const small = letter.toLowerCase();
      const plain = letters[small] ?? small;
      const written = letter === small ? plain : plain.toUpperCase();
      return mark === undefined ? written : written + marks[mark.toLowerCase()]!;
    })
    .normalize('NFC');
