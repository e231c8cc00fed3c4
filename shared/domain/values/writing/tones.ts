/** The five marks of tone as they stand apart from their vowel; ă, â, ê, ô, ơ, ư are letters, and their marks none of these. */
const tone = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** A syllable without its tone, in whole letters, and the marks of tone that it bore, in their order. */
export const toneApart = (syllable: string): { toneless: string; tones: string[] } => {
  const apart = syllable.normalize('NFD');
  return { toneless: apart.replaceAll(tone, '').normalize('NFC'), tones: apart.match(tone) ?? [] };
};
