import { describe, expect, it } from 'vitest';
import type { Evidence, EvidenceShelf } from '../../../shared/domain/post/evidence/evidence.ts';
import { at } from '../../support/builders/post.ts';

const photo = (n: number, jobId = 'job-1'): Evidence => ({
  evidenceId: `ev_${n}`,
  jobId,
  sha256: String(n).padStart(64, '0'),
  contentType: 'image/jpeg',
  bytes: 1000 + n,
  at: at('14:00'),
});

/** Every store of announced evidence keeps these promises. */
export const keepsEvidence = (name: string, open: () => Promise<EvidenceShelf>) =>
  describe(`${name} keeps evidence`, () => {
    it('puts a file once for its id and shows it beside the others of its job alone', async () => {
      const shelf = await open();
      expect(await shelf.add(photo(1), 3)).toEqual({ is: 'added', evidence: photo(1) });
      expect(await shelf.add({ ...photo(1), at: at('15:00') }, 3)).toEqual({
        is: 'existing',
        evidence: photo(1),
      });
      await shelf.add(photo(2), 3);
      await shelf.add(photo(3, 'job-2'), 3);
      expect(await shelf.of('job-1')).toEqual([photo(1), photo(2)]);
      expect(await shelf.of('job-3')).toEqual([]);
    });

    it('takes no more than the limit, also of postmen who announce at the same moment', async () => {
      const shelf = await open();
      const said = await Promise.all([1, 2, 3, 4, 5].map((n) => shelf.add(photo(n), 3)));
      expect(said.map(({ is }) => is).toSorted()).toEqual(['added', 'added', 'added', 'full', 'full']);
      expect(await shelf.of('job-1')).toHaveLength(3);
      const [known] = await shelf.of('job-1');
      expect(await shelf.add(known!, 3)).toMatchObject({ is: 'existing' });
    });

    it('takes one of two that are the same', async () => {
      const shelf = await open();
      const said = await Promise.all([shelf.add(photo(1), 3), shelf.add(photo(1), 3)]);
      expect(said.map(({ is }) => is).toSorted()).toEqual(['added', 'existing']);
    });
  });
