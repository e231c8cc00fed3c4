/**
 * Vietnamese of before Unicode, read as Western Latin: VNI lays its marks behind the letter (`Traàn`), TCVN3 puts every
 * letter in another's place (`TrÇn`), Windows-1258 writes tones apart (`TrâÌn`). What they make is Latin too, and so is
 * many a foreigner's name; the difference is that a name of ours becomes Vietnamese when it is read back.
 */
import { fromTcvn3 } from '../../values/code-pages/tcvn3.ts';
import { fromVni } from '../../values/code-pages/vni.ts';
import { fromWindows1258 } from '../../values/code-pages/windows-1258.ts';
import { isVietnameseSyllable } from '../../values/writing/vietnamese-syllable.ts';

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
