import { readConsentNote } from '../domain/consent-request.ts';
import type { Clock } from '../domain/ports.ts';
import type { Consents } from '../domain/office-ports.ts';
import { problem, type Problem, type ProblemLanguage } from '../domain/problem.ts';
import type { Ward } from '../domain/ward.ts';

/** What became of one note, in the order given. */
export type ConsentRow = { outcome: 'recorded' | 'rejected'; problem?: Problem };

/** Keeps what citizens chose, as their ward office noted it down. One bad note never stops another. */
export const recordConsents =
  ({ consents, clock }: { consents: Consents; clock: Clock }) =>
  async (ward: Ward, rows: readonly unknown[], language: ProblemLanguage): Promise<ConsentRow[]> =>
    Promise.all(
      rows.map(async (row): Promise<ConsentRow> => {
        const note = readConsentNote(row, clock());
        if (!note.ok) {
          const { errors } = note;
          return { outcome: 'rejected', problem: problem('validation-failed', language, { errors }) };
        }
        return consents.record({ ward, phone: note.phone }, note.consent).then(
          (): ConsentRow => ({ outcome: 'recorded' }),
          (): ConsentRow => ({ outcome: 'rejected', problem: problem('try-again', language) }),
        );
      }),
    );
