import { canonical } from '../../../domain/values/writing/canonical.ts';
import type { Consent } from '../../../domain/office/consent.ts';
import type { Chooser, Consents } from '../../../domain/office/consents.ts';

const nameOf = (whose: Chooser): string => canonical(whose);

/** Citizens' choices in memory, each chooser's by what they say. */
export const memoryConsents = (): Consents => {
  const stored = new Map<string, Map<string, Consent>>();
  return {
    record: async (whose, consent) => {
      const choices = stored.get(nameOf(whose)) ?? new Map<string, Consent>();
      const { evidence: _evidence, ...choice } = consent;
      stored.set(nameOf(whose), choices.set(canonical(choice), consent));
    },
    of: async (choosers) => choosers.map((whose) => [...(stored.get(nameOf(whose))?.values() ?? [])]),
  };
};
