import {
  defaultSettings,
  type WardSettings,
  type SettingsStore,
} from '../../../domain/office/ward-settings.ts';
import type { Ward } from '../../../domain/values/ward.ts';

/** Ward settings in memory. */
export const memorySettings = (): SettingsStore => {
  const stored = new Map<Ward, WardSettings>();
  return {
    of: async (ward) => stored.get(ward) ?? defaultSettings(ward),
    save: async (settings) => {
      stored.set(settings.ward, settings);
    },
  };
};
