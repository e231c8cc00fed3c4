import type { SettingsStore } from '../../domain/office-ports.ts';
import { defaultSettings, type WardSettings } from '../../domain/ward-settings.ts';
import type { Ward } from '../../domain/ward.ts';

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
