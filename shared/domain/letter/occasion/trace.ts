/**
 * What is kept of births, weddings and deaths so that each finds the others, in whatever order they are registered. A
 * death in the family must meet its congratulation even where a clerk wrote the name without accents, in capitals, with
 * another apostrophe or without the middle name; so a name is found by its letters, and compared by its syllables.
 */
import { toAscii } from '../../text/ascii.ts';
import { dayIn, type KnownDate } from '../../values/known-date.ts';
import { withoutAddress } from '../wording/addressing.ts';
import { nameKey } from '../wording/printed-text.ts';
import { type Fingerprint, letterIdOf, type PersonEvent } from './person-event.ts';

/** A name through the ward's keyed hash: as written, as its bare letters, and syllable by syllable without accents. */
export type NameTrace = { exact: string; letters: string; syllables: string[] };

/** One person of an event. No name is in it. */
export type Trace = {
  as: 'child' | 'parent' | 'spouse' | 'deceased';
  name?: NameTrace;
  /** A child that died before it had a name is found by its parent's. */
  byParent?: true;
  bornOn?: KnownDate;
  marriedOn?: KnownDate;
  diedOn?: KnownDate;
  letterId: string;
};

/** A trace, and the keys under which it is kept; `look` are keys under which others may lie. */
export type Traced = { trace: Trace; keys: string[]; look: string[] };

const bare = (syllable: string): string =>
  toAscii(syllable)
    .text.toLowerCase()
    .replaceAll(/[^a-z]/g, '')
    .replaceAll('y', 'i');

const syllablesOf = (name: string): string[] =>
  withoutAddress(name)
    .split(/\s+/)
    .map(bare)
    .filter((syllable) => syllable !== '');

const nameTrace = (ward: string, name: string, fingerprint: Fingerprint): NameTrace => {
  const syllables = syllablesOf(name);
  const short = (text: string) => fingerprint(['syllable', ward, text].join('|')).slice(0, 10);
  return {
    exact: fingerprint(['person', ward, nameKey(name)].join('|')),
    letters: short(syllables.join('')),
    syllables: syllables.map(short),
  };
};

/** By its letters and by its first and last syllable: one of the two survives every way of writing a name. */
const keysOf = (ward: string, name: string, fingerprint: Fingerprint): string[] => {
  const syllables = syllablesOf(name);
  return [`letters ${syllables.join('')}`, `ends ${syllables[0]} ${syllables.at(-1)}`].map((key) =>
    fingerprint(['name', ward, key].join('|')),
  );
};

/** The persons of this event, as they are remembered. */
export const tracesOf = (ward: string, event: PersonEvent, fingerprint: Fingerprint): Traced[] => {
  const letterId = letterIdOf(ward, event, fingerprint);
  const named = (written: string, trace: Omit<Trace, 'name' | 'letterId'>): Traced => {
    const name = withoutAddress(written);
    const keys = keysOf(ward, name, fingerprint);
    return { trace: { ...trace, name: nameTrace(ward, name, fingerprint), letterId }, keys, look: keys };
  };
  const bornKey = (bornOn: KnownDate | undefined): string[] => {
    const day = dayIn(bornOn);
    return day === undefined ? [] : [fingerprint(['born', ward, day].join('|'))];
  };
  switch (event.kind) {
    case 'birth': {
      const { childName, bornOn, parents } = event;
      const born = bornOn !== undefined && { bornOn };
      const family = parents.map((name) => named(name, { as: 'parent', ...born }));
      if (childName === undefined) {
        const keys = bornKey(bornOn);
        return [{ trace: { as: 'child', ...born, letterId }, keys, look: keys }, ...family];
      }
      const child = named(childName, { as: 'child', ...born });
      return [{ ...child, look: [...child.keys, ...bornKey(bornOn)] }, ...family];
    }
    case 'marriage': {
      const { spouses, marriedOn } = event;
      return spouses.map((name) => named(name, { as: 'spouse', ...(marriedOn && { marriedOn }) }));
    }
    case 'death': {
      const { deceasedName, childOf, bornOn, diedOn } = event;
      const dates = { ...(bornOn && { bornOn }), ...(diedOn && { diedOn }) };
      const day = bornKey(bornOn);
      const name = deceasedName ?? childOf;
      if (name === undefined)
        return [{ trace: { as: 'deceased', ...dates, letterId }, keys: day, look: day }];
      const byParent = deceasedName === undefined && { byParent: true as const };
      const one = named(name, { as: 'deceased', ...byParent, ...dates });
      return [{ ...one, keys: [...one.keys, ...day], look: [...one.keys, ...day] }];
    }
  }
};
