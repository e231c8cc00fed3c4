// Every person here is invented: names are put together from lists, phones from a generator. Viet Nam has no range of
// numbers reserved for fiction, so a number may belong to somebody: nothing that reads this file may ever send for real.
import { between, type Dice, oneByShare, oneOf } from '../../simulators/dice.ts';

export type Person = { name: string; phone: string | null };

const families = [
  { share: 36, names: ['Nguyễn'] },
  { share: 20, names: ['Trần', 'Lê'] },
  { share: 24, names: ['Phạm', 'Huỳnh', 'Võ', 'Phan', 'Hoàng', 'Vũ'] },
  {
    share: 20,
    names: ['Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô', 'Dương', 'Lý', 'Đinh', 'Trương', 'Mai', 'Tạ', 'Châu'],
  },
];
const women = {
  middle: ['Thị', 'Thị', 'Thị Ngọc', 'Thị Kim', 'Ngọc', 'Thanh', 'Thùy', 'Mỹ', 'Bích'],
  given: [
    'Hằng',
    'Lan',
    'Hương',
    'Yến',
    'Phượng',
    'Tuyết',
    'Nguyệt',
    'Thảo',
    'Quỳnh',
    'Trúc',
    'Ngân',
    'Diễm',
    'Oanh',
  ],
};
const men = {
  middle: ['Văn', 'Văn', 'Hữu', 'Đức', 'Minh', 'Quốc', 'Thanh', 'Xuân', 'Công'],
  given: [
    'Hùng',
    'Dũng',
    'Tuấn',
    'Phước',
    'Lộc',
    'Khánh',
    'Thịnh',
    'Nghĩa',
    'Đạt',
    'Hiếu',
    'Vỹ',
    'Toàn',
    'Kỳ',
  ],
};
/** Born in the South before 1960: often called after their place among their brothers and sisters. */
const elders = {
  middle: ['Thị', 'Văn'],
  given: ['Út', 'Hai', 'Ba', 'Tư', 'Năm', 'Sáu', 'Bảy', 'Tám', 'Chín', 'Mười'],
};
const groups = [
  { share: 48, of: women },
  { share: 40, of: men },
  { share: 12, of: elders },
];

/** How clerks type names: mostly properly, some in capitals, some from systems that store accents apart from letters. */
const typed = [
  { share: 76, as: (name: string) => name },
  { share: 12, as: (name: string) => name.toUpperCase() },
  { share: 9, as: (name: string) => name.normalize('NFD') },
  { share: 3, as: (name: string) => ` ${name} ` },
];

const number = (dice: Dice, length: number): string =>
  Array.from({ length }, () => between(dice, 0, 9)).join('');

/** Prefixes in use since 2018, without the leading 0, and old ones of eleven-digit numbers that still stand in files. */
const prefixes =
  '32 33 34 35 36 37 38 39 56 58 59 70 76 77 78 79 81 82 83 84 85 86 88 89 90 91 93 94 96 97 98'.split(' ');
const oldPrefixes = '120 121 122 126 128 123 124 125 127 129 162 163 164 165 166 167 168 169'.split(' ');

const mobile = (dice: Dice): string => oneOf(dice, prefixes) + number(dice, 7);
const grouped = (nine: string, by: string): string =>
  [nine.slice(0, 3), nine.slice(3, 6), nine.slice(6)].join(by);

const phones = [
  { share: 30, write: (dice: Dice) => `0${mobile(dice)}` },
  { share: 16, write: (dice: Dice) => `0${grouped(mobile(dice), ' ')}` },
  { share: 8, write: (dice: Dice) => `0${grouped(mobile(dice), '.')}` },
  { share: 6, write: (dice: Dice) => `+84 ${grouped(mobile(dice), '.')}` },
  { share: 6, write: (dice: Dice) => `84${mobile(dice)}` },
  { share: 5, write: (dice: Dice) => `(+84) ${grouped(mobile(dice), '-')}` },
  { share: 4, write: mobile },
  { share: 6, write: (dice: Dice) => `0${oneOf(dice, oldPrefixes)} ${number(dice, 3)} ${number(dice, 4)}` },
  { share: 4, write: (dice: Dice) => `0254 3${number(dice, 3)} ${number(dice, 3)}` },
  { share: 4, write: (dice: Dice) => `0${mobile(dice)} / 0${mobile(dice)}` },
  { share: 2, write: (dice: Dice) => `O${mobile(dice)}` },
  { share: 5, write: () => '' },
  { share: 2, write: () => null },
];

const foreigners = [
  { name: 'Sergei Volkov', write: (dice: Dice) => `+7 912 ${number(dice, 7)}` },
  { name: 'Kim Min-seo', write: (dice: Dice) => `+82 10 ${number(dice, 8)}` },
  { name: 'Emily Harper', write: (dice: Dice) => `+1 (202) 555-01${number(dice, 2)}` },
];

const aCitizen = (dice: Dice): Person => {
  const { of } = oneByShare(dice, groups);
  const family = oneOf(dice, oneByShare(dice, families).names);
  const name = `${family} ${oneOf(dice, of.middle)} ${oneOf(dice, of.given)}`;
  return { name: oneByShare(dice, typed).as(name), phone: oneByShare(dice, phones).write(dice) };
};

/** So many invented people, three of them foreigners, no two of whom share a name, however it is typed. */
export const somePeople = (dice: Dice, count: number): Person[] => {
  const people = new Map<string, Person>();
  for (const { name, write } of foreigners) people.set(name, { name, phone: write(dice) });
  while (people.size < count) {
    const person = aCitizen(dice);
    const asSpoken = person.name.normalize('NFC').trim().toLowerCase();
    if (!people.has(asSpoken)) people.set(asSpoken, person);
  }
  return [...people.values()];
};
