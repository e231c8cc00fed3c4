import { createHash } from 'node:crypto';
import type { WardSettings } from '../../../../domain/office/ward-settings.ts';
import type { Officer } from '../../../../domain/people/officer.ts';
import type { ProblemError } from '../../../../domain/values/problem-error.ts';
import { canonical } from '../../../../domain/values/writing/canonical.ts';
import type { chooseGuarded } from '../../../../flows/people/choose-guarded.ts';
import type { Word } from '../frame/notices.ts';

export type ChoicePorts = { chooseGuarded: ReturnType<typeof chooseGuarded> };

/** Which choices a form was filled from, so that nobody writes over what somebody else chose meanwhile. */
export const basisOf = (settings: WardSettings): string =>
  createHash('sha256').update(canonical(settings)).digest('base64url').slice(0, 16);

/** Keeps at once what an office may choose alone, proposes the rest to another, and says which it was. */
export const keepChoices = async (
  ports: ChoicePorts,
  by: Officer,
  next: WardSettings,
): Promise<{ said: Word; words: string } | { errors: ProblemError[] }> => {
  const came = await ports.chooseGuarded(next, by);
  if (came.is !== 'saved') return { errors: came.errors };
  return {
    said: came.proposal === undefined ? 'settings-saved' : 'settings-proposed',
    words: came.changes,
  };
};
