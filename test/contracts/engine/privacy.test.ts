import { describe, expect, it } from 'vitest';
import { canary, keepJob, opened, plantEverything, theJob, unsealed } from './planted-office.ts';
import { ward } from '../cost/ward-day.ts';

describe('the table', () => {
  it('shows no personal field of anything that is kept', async () => {
    const office = await opened();
    await plantEverything(office);

    const all = await office.items();
    expect(new Set(all.flatMap(({ kind }) => kind?.S ?? []))).toEqual(
      new Set([
        'attempt',
        'audit',
        'calendar',
        'carrier-word',
        'cash-slip',
        'confirmation',
        'consent',
        'conversation',
        'deed',
        'dispatch-job',
        'dossier',
        'form',
        'inbound',
        'letter',
        'manifest',
        'notification',
        'officer',
        'person-request',
        'phone-check',
        'proposal',
        'rating',
        'receipt',
        'scan',
        'session',
        'status-event',
      ]),
    );
    expect(JSON.stringify(unsealed(all))).toContain(canary);
    expect(all.filter((item) => JSON.stringify(item).includes('Canary'))).toEqual([]);
  });

  it.each(['to-citizen', 'from-citizen'] as const)(
    'has nothing personal of a journey %s once its citizen is forgotten, opened or not',
    async (direction) => {
      const office = await opened();
      const job = theJob();
      const { idDocumentRequired, proxyAllowed, ...citizen } = job.recipient;
      const ends =
        direction === 'to-citizen'
          ? {}
          : { pickup: citizen, recipient: { ...job.pickup, idDocumentRequired, proxyAllowed } };
      const kept = await keepJob(office, { ...job, direction, ...ends });
      await office.post.word.forget(kept);

      expect(JSON.stringify(unsealed(await office.items()))).not.toContain(canary);
      const after = await office.post.jobs.find({ ward }, job.jobId);
      const end = direction === 'to-citizen' ? after?.recipient : after?.pickup;
      expect(end).toMatchObject({ name: '', address: { communeCode: '29926' } });
      expect(after).toMatchObject({ state: 'delivered', cod: { due: 30_000 } });
      const [scan] = await office.post.jobs.events({ ward }, job.jobId);
      expect(scan).toMatchObject({ event: { code: 'delivered' }, settled: { end: 'delivered' } });
    },
  );
});
