/** What a ward office has chosen about its letters. Nothing leaves a ward that has not approved its words. */
import * as z from 'zod';
import { Day } from '../values/day.ts';
import { VaccinationPlace } from './vaccination/place.ts';
import { unknownOptional } from './vaccination/plan.ts';
import { currentSchedule, type Schedule } from './vaccination/schedule.ts';
import { Ward } from '../values/ward.ts';
import { Letterhead } from './wording/agency.ts';
import { Layout } from './content.ts';
import type { LetterSettings } from './occasion/letter-decision.ts';
import { inTime } from './occasion/timeliness.ts';
import type { ProblemError } from '../values/problem-error.ts';
import { PrintedText } from './wording/printed-text.ts';
import { unfinishedIn } from './wording/unfinished.ts';
import { draftInserts, draftWordings, Insert, WardWordings } from './wording/wording.ts';

const Congratulation = z
  .strictObject({
    on: z.boolean().default(true),
    layout: Layout.default('card'),
    release: z.enum(['automatic', 'by-person']).default('by-person'),
  })
  .prefault({});

/** How many days after the event its letter may still be written. */
const WithinDays = z.int().min(1).max(366);

export const WardLetters = z.strictObject({
  ward: Ward,
  /** Which agency writes and who signs; without it there are no letters. */
  letterhead: Letterhead.optional(),
  birth: Congratulation,
  marriage: Congratulation,
  marriageLetterWithinDays: WithinDays.default(inTime.days.marriage),
  /** A condolence has no `release`: a person lets every one go. */
  condolence: z
    .strictObject({
      on: z.boolean().default(true),
      layout: Layout.default('official'),
      leaflet: z.boolean().default(true),
    })
    .prefault({}),
  condolenceWithinDays: WithinDays.default(inTime.days.condolence),
  apology: z.strictObject({ on: z.boolean().default(true) }).prefault({}),
  /** The ward's own copies of the wordings; one with `approved: true` may go out. */
  wordings: WardWordings.default({}),
  /** The ward's own copies of the pieces of advice; those with `approved: true` are added. */
  inserts: z.array(Insert).default([]),
  /** Who confirmed which schedule, and when: the health station or the CDC, told to us by the ward. */
  scheduleConfirmed: z.strictObject({ schedule: z.string(), by: PrintedText, on: Day }).optional(),
  /** Vaccines beside the national ones, by code or dose id: those that are supplied here. */
  optionalVaccines: z
    .array(z.string())
    .refine(
      (names) => unknownOptional(names, currentSchedule).length === 0,
      'Có vắc xin tự chọn không nằm trong lịch',
    )
    .default([]),
  places: z.array(VaccinationPlace).default([]),
  healthStationPhone: PrintedText.optional(),
  /** 24 months where the ward says nothing else. */
  birthLetterWithinMonths: z.int().min(1).max(72).default(24),
  basis: z.enum(['consent', 'opt-out']).default('opt-out'),
  /** How other agencies are called in an apology, by their code. */
  agencies: z.record(z.string(), PrintedText).default({}),
});
export type WardLetters = z.infer<typeof WardLetters>;

/** A ward that has chosen nothing sends no letters, but remembers what happened to whom. */
export const noLetters = (ward: Ward): WardLetters => WardLetters.parse({ ward });

/** The name under which a schedule is confirmed; another version has to be confirmed anew. */
export const nameOfSchedule = ({ id, version }: Schedule): string => `${id} ${version}`;

/** Whether the health station has confirmed the schedule that counts today. */
export const scheduleIsConfirmed = ({ scheduleConfirmed }: WardLetters): boolean =>
  scheduleConfirmed?.schedule === nameOfSchedule(currentSchedule);

/** What is approved and finished; a letterhead with a gap keeps every letter back. */
const approvedIn = ({ letterhead, wordings }: WardLetters) =>
  (['birth', 'marriage', 'condolence', 'funeral-support', 'apology'] as const).filter(
    (kind) => wordings[kind]?.approved && unfinishedIn([letterhead, wordings[kind]]).length === 0,
  );

/** Gaps in what a ward would save: it is refused until they are filled. */
export const gapsIn = ({
  letterhead,
  wordings,
  inserts,
  places,
  healthStationPhone,
  agencies,
}: WardLetters): ProblemError[] =>
  unfinishedIn({
    letterhead,
    wordings,
    inserts: inserts.map(({ title, text }) => ({ title, text })),
    places: places.map(({ name, address, phone }) => ({ name, address, phone })),
    healthStationPhone,
    agencies,
  });

/** Whether a letter of this kind may go out with the ward's own words. */
export const mayGoOut = (ward: WardLetters, kind: 'birth' | 'marriage' | 'condolence' | 'apology'): boolean =>
  approvedIn(ward).includes(kind);

/** The choices as the decision takes them. */
export const settingsOf = (ward: WardLetters): LetterSettings => {
  const inOffice = ward.letterhead !== undefined;
  return {
    birth: { ...ward.birth, on: inOffice && ward.birth.on },
    marriage: { ...ward.marriage, on: inOffice && ward.marriage.on },
    condolence: { ...ward.condolence, on: inOffice && ward.condolence.on },
    approvedWordings: approvedIn(ward).filter((kind) => kind !== 'apology'),
    scheduleConfirmed: scheduleIsConfirmed(ward),
    limits: {
      birthWithinMonths: ward.birthLetterWithinMonths,
      marriageWithinDays: ward.marriageLetterWithinDays,
      condolenceWithinDays: ward.condolenceWithinDays,
    },
    basis: ward.basis,
  };
};

/** The ward's words, with the drafts for kinds it has not approved and therefore never uses. */
export const wordingsOf = ({ wordings, inserts }: WardLetters) => ({
  wordings: {
    ...draftWordings,
    wordings: { ...draftWordings.wordings, ...wordings },
  },
  library: {
    ...draftInserts,
    inserts: inserts.filter(
      ({ approved, title, text }) => approved && unfinishedIn([title, text]).length === 0,
    ),
  },
});

/** What still keeps each kind of letter from being written, for a person; an empty list is a kind that goes. */
export const whatIsMissing = (
  ward: WardLetters,
): Record<'birth' | 'marriage' | 'condolence' | 'apology', string[]> => {
  const missing = (kind: 'birth' | 'marriage' | 'condolence' | 'apology'): string[] => [
    ...(ward[kind].on ? [] : ['switched off']),
    ...(ward.letterhead ? [] : ['letterhead']),
    ...(ward.wordings[kind]?.approved ? [] : [`wordings.${kind}.approved`]),
    ...unfinishedIn({ letterhead: ward.letterhead, wordings: { [kind]: ward.wordings[kind] } }).map(
      ({ pointer, message }) => `${pointer.slice(1).replaceAll('/', '.')}: ${message}`,
    ),
  ];
  return {
    birth: [
      ...missing('birth'),
      ...(scheduleIsConfirmed(ward)
        ? []
        : [`confirmation of the schedule ${nameOfSchedule(currentSchedule)}`]),
    ],
    marriage: missing('marriage'),
    condolence: missing('condolence'),
    apology: missing('apology'),
  };
};

/** What each ward office has chosen about its letters. */
export interface LetterSettingsStore {
  of(ward: Ward): Promise<WardLetters>;
  save(chosen: WardLetters): Promise<void>;
}
