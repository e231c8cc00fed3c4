/** Whether somebody who died may be the child, a parent or a spouse of a letter of congratulation. */
import { addDays, addMonthsClamped } from '../../values/day.ts';
import { earliestOf, latestOf, type KnownDate } from '../../values/known-date.ts';
import type { NameTrace, Trace } from './trace.ts';

/** `certain` takes a congratulation back; `perhaps` holds it until a person has looked. */
export type Kinship = 'certain' | 'perhaps' | 'none';

type Likeness = 'same' | 'alike' | 'other';

const isWithin = (few: readonly string[], many: readonly string[]): boolean => {
  let next = 0;
  for (const syllable of many) if (syllable === few[next]) next += 1;
  return next === few.length;
};

/** `alike` are names that differ in accents, capitals, spaces, apostrophes, or in a middle name that is left out. */
const likeness = (one: NameTrace, other: NameTrace): Likeness => {
  if (one.exact === other.exact) return 'same';
  if (one.letters === other.letters) return 'alike';
  const [a, b] = [one.syllables, other.syllables];
  if (a[0] !== b[0] || a.at(-1) !== b.at(-1)) return 'other';
  return isWithin(a, b) || isWithin(b, a) ? 'alike' : 'other';
};

const isBefore = (one: KnownDate | undefined, other: KnownDate | undefined, slack = 0): boolean =>
  one !== undefined && other !== undefined && latestOf(one) < addDays(earliestOf(other), -slack);

const mayBeOneDay = (one: KnownDate, other: KnownDate): boolean =>
  one.startsWith(other) || other.startsWith(one);

/** Whether whoever was born then can have been so many years old on that day. */
const canBeAged = (
  bornOn: KnownDate | undefined,
  on: KnownDate | undefined,
  [from, to]: readonly [number, number],
): boolean =>
  bornOn === undefined ||
  on === undefined ||
  (addMonthsClamped(earliestOf(bornOn), from * 12) <= latestOf(on) &&
    addMonthsClamped(latestOf(bornOn), (to + 1) * 12) >= earliestOf(on));

/** Ages at which one becomes a parent or marries; outside of them it is a namesake. */
const parentsAge = [12, 75] as const;
const spousesAge = [14, 110] as const;

/** A father may have died before the birth; earlier than this he is another man. */
const daysBeforeBirth = 300;
/** A register's dates may be off by days; who died a month before the wedding is a namesake. */
const daysBeforeWedding = 30;

/** A namesake who died so young, in the same ward and the same years, is more likely a birthday mistyped. */
const smallChild = [0, 6] as const;

const ofChild = (child: Trace, death: Trace): Kinship => {
  if (isBefore(death.diedOn, child.bornOn)) return 'none';
  const [born, other] = [child.bornOn, death.bornOn];
  const oneDay = born === undefined || other === undefined || mayBeOneDay(born, other);
  if (child.name === undefined || death.name === undefined || death.byParent)
    return born !== undefined && born === other ? 'perhaps' : 'none';
  const name = likeness(child.name, death.name);
  if (name === 'other') return 'none';
  if (oneDay) return name === 'same' ? 'certain' : 'perhaps';
  const young = death.diedOn !== undefined && canBeAged(other, death.diedOn, smallChild);
  return young && name === 'same' ? 'perhaps' : 'none';
};

const ofParent = (parent: Trace, death: Trace): Kinship => {
  if (parent.name === undefined || death.name === undefined) return 'none';
  if (likeness(parent.name, death.name) === 'other') return 'none';
  if (death.byParent) {
    const other = parent.bornOn && death.bornOn && !mayBeOneDay(parent.bornOn, death.bornOn);
    return other || isBefore(death.diedOn, parent.bornOn) ? 'none' : 'perhaps';
  }
  if (isBefore(death.diedOn, parent.bornOn, daysBeforeBirth)) return 'none';
  return canBeAged(death.bornOn, parent.bornOn, parentsAge) ? 'perhaps' : 'none';
};

const ofSpouse = (spouse: Trace, death: Trace): Kinship => {
  if (spouse.name === undefined || death.name === undefined || death.byParent) return 'none';
  if (likeness(spouse.name, death.name) === 'other') return 'none';
  if (isBefore(death.diedOn, spouse.marriedOn, daysBeforeWedding)) return 'none';
  return canBeAged(death.bornOn, spouse.marriedOn, spousesAge) ? 'perhaps' : 'none';
};

/** How a person of a congratulation and somebody who died belong together. */
export const kinship = (person: Trace, death: Trace): Kinship => {
  if (death.as !== 'deceased') return 'none';
  switch (person.as) {
    case 'child':
      return ofChild(person, death);
    case 'parent':
      return ofParent(person, death);
    case 'spouse':
      return ofSpouse(person, death);
    case 'deceased':
      return 'none';
  }
};

/** Whether two births are one child, told once with a name and once without: same day, same parent. */
export const isOneChild = (parent: Trace, other: Trace): boolean =>
  parent.as === 'parent' &&
  other.as === 'parent' &&
  parent.bornOn !== undefined &&
  parent.bornOn === other.bornOn &&
  parent.name?.exact === other.name?.exact;
