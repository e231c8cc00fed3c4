import * as fc from 'fast-check';
import { Rehearsal } from '../../shared/domain/rehearsal/rehearsal.ts';
import { rehearse } from '../../shared/flows/rehearsal/rehearse.ts';
import { aStage } from '../support/builders/a-rehearsal.ts';
import { aWardWithLetters } from '../support/builders/family-day.ts';

const today = Date.parse('2026-12-01T02:00:00Z');
export const dayBack = (days: number): string =>
  new Date(today - days * 86_400_000).toISOString().slice(0, 10);

/** Ways in which one clerk writes what another wrote otherwise; the people stay who they are. */
const spellings: ((name: string) => string)[] = [
  (name) => name,
  (name) => name.toLocaleUpperCase('vi'),
  (name) => name.normalize('NFD'),
  (name) => name.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D'),
  (name) => name.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('Đ', 'D').toUpperCase(),
  (name) => name.replaceAll("'", '’'),
  (name) => name.replaceAll("'", ''),
  (name) => name.replaceAll(' ', '  '),
  (name) => [name.split(' ')[0], name.split(' ').at(-1)].join(' '),
];
const families = [
  { child: 'Tạ Gia Hân', mother: 'Mạc Thị Yến', father: 'Tạ Đức Thuận' },
  { child: "H'Lim Niê", mother: "H'Hen Niê", father: 'Y Bhăm Êban' },
  { child: 'Đặng Ngọc Ánh Dương', mother: 'Phùng Thị Ươm', father: 'Đặng Hữu Phước' },
];
type Member = 'child' | 'mother' | 'father' | 'nobody';
const ages = { mother: '1995-04-05', father: '1990-10-10' } as const;

/** A birth or a wedding, and perhaps a death, as several clerks write them down, in any order and at any distance. */
export const history = fc.record({
  family: fc.constantFrom(...families),
  joy: fc.constantFrom('birth' as const, 'marriage' as const),
  /** How long ago the child was born or the two married. */
  joyDays: fc.oneof(fc.integer({ min: 0, max: 59 }), fc.integer({ min: 0, max: 1500 })),
  dies: fc.constantFrom<Member>('child', 'mother', 'father', 'nobody'),
  deathDays: fc.oneof(fc.integer({ min: 0, max: 59 }), fc.integer({ min: 0, max: 30_000 })),
  spelling: fc.constantFrom(...spellings),
  other: fc.constantFrom(...spellings),
  bornKnown: fc.constantFrom('day' as const, 'year' as const, 'no' as const),
  sadFirst: fc.boolean(),
  apart: fc.constantFrom(0, 2 / 24, 3, 20),
  twice: fc.boolean(),
  sessions: fc.constantFrom(
    { type: 'day_of_month', days: [5, 25] },
    { type: 'day_of_month', days: [2, 8, 30] },
    { type: 'weekly', weekdays: ['wed'] },
    { type: 'nth_weekday', weekday: 'fri', nth: [1, 3] },
  ),
  moved: fc.constantFrom('left-out', 'next-working-day'),
});
export type History = typeof history extends fc.Arbitrary<infer Value> ? Value : never;

/** What a ward has chosen, read once for each of the few kinds of sessions: reading it takes as long as a history. */
const wards = new Map<string, ReturnType<typeof aWardWithLetters>>();
const wardOf = ({ sessions, moved }: History) => {
  const key = JSON.stringify([sessions, moved]);
  const ward =
    wards.get(key) ??
    aWardWithLetters({
      birth: { release: 'automatic' },
      marriage: { release: 'automatic' },
      places: [
        {
          id: 'tyt',
          name: 'Trạm Y tế',
          address: '1 Lê Lợi',
          onClosedDays: moved,
          sessions: [{ ...sessions, from: '07:30', to: '11:00' }],
        },
      ],
    });
  wards.set(key, ward);
  return ward;
};

/** One history as a ward would report it, through the rehearsal of the deployed flows. */
export const play = async (given: History) => {
  const stage = aStage(() => true);
  const { family, joy, dies, spelling, other, joyDays, deathDays, bornKnown } = given;
  const { ward: _ward, ...letters } = wardOf(given);
  const bornOn = dayBack(joyDays);
  const joyful =
    joy === 'birth'
      ? {
          procedureCode: '1.001193',
          personEvent: {
            kind: 'birth',
            childName: other(family.child),
            bornOn,
            parents: [other(family.mother), other(family.father)],
          },
        }
      : {
          procedureCode: '1.000894',
          personEvent: {
            kind: 'marriage',
            spouses: [other(family.mother), other(family.father)],
            marriedOn: bornOn,
          },
        };
  const birthday = dies === 'child' ? bornOn : dies === 'nobody' ? '' : ages[dies];
  const known = bornKnown === 'no' ? null : bornKnown === 'year' ? birthday.slice(0, 4) : birthday;
  const sad =
    dies === 'nobody'
      ? undefined
      : {
          procedureCode: '1.000656',
          personEvent: {
            kind: 'death',
            deceasedName: spelling(family[dies]),
            diedOn: dayBack(deathDays),
            bornOn: known,
          },
        };
  const acts = [joyful, ...(sad ? [sad] : []), ...(given.twice ? [joyful] : [])];
  const inOrder = given.sadFirst ? acts.toReversed() : acts;
  const steps = inOrder.map((act, index) => {
    const at = new Date(today + index * given.apart * 86_400_000 + index * 60_000).toISOString();
    const dossierCode = `H29.26-261201-${1000 + index}`;
    const event = { eventId: `e-${index}`, dossierCode, status: 'completed', occurredAt: at, ...act };
    return { at, events: [{ ...event, applicant: { name: 'Lò Văn Tư', phone: '0912 345 678' } }] };
  });
  const rehearsal = Rehearsal.parse({ confirmSchedule: true, steps, until: steps.at(-1)!.at });
  await rehearse(() => stage)({ ...rehearsal, letters });
  const { letters: written, notifications } = stage.kept();
  return { letters: written, notifications, bornOn };
};
