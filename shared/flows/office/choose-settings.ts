import { type Inboxes, numbersProvider } from '../../domain/inbound/inboxes.ts';
import { beyondMost, type Most } from '../../domain/office/most.ts';
import type { SettingsStore, WardSettings } from '../../domain/office/ward-settings.ts';
import type { ProblemError } from '../../domain/values/problem-error.ts';

type Ports = {
  settings: Pick<SettingsStore, 'save'>;
  inboxes: Pick<Inboxes, 'wardOf'>;
  /** What the platform allows at most. */
  most?: Most;
};

const asError = ({ path, message }: { path: string[]; message: string }): ProblemError => ({
  pointer: `/${path.join('/')}`,
  code: 'beyond-most',
  message,
});

/**
 * What of these choices an office may not make: a number that citizens are told to write to has to be its own, since what
 * they write to any other is heard by nobody; more than the platform allows is refused, with what it allows.
 */
export const judgeSettings =
  ({ inboxes, most = {} }: Pick<Ports, 'inboxes' | 'most'>) =>
  async (chosen: WardSettings): Promise<ProblemError[]> => {
    const { ward, inbox } = chosen;
    const beyond = beyondMost(chosen, most);
    if (beyond.length > 0) return beyond.map(asError);
    if (inbox === undefined || (await inboxes.wardOf(numbersProvider, inbox)) === ward) return [];
    const message = 'This number is not an inbox of this office; the operator gives it one (ward inbox)';
    return [{ pointer: '/inbox', code: 'not-your-inbox', message }];
  };

/**
 * Keeps what an office chose, all of it at once, if it may choose so (`judgeSettings`). */
export const chooseSettings =
  ({ settings, ...rules }: Ports) =>
  async (
    chosen: WardSettings,
  ): Promise<{ is: 'saved' } | { is: 'validation-failed'; errors: ProblemError[] }> => {
    const errors = await judgeSettings(rules)(chosen);
    if (errors.length > 0) return { is: 'validation-failed', errors };
    await settings.save(chosen);
    return { is: 'saved' };
  };
