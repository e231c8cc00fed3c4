/** Windows-1258: Western Latin but for these; tones are letters of their own behind the vowel. */
const other: Readonly<Record<string, string>> = {
  Ã: 'Ă',
  ã: 'ă',
  Ð: 'Đ',
  ð: 'đ',
  Õ: 'Ơ',
  õ: 'ơ',
  Ý: 'Ư',
  ý: 'ư',
  Ì: '\u0300',
  ì: '\u0301',
  Ò: '\u0309',
  ò: '\u0323',
  Þ: '\u0303',
  þ: '₫',
};

/** Windows-1258 that was read as Western Latin: `TrâÌn Viãt` → `Trần Viăt`, each tone on its vowel again (NFC). */
export const fromWindows1258 = (latin: string): string =>
  latin.replaceAll(/[ÃãÐðÕõÝýÌìÒòÞþ]/gu, (letter) => other[letter]!).normalize('NFC');
