import { type Inboxes, numbersProvider } from '../../domain/inbound/inboxes.ts';
import type { SettingsStore, WardSettings } from '../../domain/office/ward-settings.ts';
import type { ProblemError } from '../../domain/values/problem-error.ts';

/**
 * Keeps what an office chose, all of it at once. A number that citizens are told to write to has to be its own: what they
 * write to any other is heard by nobody.
 */
export const chooseSettings =
  ({ settings, inboxes }: { settings: Pick<SettingsStore, 'save'>; inboxes: Pick<Inboxes, 'wardOf'> }) =>
  async (
    chosen: WardSettings,
  ): Promise<{ is: 'saved' } | { is: 'validation-failed'; errors: ProblemError[] }> => {
    const { ward, inbox } = chosen;
    if (inbox !== undefined && (await inboxes.wardOf(numbersProvider, inbox)) !== ward) {
      const message = 'This number is not an inbox of this office; the operator gives it one (ward inbox)';
      return { is: 'validation-failed', errors: [{ pointer: '/inbox', code: 'not-your-inbox', message }] };
    }
    await settings.save(chosen);
    return { is: 'saved' };
  };
