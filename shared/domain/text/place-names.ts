/** Names of offices and places, as long as officers write them and as short as a text message needs them. */
import { toAscii } from './ascii.ts';

type Rule = readonly [RegExp, string] | ((name: string) => string);

/** The next syllable of a commune by its initial, as long as so many whole ones are left: `P. N. Trung Hoa Khanh`. */
const initialBefore =
  (whole: 1 | 2): Rule =>
  (name) =>
    name.replace(
      new RegExp(
        String.raw`(\b(?:P\.|phuong|xa|dac khu|X\.|DK) (?:[A-Z]\.? |- )*)([A-Z])[A-Za-z']+ (?=(?:(?:- )?[A-Z0-9][^ ,]*(?: |,|$)){${whole}})`,
        'i',
      ),
      '$1$2. ',
    );

/** As many initials as the longest name of a commune may need. */
const initials = (whole: 1 | 2): Rule[] => Array.from({ length: 6 }, () => initialBefore(whole));

/**
 * What stands for what, the best understood first: a rule is used only where the name is still too long. `P.` and `TP.`
 * are read by everybody, as `UBND` is; initials of the first syllables by most; `X.`, `DK` and `TTPVHCC` by few, so they
 * come last, after the name of the province has gone.
 */
const abbreviations: readonly Rule[] = [
  [/\btrung tam phuc vu hanh chinh cong\b/i, 'Trung tam PVHCC'],
  [/\bbo phan tiep nhan va tra ket qua\b/i, 'Bo phan Mot cua'],
  [/\b(?:thanh pho|tp\.?) ho chi minh\b/i, 'TP. HCM'],
  [/\b(?:[Tt]hanh pho|THANH PHO) (?=[A-Z])/, 'TP. '],
  [/, ?(?:[Tt]inh|TINH) (?=[A-Z])/, ', '],
  [/\b(?:[Pp]huong|PHUONG) (?=[A-Z0-9])/, 'P. '],
  [/\bTrung tam PVHCC\b/, 'TT PVHCC'],
  [/,[^,]+$/, ''],
  ...initials(2),
  [/\bBo phan Mot cua\b/, 'Mot cua'],
  [/\bTT PVHCC\b/, 'TTPVHCC'],
  [/\b(?:[Dd]ac khu|DAC KHU) (?=[A-Z])/, 'DK '],
  [/\b(?:[Xx]a|XA) (?=[A-Z])/, 'X. '],
  ...initials(1),
];

const shortened = (name: string, rule: Rule): string =>
  typeof rule === 'function' ? rule(name) : name.replace(rule[0], rule[1]);

/**
 * A name in plain ASCII, abbreviated by known rules no further than it has to be: `Trung tâm Phục vụ hành chính công
 * phường Thủ Dầu Một` → `Trung tam PVHCC phuong Thu Dau Mot`. Longer than `most` only if no rule makes it shorter.
 */
export const abbreviated = (name: string, most: number): string =>
  abbreviations.reduce(
    (short, rule) => (short.length <= most ? short : shortened(short, rule)),
    toAscii(name)
      .text.replaceAll(/\s+/g, ' ')
      .replace(/\buy ban nhan dan\b/i, 'UBND')
      .trim(),
  );
