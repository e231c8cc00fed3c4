// A day at one ward office, invented from a seed: what `npm start` shows, and what tests and measurements run on.
// All persons are made up. Viet Nam reserves no phone numbers for fiction, so these must never reach a real carrier.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { between, type Dice, diceOf, oneByShare } from '../simulators/dice.ts';
import { aCourse, type Course } from './making/courses.ts';
import { disturb, spoil } from './making/disorder.ts';
import { familiesOf, type OwnEvent } from './making/families.ts';
import { digits, midnight } from './making/office-hours.ts';
import { somePeople } from './making/people.ts';
import { procedures } from './making/procedures.ts';
import { type Dossier, recordsOf } from './making/records.ts';
import { asSent, type SyncRecord } from './making/senders.ts';

/** `ward` is the code of the ward office, `day` is `YYYY-MM-DD`; the same options make the same day to the byte. */
export type SampleDayOptions = { day: string; ward: '26506'; seed: number | string; dossiers?: number };

/** `file` is what provincial systems send, `families` what the office types in; `expected` has to come out of the file. */
export type SampleDay = {
  file: SyncRecord[];
  families: OwnEvent[];
  expected: {
    dossiers: number;
    records: number;
    /** Different reports of what happened; `records` = `events` + `duplicates` + `badRows`. */
    events: number;
    duplicates: number;
    badRows: number;
    /** Events by number of the portal status. */
    byStatus: Record<string, number>;
  };
};

/** The identifier of the agency in its dossier codes is taken for the sample; after 2025 many were issued anew. */
const offices = { '26506': { name: 'UBND Phường Vũng Tàu', agency: 'H29.26' } } as const;

const startOf = ({ submitted, received, steps }: Course): number => submitted ?? received ?? steps[0]!.at;

/** Codes `H29.26-yyMMdd-nnnn`, counted up each day in the order of arrival; earlier days have gaps, their other dossiers being done. */
const codesOf = (dice: Dice, agency: string, today: number, courses: readonly Course[]): string[] => {
  const lastOf = new Map<string, number>();
  const codes: string[] = [];
  const arrivals = courses.map((course, at) => ({ at, start: startOf(course) }));
  for (const { at, start } of arrivals.toSorted((one, other) => one.start - other.start)) {
    const date = digits(start).slice(2, 8);
    const number = (lastOf.get(date) ?? 0) + (start < today ? between(dice, 1, 9) : 1);
    lastOf.set(date, number);
    codes[at] = `${agency}-${date}-${String(number).padStart(4, '0')}`;
  }
  return codes;
};

/** About 200 dossiers and 800 records in the order of sending: some late, some twice, three of them bad on purpose, in the
 * manners of four kinds of provincial systems. */
export const makeSampleDay = ({ day, ward, seed, dossiers = 200 }: SampleDayOptions): SampleDay => {
  const { name: office, agency } = offices[ward];
  const dice = diceOf('sample day', ward, day, seed);
  const today = midnight(day);
  const people = somePeople(dice, dossiers);
  const chosen = people.map(() => oneByShare(dice, procedures));
  const courses = chosen.map((procedure) => aCourse(dice, today, procedure));
  const codes = codesOf(dice, agency, today, courses);
  const all = people.map((person, at): Dossier => {
    return { code: codes[at]!, procedure: chosen[at]!, person, course: courses[at]!, office };
  });

  const happened = all
    .flatMap((dossier) => recordsOf(dice, dossier))
    .toSorted((one, other) => one.at - other.at);
  const { sent, duplicates } = disturb(
    dice,
    happened.map(({ record }) => record),
  );
  const file = spoil(sent);
  const byStatus = Object.groupBy(happened, ({ status }) => status);
  return {
    file: file.map(asSent),
    families: familiesOf(agency, day),
    expected: {
      dossiers: new Set(happened.map(({ record }) => record['MaHoSo'])).size,
      records: file.length,
      events: happened.length,
      duplicates,
      badRows: file.length - sent.length,
      byStatus: Object.fromEntries(
        Object.entries(byStatus).map(([status, reports]) => [status, reports?.length ?? 0]),
      ),
    },
  };
};

/** Writes the day into `dir` as NDJSON, records and events mixed as they come, and answers the file's path. */
export const writeSampleDay = async (dir: string, options: SampleDayOptions): Promise<string> => {
  await mkdir(dir, { recursive: true });
  const path = join(dir, `sample-day-${options.ward}-${options.day}.ndjson`);
  const { file, families } = makeSampleDay(options);
  await writeFile(path, [...families, ...file].map((row) => `${JSON.stringify(row)}\n`).join(''));
  return path;
};
