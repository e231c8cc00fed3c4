import { lacksToTakeBack, readConsentNote } from '../../domain/office/consent-request.ts';
import { problem, type Problem, type ProblemLanguage } from '../../domain/api/problem.ts';
import type { ProblemError } from '../../domain/values/problem-error.ts';
import type { Ward } from '../../domain/values/ward.ts';
import { applyLetterChoice, type LetterChoicePorts } from '../letter/apply-letter-choice.ts';
import { cancelAfterOptOut, type OptOutPorts } from './cancel-after-opt-out.ts';

/** What became of one note, in the order given, and how many pending letters and messages it withdrew. */
export type ConsentRow =
  | { outcome: 'recorded'; lettersWithdrawn?: number; messagesWithdrawn?: number }
  | { outcome: 'rejected'; problem: Problem };

type Ports = LetterChoicePorts &
  OptOutPorts & {
    /** Whether an error says no more than that the store cannot keep up. */
    isBusy?: (error: unknown) => boolean;
  };

/**
 * Keeps what citizens chose, as their ward office noted it down; `by` answers for it. One bad note never stops another.
 * A note whose letters or messages could not be withdrawn is to be sent again: it is kept, and the same note changes
 * nothing. A store that cannot keep up stops them all: that is thrown, and the whole request is to come again later.
 */
export const recordConsents = (ports: Ports) => {
  const heed = applyLetterChoice(ports);
  const leave = cancelAfterOptOut(ports);
  const record = async (
    ward: Ward,
    row: unknown,
    language: ProblemLanguage,
    by: string,
  ): Promise<ConsentRow> => {
    const invalid = (errors: ProblemError[]): ConsentRow => ({
      outcome: 'rejected',
      problem: problem('validation-failed', language, { errors }),
    });
    const note = readConsentNote(ward, row, ports.clock());
    if (!note.ok) return invalid(note.errors);
    const { whose, consent } = note;
    try {
      const [choices = []] = await ports.consents.of([whose]);
      const lacking = lacksToTakeBack(choices, consent);
      if (lacking.length > 0) return invalid(lacking);
      await ports.consents.record(whose, consent);
      const lettersWithdrawn = await heed(whose, consent, by);
      const declines = consent.purpose === 'status' && consent.choice === 'out';
      const messagesWithdrawn = declines && 'phone' in whose ? await leave(whose) : 0;
      return {
        outcome: 'recorded',
        ...(lettersWithdrawn > 0 && { lettersWithdrawn }),
        ...(messagesWithdrawn > 0 && { messagesWithdrawn }),
      };
    } catch (error) {
      if (ports.isBusy?.(error)) throw error;
      return { outcome: 'rejected', problem: problem('try-again', language) };
    }
  };
  return async (
    ward: Ward,
    rows: readonly unknown[],
    language: ProblemLanguage,
    by: string,
  ): Promise<ConsentRow[]> => {
    const results: ConsentRow[] = [];
    // One after another: a note sees what the one before it changed.
    for (const row of rows) results.push(await record(ward, row, language, by));
    return results;
  };
};
