import type { LetterSummary } from '../../domain/letter/api/shapes.ts';
import type { LetterState } from '../../domain/letter/moves.ts';
import { moveToRevise, revisedLetter as revised } from '../../domain/letter/revise.ts';
import { summaryOf } from './list-letters.ts';
import type { LetterName, Letters } from '../../domain/letter/letters.ts';
import type { LetterSettingsStore } from '../../domain/letter/ward-letters.ts';
import type { SettingsStore } from '../../domain/office/ward-settings.ts';
import type { Doorbell } from '../../domain/notification/doorbell-message.ts';
import type { Clock } from '../../domain/values/instant.ts';
import type { ProblemError } from '../../domain/values/problem-error.ts';

export type ReviseOutcome =
  | { is: 'done'; letter: LetterSummary }
  | { is: 'validation-failed'; errors: ProblemError[] }
  | { is: 'wrong-state'; state: LetterState; version: number }
  | { is: 'not-found' };

/** Makes a person's new version of a letter and has it rendered; the old file stays what it was. */
export const reviseLetter =
  (ports: {
    letters: Letters;
    wardLetters: LetterSettingsStore;
    settings: Pick<SettingsStore, 'of'>;
    doorbell: Doorbell<string>;
    clock: Clock;
  }) =>
  async (
    name: LetterName,
    asked: { version: number; reason: string; changes: Record<string, unknown> },
    by: string,
  ): Promise<ReviseOutcome> => {
    const [[before], ward, { localDays }] = await Promise.all([
      ports.letters.find([name]),
      ports.wardLetters.of(name.ward),
      ports.settings.of(name.ward),
    ]);
    if (before === undefined) return { is: 'not-found' };
    if (before.version !== asked.version) {
      return { is: 'wrong-state', state: before.state, version: before.version };
    }
    const now = ports.clock();
    const revision = revised(before, asked.changes, ward, localDays, now);
    if (!revision.ok) return { is: 'validation-failed', errors: revision.errors };
    const { letter } = revision;
    const act = { by, what: moveToRevise(before), at: now, version: letter.version, reason: asked.reason };
    const moved = await ports.letters.revise(letter, act);
    switch (moved.is) {
      case 'unknown':
        return { is: 'not-found' };
      case 'unchanged':
        return { is: 'wrong-state', state: moved.state, version: moved.version };
      case 'moved':
        // A ring that is lost is found by the sweep.
        await ports.doorbell.ring([name]).catch(() => undefined);
        return { is: 'done', letter: summaryOf(letter) };
    }
  };
