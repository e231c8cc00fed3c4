import type { Audit } from '../../domain/people/audit.ts';
import type { Erasure, Marks, RequestedBy } from '../../domain/rights/erasure.ts';
import type { Clock } from '../../domain/values/instant.ts';
import type { NewId } from '../../domain/values/ids.ts';
import type { Ward } from '../../domain/values/ward.ts';

type Erased = Pick<Erasure, 'erased' | 'kept'> & { fileKeys: string[]; jobs: string[] };

export type ErasePorts = {
  persons: {
    erase: (ward: Ward, marks: Marks) => Promise<Erased>;
    remember: (erasure: Erasure) => Promise<void>;
  };
  audit: Pick<Audit, 'note'>;
  files: {
    removeFiles: (keys: string[]) => Promise<void>;
    removeEvidence: (jobId: string) => Promise<void>;
    /** Keeps the receipt beside the table. */
    keepReceipt: (erasure: Erasure) => Promise<void>;
  };
  clock: Clock;
  newId: NewId;
};

/**
 * Erases a citizen of one office, and leaves a receipt that names nobody. Files go before the receipt is written: whoever
 * dies on the way asks again, and nothing is said to be erased that is not. It lies beside the table too, for a table that is brought
 * back from before forgets whom it forgot. The reason stays sealed in the office's log.
 */
export const erasePerson =
  ({ persons, audit, files, clock, newId }: ErasePorts) =>
  async (
    ward: Ward,
    marks: Marks,
    { request, by, reason }: RequestedBy,
    officer = 'command-line',
  ): Promise<Erasure> => {
    const { erased, kept, fileKeys, jobs } = await persons.erase(ward, marks);
    await files.removeFiles(fileKeys);
    for (const job of jobs) await files.removeEvidence(job);
    const erasure: Erasure = {
      id: newId(),
      ward,
      at: clock(),
      request,
      marks,
      erased,
      kept,
      files: fileKeys.length,
    };
    await files.keepReceipt(erasure);
    await persons.remember(erasure);
    await audit.note({
      id: erasure.id,
      ward,
      at: erasure.at,
      officer,
      by,
      what: 'person-erased',
      about: request,
      outcome: 'done',
      words: reason,
    });
    return erasure;
  };
