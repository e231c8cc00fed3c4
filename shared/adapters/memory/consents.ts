import { canonical } from '../../domain/canonical.ts';
import type { Consent } from '../../domain/consent.ts';
import type { Consents, Person } from '../../domain/ports.ts';

/** Each person's choices, by what they say. */
export type ConsentShelf = Map<string, Map<string, Consent>>;

const personIn = ({ ward, phone }: Person): string => `${ward} ${phone}`;

/** Citizens' choices in memory, over a map that others may share. */
export const memoryConsents = (stored: ConsentShelf): Consents => ({
  record: async (person, consent) => {
    const choices = stored.get(personIn(person)) ?? new Map<string, Consent>();
    const { evidence: _evidence, ...choice } = consent;
    stored.set(personIn(person), choices.set(canonical(choice), consent));
  },
  of: async (people) => people.map((person) => [...(stored.get(personIn(person))?.values() ?? [])]),
});
