/** Names of offices and places, as long as officers write them and as short as a text message needs them. */
import { toAscii } from './ascii.ts';

/**
 * What stands for what, the best understood first: a rule is used only where the name is still too long. `P.` and `TP.`
 * are read by everybody, as `UBND` is; `X.` and `DK` by few, so they come last, after the name of the province has gone.
 */
const abbreviations: readonly (readonly [RegExp, string])[] = [
  [/\btrung tam phuc vu hanh chinh cong\b/i, 'Trung tam PVHCC'],
  [/\bbo phan tiep nhan va tra ket qua\b/i, 'Bo phan Mot cua'],
  [/\b(?:thanh pho|tp\.?) ho chi minh\b/i, 'TP. HCM'],
  [/\b[Tt]hanh pho (?=[A-Z])/, 'TP. '],
  [/, ?[Tt]inh (?=[A-Z])/, ', '],
  [/\b[Pp]huong (?=[A-Z0-9])/, 'P. '],
  [/\bTrung tam PVHCC\b/, 'TT PVHCC'],
  [/,[^,]+$/, ''],
  [/\bTT PVHCC\b/, 'TTPVHCC'],
  [/\b[Dd]ac khu (?=[A-Z])/, 'DK '],
  [/\b[Xx]a (?=[A-Z])/, 'X. '],
];

/**
 * A name in plain ASCII, abbreviated by known rules no further than it has to be: `Trung tâm Phục vụ hành chính công
 * phường Thủ Dầu Một` → `Trung tam PVHCC phuong Thu Dau Mot`. Longer than `most` only if no rule makes it shorter.
 */
export const abbreviated = (name: string, most: number): string =>
  abbreviations.reduce(
    (short, [words, letters]) => (short.length <= most ? short : short.replace(words, letters)),
    toAscii(name)
      .text.replaceAll(/\s+/g, ' ')
      .replace(/\buy ban nhan dan\b/i, 'UBND')
      .trim(),
  );
