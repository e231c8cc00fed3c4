/** A person's new version of a letter: other words for the same person event. */
import { planVaccination } from './vaccination/plan.ts';
import { currentSchedule } from './vaccination/schedule.ts';
import type { Instant } from '../values/instant.ts';
import { compose, vaccinationPlaceOf } from './compose.ts';
import { type BirthContent, LetterContent } from './content.ts';
import type { LocalDays } from '../calendar/calendar.ts';
import { datedDoses } from './vaccination/calendar-file.ts';
import type { Letter } from './letter.ts';
import { type WardLetters, wordingsOf } from './ward-letters.ts';
import { errorsOf, type ProblemError } from '../values/problem-error.ts';

export type Revision = { ok: true; letter: Letter } | { ok: false; errors: ProblemError[] };

/** What identifies the letter, or is counted from other facts, is no matter of wording. */
const fixed = ['id', 'kind', 'plan', 'calendarUrl', 'lookup', 'addressGaps', 'dropped'] as const;

const hasItsPlace = ({ place, places }: BirthContent): boolean =>
  place === undefined || places.some(({ id }) => id === place);

/** Another day of birth or another place is another plan; what loses its day by that is told to the family's phones. */
export const replanned = (
  content: LetterContent,
  before: LetterContent,
  ward: WardLetters,
  localDays: LocalDays,
): LetterContent => {
  if (content.kind !== 'birth' || before.kind !== 'birth' || !content.plan || !before.plan) return content;
  const place = vaccinationPlaceOf(content);
  const isSame =
    content.child.bornOn === before.child.bornOn &&
    JSON.stringify(place) === JSON.stringify(vaccinationPlaceOf(before));
  if (isSame) return content;
  const { bornOn } = content.child;
  const request = { bornOn, optional: ward.optionalVaccines, place, localDays, asOf: content.issuedOn };
  const plan = planVaccination(request, currentSchedule);
  return { ...content, plan, dropped: droppedBy(before, plan) };
};

/** The doses that an earlier version gave a day and this plan does not. */
export const droppedBy = (
  before: BirthContent,
  plan: NonNullable<BirthContent['plan']>,
): BirthContent['dropped'] => {
  const kept = new Set(datedDoses(plan).map(({ id }) => id));
  const dropped = [...before.dropped, ...(before.plan ? datedDoses(before.plan) : [])];
  const lost = dropped.filter(({ id }) => !kept.has(id));
  return [...new Map(lost.map((dose) => [dose.id, dose])).values()];
};

/** What a person's new version is: of a letter that has left and told wrongly it is the right one in its place. */
export const moveToRevise = ({ toldWrongly, state }: Letter): 'revised' | 'written-anew' =>
  toldWrongly !== undefined && state !== 'withdrawn' ? 'written-anew' : 'revised';

/** The next version; whatever rule let the first one go, a person has to look at this one. */
export const revisedLetter = (
  letter: Letter,
  changes: Readonly<Record<string, unknown>>,
  ward: WardLetters,
  localDays: LocalDays,
  now: Instant,
): Revision => {
  const refused = fixed.filter((name) => name in changes);
  if (refused.length > 0) {
    const message = 'This cannot be changed';
    return {
      ok: false,
      errors: refused.map((name) => ({ pointer: `/changes/${name}`, code: 'fixed', message })),
    };
  }
  // An address that a person has written has no gaps that a machine could name.
  const looked = 'address' in changes ? { addressGaps: undefined } : {};
  const facts = letter.toldWrongly?.instead ?? letter.content;
  const parsed = LetterContent.safeParse({ ...facts, ...changes, ...looked });
  if (!parsed.success) {
    const errors = errorsOf(parsed.error).map((error) => ({ ...error, pointer: `/changes${error.pointer}` }));
    return { ok: false, errors };
  }
  if (parsed.data.kind === 'birth' && !hasItsPlace(parsed.data)) {
    const message = 'The ward has no such place';
    return { ok: false, errors: [{ pointer: '/changes/place', code: 'unknown', message }] };
  }
  const content = replanned(parsed.data, facts, ward, localDays);
  const { wordings, library } = wordingsOf(ward);
  const { reason: _reason, calendarClosed: _closed, toldWrongly: _wrong, ...kept } = letter;
  return {
    ok: true,
    letter: {
      ...kept,
      content,
      sheet: compose(content, wordings, library),
      version: letter.version + 1,
      release: 'by-person',
      state: 'drafted',
      since: now,
      revisedAt: now,
      documents: [],
    },
  };
};
