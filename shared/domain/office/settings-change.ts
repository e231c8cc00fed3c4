import { canonical } from '../values/writing/canonical.ts';
import type { WardSettings } from './ward-settings.ts';

/** Which choices differ, each with its old and its new value, for whoever asks later who changed what. */
export const changesBetween = (before: WardSettings, after: WardSettings): string =>
  (Object.keys({ ...before, ...after }) as (keyof WardSettings)[])
    .filter((name) => canonical(before[name] ?? null) !== canonical(after[name] ?? null))
    .map((name) => `${name}: ${canonical(before[name] ?? null)} → ${canonical(after[name] ?? null)}`)
    .join('; ');
