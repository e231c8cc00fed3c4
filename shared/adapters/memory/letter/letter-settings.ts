import {
  noLetters,
  type WardLetters,
  type LetterSettingsStore,
} from '../../../domain/letter/ward-letters.ts';
import type { Ward } from '../../../domain/values/ward.ts';

/** Wards' choices about letters in memory. */
export const memoryLetterSettings = (): LetterSettingsStore => {
  const stored = new Map<Ward, WardLetters>();
  return {
    of: async (ward) => stored.get(ward) ?? noLetters(ward),
    save: async (chosen) => {
      stored.set(chosen.ward, chosen);
    },
  };
};
