import { readConsentNote } from '../domain/consent-request.ts';
import { problem, type Problem, type ProblemLanguage } from '../domain/problem.ts';
import type { Ward } from '../domain/ward.ts';
import { heedWish, type HeedPorts } from './heed-wish.ts';

/** What became of one note, in the order given, and how many pending letters it withdrew. */
export type ConsentRow =
  | { outcome: 'recorded'; lettersWithdrawn?: number }
  | { outcome: 'rejected'; problem: Problem };

/**
 * Keeps what citizens chose, as their ward office noted it down; `by` answers for it. One bad note never stops another.
 * A note whose letters could not be withdrawn is to be sent again: it is kept, and the same note changes nothing.
 */
export const recordConsents = (ports: HeedPorts) => {
  const heed = heedWish(ports);
  return async (
    ward: Ward,
    rows: readonly unknown[],
    language: ProblemLanguage,
    by: string,
  ): Promise<ConsentRow[]> =>
    Promise.all(
      rows.map(async (row): Promise<ConsentRow> => {
        const note = readConsentNote(ward, row, ports.clock());
        if (!note.ok) {
          const { errors } = note;
          return { outcome: 'rejected', problem: problem('validation-failed', language, { errors }) };
        }
        try {
          await ports.consents.record(note.whose, note.consent);
          const lettersWithdrawn = await heed(note.whose, note.consent, by);
          return { outcome: 'recorded', ...(lettersWithdrawn > 0 && { lettersWithdrawn }) };
        } catch {
          return { outcome: 'rejected', problem: problem('try-again', language) };
        }
      }),
    );
};
