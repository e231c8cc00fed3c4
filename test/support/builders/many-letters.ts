/** Letters by the hundred for tests: every kind and layout, names of two to sixteen syllables, some typed apart (NFD). */
import * as fc from 'fast-check';
import { addDays, Day } from '../../../shared/domain/values/day.ts';
import type { LetterContent } from '../../../shared/domain/letter/content.ts';
import { planVaccination } from '../../../shared/domain/letter/vaccination/plan.ts';
import { currentSchedule } from '../../../shared/domain/letter/vaccination/schedule.ts';
import {
  aBirthLetter,
  aCondolence,
  aFuneralLeaflet,
  aMarriageLetter,
  anApology,
  everyVaccine,
  theStation,
} from './letters.ts';

const syllables =
  'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Thị Văn Ngọc Thùy Ượng Ẩn Ửng Ỷ Ễnh Quỳnh Khuê ' +
  'Nghiêm Trưởng Thưởng Hằng Ánh Diệp Ỷ Ẵng Oanh Uyên Ơn Ưng Ỡm H’Hen Niê Êban Ksor Đinh Thạch Sơn Kiên Ỉ Ỵ Ỹ Ặc Ẳng Ậm Ễ';
const syllable = fc.constantFrom(...syllables.split(' '));
const name = fc
  .tuple(fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 2, max: 4 }) }, fc.constant(16)), fc.boolean())
  .chain(([length, apart]) =>
    fc
      .array(syllable, { minLength: length, maxLength: length })
      .map((parts) => (apart ? parts.join(' ').normalize('NFD') : parts.join(' '))),
  );
/** A name as most people have it: two to five syllables. */
export const shortName = fc
  .array(syllable, { minLength: 2, maxLength: 5 })
  .map((parts) => parts.join(' '))
  .filter((whole) => whole.length <= 32);
const address = fc.oneof(
  { weight: 8, arbitrary: fc.constant<string[]>([]) },
  {
    weight: 3,
    arbitrary: fc.array(
      name.map((street) => `Số 7, đường ${street}`),
      { minLength: 2, maxLength: 5 },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.array(
      name.map((street) => `Ấp ${street}`),
      { minLength: 40, maxLength: 40 },
    ),
  },
);
const day = fc.integer({ min: 0, max: 1500 }).map((offset) => addDays(Day.parse('2025-01-01'), offset));
const layout = fc.constantFrom('official', 'card');

const birth = fc
  .record({
    name,
    other: name,
    bornOn: day,
    age: fc.integer({ min: 0, max: 300 }),
    layout,
    address,
    all: fc.boolean(),
  })
  .map(({ name: child, other, bornOn, age, all, ...more }) => {
    const asOf = addDays(bornOn, age);
    const request = { bornOn, asOf, place: theStation, optional: all ? everyVaccine : [] };
    return aBirthLetter({
      ...more,
      issuedOn: asOf,
      recipient: `Gia đình bà ${other}`,
      child: { name: child, bornOn },
      plan: planVaccination(request, currentSchedule),
    });
  });
const marriage = fc
  .record({ one: name, other: name, marriedOn: day, layout, address })
  .map(({ one, other, ...more }) =>
    aMarriageLetter({
      ...more,
      recipient: `Anh ${one} và chị ${other}`,
      spouses: [`anh ${one}`, `chị ${other}`],
    }),
  );
const condolence = fc
  .record({ deceased: name, diedOn: day, layout, address })
  .map(({ deceased, ...more }) =>
    aCondolence({ ...more, deceased: `cụ ${deceased}`, recipient: `Gia đình cụ ${deceased}` }),
  );
const apology = fc
  .record({ recipient: name, unit: name, receivedOn: day, address })
  .map(({ unit, ...more }) => anApology({ ...more, unit: `Phòng ${unit}` }));
const leaflet = name.map((recipient) => aFuneralLeaflet({ recipient }));

/** The same letters for the same seed. */
export const manyLetters = (count: number, seed: number): LetterContent[] =>
  fc.sample(fc.oneof(birth, marriage, condolence, apology, leaflet), { numRuns: count, seed });
