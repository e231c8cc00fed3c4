import type { Consent } from '../../domain/consent.ts';
import type { Consents } from '../../domain/letter/ports.ts';

/** What families said about letters, in memory. */
export const memoryConsents = (): Consents => {
  const said = new Map<string, Consent[]>();
  const keyOf = ({ ward, person }: { ward: string; person: string }): string => `${ward} ${person}`;
  return {
    find: async (people) => [...new Set(people.map(keyOf))].flatMap((key) => said.get(key) ?? []),
    add: async (ward, consent) => {
      const key = keyOf({ ward, person: consent.person });
      said.set(key, [...(said.get(key) ?? []), consent]);
    },
  };
};
