/** What an office still has to say before everything works: read from what it has chosen, so that it is never ticked off by hand. */
import { defaultOfficeHours } from '../calendar/office-sessions.ts';
import { scheduleIsConfirmed, type WardLetters } from '../letter/ward-letters.ts';
import { isNamed, type WardSettings } from '../office/ward-settings.ts';
import type { WardPost } from '../post/partner/ward-post.ts';

/** In the order in which citizens notice. */
export const setUpSteps = ['name', 'hotline', 'hours', 'letterhead', 'schedule', 'post'] as const;
export type SetUpStep = (typeof setUpSteps)[number];

type Chosen = { settings: WardSettings; letters: WardLetters; post: WardPost | undefined };

const isSaid: Readonly<Record<SetUpStep, (chosen: Chosen) => boolean>> = {
  name: ({ settings }) => isNamed(settings),
  hotline: ({ settings }) => settings.hotline !== undefined,
  hours: ({ settings }) => settings.officeHours.source !== defaultOfficeHours.source,
  letterhead: ({ letters }) => letters.letterhead !== undefined,
  schedule: ({ letters }) => scheduleIsConfirmed(letters),
  post: ({ post }) => post !== undefined,
};

/** What is not said yet; empty for an office that is set up. */
export const stillToSay = (chosen: Chosen): SetUpStep[] => setUpSteps.filter((step) => !isSaid[step](chosen));
