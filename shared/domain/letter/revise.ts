/** A person's new version of a letter: other words for the same person event. */
import { planVaccination } from './vaccination/plan.ts';
import { currentSchedule } from './vaccination/schedule.ts';
import type { Instant } from '../values/instant.ts';
import { compose } from './compose.ts';
import { LetterContent } from './content.ts';
import type { Letter } from './letter.ts';
import { type WardLetters, wordingsOf } from './ward-letters.ts';
import { errorsOf, type ProblemError } from '../values/problem-error.ts';

export type Revision = { ok: true; letter: Letter } | { ok: false; errors: ProblemError[] };

/** What identifies the letter, or is counted from other facts, is no matter of wording. */
const fixed = ['id', 'kind', 'plan', 'calendarUrl', 'addressGaps'] as const;

const replanned = (content: LetterContent, before: LetterContent, ward: WardLetters): LetterContent => {
  if (content.kind !== 'birth' || before.kind !== 'birth' || !content.plan) return content;
  if (content.child.bornOn === before.child.bornOn) return content;
  const { bornOn } = content.child;
  const [place] = content.places;
  const request = { bornOn, optional: ward.optionalVaccines, place, asOf: content.issuedOn };
  return { ...content, plan: planVaccination(request, currentSchedule) };
};

/** The next version; whatever rule let the first one go, a person has to look at this one. */
export const revisedLetter = (
  letter: Letter,
  changes: Readonly<Record<string, unknown>>,
  ward: WardLetters,
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
  const parsed = LetterContent.safeParse({ ...letter.content, ...changes, ...looked });
  if (!parsed.success) {
    const errors = errorsOf(parsed.error).map((error) => ({ ...error, pointer: `/changes${error.pointer}` }));
    return { ok: false, errors };
  }
  const content = replanned(parsed.data, letter.content, ward);
  const { wordings, library } = wordingsOf(ward);
  const { reason: _reason, calendarClosed: _closed, ...kept } = letter;
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
      documents: [],
    },
  };
};
