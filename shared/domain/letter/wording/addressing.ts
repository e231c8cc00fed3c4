/** How a letter speaks of a grown person: by what the register tells, and by a neutral form where it tells nothing. */
import { addMonthsClamped } from '../../values/day.ts';
import { earliestOf, type KnownDate, latestOf } from '../../values/known-date.ts';

export type Sex = 'female' | 'male';

/** From this age on one is `cụ`, below that one `anh` or `chị`; in between nobody is wronged by `ông` and `bà`. */
const ages = { old: 80, young: 30 } as const;

const forms = {
  old: { female: 'cụ bà', male: 'cụ ông', unknown: 'cụ' },
  grown: { female: 'bà', male: 'ông', unknown: 'ông (bà)' },
  young: { female: 'chị', male: 'anh', unknown: 'anh (chị)' },
} as const;

/** A form of address that somebody wrote before a name: `Ông Trần Văn Minh`, `Cụ bà Phạm Thị Mơ`, `Ông (Bà) …`. */
const address =
  '^(?:cụ|ông|bà|anh|chị|cô|chú|bác|mr|mrs|ms|miss)\\.?(?:\\s*[/(]?\\s*(?:ông|bà|anh|chị)\\)?)?\\s+';
const isAddressed = new RegExp(`${address}\\p{L}`, 'iu');

/** The same as registers and clerks write it, without accents, twice, with a colon, before a child's name; two words must be left. */
const beforeWholeName =
  /^(?:(?:cụ|cố|ông|ong|bà|ba|anh|chị|cô|chú|bác|cháu|bé|mr|mrs|ms|miss)\.?(?:\s*[/(]?\s*(?:ông|bà|anh|chị)\)?)?[\s:]+)+(?=\p{L}\S*\s+\S)/iu;

/** The name as it is compared with others: who wrote `Bà` before it means the same person. Never for print: Ông is a surname, too. */
export const withoutAddress = (name: string): string => name.normalize('NFC').replace(beforeWholeName, '');

/** Whoever is no single person is called by name alone: `Công ty TNHH Hải Sản Đông`. Đoàn and Trường are names of people, too. */
const organisation = new RegExp(
  [
    '^(?:(?:tổng )?công ty|cty|doanh nghiệp|dntn|tập đoàn|hợp tác xã|htx|hộ kinh doanh|hkd|tổ hợp tác|cơ sở|chi nhánh',
    'văn phòng|trung tâm|trường (?:mầm non|mẫu giáo|tiểu học|trung|phổ thông|đại học|cao đẳng|thcs|thpt|th)|bệnh viện|phòng (?:khám|giao dịch|giáo dục)',
    'trạm|ngân hàng|quỹ|hội|liên đoàn|đoàn (?:thanh niên|luật sư)|ban (?:quản lý|quản trị|trị sự|đại diện)|ủy ban|uỷ ban|ubnd|sở|cục|chi cục',
    'công an|nhà (?:thờ|máy)|giáo xứ|chùa|tịnh xá|thánh thất|xí nghiệp|cửa hàng|nông trường|khu phố|tổ dân phố|ấp|thôn)(?!\\p{L})',
    '(?<!\\p{L})(?:tnhh|joint stock|co\\.,? ?ltd|company|jsc|llc)(?!\\p{L})',
  ].join('|'),
  'iu',
);

/** The middle name Thị is a woman's; of other names nobody can tell. */
export const isWomansName = (name: string): boolean =>
  name.normalize('NFC').toLocaleLowerCase('vi').split(/\s+/).slice(1, -1).includes('thị');

/** As the register has it: sex where it is told, else read off the middle name Thị; an age that is known for sure. */
const formFor = (name: string, sex: Sex | undefined, bornOn?: KnownDate, on?: KnownDate): string => {
  const known = sex ?? (isWomansName(name) ? 'female' : 'unknown');
  const reached = (age: number, born: KnownDate) => addMonthsClamped(latestOf(born), age * 12);
  const notYet = (age: number, born: KnownDate) => addMonthsClamped(earliestOf(born), age * 12);
  if (bornOn === undefined || on === undefined) return forms.grown[known];
  if (reached(ages.old, bornOn) <= earliestOf(on)) return forms.old[known];
  return notYet(ages.young, bornOn) > latestOf(on) ? forms.young[known] : forms.grown[known];
};

type Known = {
  sex?: Sex | undefined;
  bornOn?: KnownDate | undefined;
  diedOn?: KnownDate | undefined;
};

/** Somebody who died, with the form of address: `cụ bà Phạm Thị Mơ`; as written where the register wrote one itself. */
export const deceasedCalled = (name: string, { sex, bornOn, diedOn }: Known): string =>
  isAddressed.test(name) ? name : `${formFor(name, sex, bornOn, diedOn)} ${name}`;

/** An applicant behind `Kính gửi`: the form's own `Ông (Bà)`, and none for a company or for who was written with one. */
export const applicantCalled = (name: string): string =>
  isAddressed.test(name) || organisation.test(name) ? name : `Ông (Bà) ${name}`;
