import { canonical } from '../../domain/canonical.ts';
import type { Consent } from '../../domain/consent.ts';
import type { Consents, Person } from '../../domain/office-ports.ts';

const personIn = ({ ward, phone }: Person): string => `${ward} ${phone}`;

/** Citizens' choices in memory, each person's by what they say. */
export const memoryConsents = (): Consents => {
  const stored = new Map<string, Map<string, Consent>>();
  return {
    record: async (person, consent) => {
      const choices = stored.get(personIn(person)) ?? new Map<string, Consent>();
      const { evidence: _evidence, ...choice } = consent;
      stored.set(personIn(person), choices.set(canonical(choice), consent));
    },
    of: async (people) => people.map((person) => [...(stored.get(personIn(person))?.values() ?? [])]),
  };
};
