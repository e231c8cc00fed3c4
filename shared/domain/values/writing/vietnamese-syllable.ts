/** Whether something is built like a syllable of Vietnamese: onset, rime and one tone, in either place where people write it. */
import { toneApart } from './tones.ts';

const onset = /^(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnpqrstvx])?/u;
const coda = /(?:ng|nh|ch|[cmnpt])$/u;

/** What may stand between onset and final consonant; in the second list the last letter is a glide and bears no tone. */
const vowels = 'a ă â e ê i o ô ơ u ư y ia iê yê oa oă oe oo ua uâ uê uô uơ uy uya uyê ưa ươ';
const withGlide =
  'ai ao au ay âu ây eo êu iu iêu yêu oi ôi ơi ui uôi ưi ươi ươu ưu oai oao oay oeo uai uao uay uây uyu';
const [open, gliding] = [new Set(vowels.split(' ')), new Set(withGlide.split(' '))];

/** `nh` and `ch` follow only these: `anh`, `ênh`, `inh`; there is no `onh`. */
const beforePalatal = new Set('a ê i oa uê uy y'.split(' '));

const isRime = (written: string): boolean => {
  const { toneless, tones } = toneApart(written);
  if (tones.length > 1) return false;
  const rime = toneless.replace(coda, '');
  if (/(?:nh|ch)$/u.test(toneless)) return beforePalatal.has(rime);
  if (open.has(rime)) return true;
  const glide = toneApart(written.normalize('NFC').slice(-1));
  return rime === toneless && gliding.has(rime) && glide.tones.length === 0;
};

/** `nguyễn`, `hoà`, `HÒA`; not `nguyeãn`, not `müller`. */
export const isVietnameseSyllable = (syllable: string): boolean => {
  const small = syllable.normalize('NFC').toLowerCase();
  const rest = small.replace(onset, '');
  // `gi` and `qu` give their vowel to the rime where nothing else is one: `gì`, `gìn`.
  const rimes = [rest, ...(/^g[iìíỉĩị]/u.test(small) ? [small.slice(1)] : [])];
  return rimes.some(isRime);
};
