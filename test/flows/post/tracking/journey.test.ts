import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { memoryCash } from '../../../../shared/adapters/memory/post/cash-books.ts';
import { memoryDispatchJobs } from '../../../../shared/adapters/memory/post/dispatch-jobs.ts';
import {
  memoryManifests,
  memoryPartners,
  memoryRemittances,
} from '../../../../shared/adapters/memory/post/paperwork.ts';
import { baoTin } from '../../../../shared/domain/post/tracking/carriers/bao-tin.ts';
import type { DispatchJob } from '../../../../shared/domain/post/job/dispatch-job.ts';
import { placesSample } from '../../../../shared/domain/values/places/places-sample.ts';
import type { RemittanceLine } from '../../../../shared/domain/post/money/remittance.ts';
import { answerCancel } from '../../../../shared/flows/post/partner/answer-cancel.ts';
import { cancelJob } from '../../../../shared/flows/post/returns/cancel-job.ts';
import { confirmHandover } from '../../../../shared/flows/post/office/confirm-handover.ts';
import { closeJob, confirmReturn } from '../../../../shared/flows/post/returns/confirm-return.ts';
import { correctAddress } from '../../../../shared/flows/post/office/correct-address.ts';
import { openManifest } from '../../../../shared/flows/post/paper/open-manifest.ts';
import { printLabel } from '../../../../shared/flows/post/partner/print-label.ts';
import { readChanges } from '../../../../shared/flows/post/partner/read-changes.ts';
import { recallJob } from '../../../../shared/flows/post/returns/recall-job.ts';
import { recordTracking } from '../../../../shared/flows/post/tracking/record-tracking.ts';
import { recordTrackingBatch } from '../../../../shared/flows/post/tracking/record-tracking-batch.ts';
import { redispatchJob } from '../../../../shared/flows/post/returns/redispatch-job.ts';
import { refuseRecall } from '../../../../shared/flows/post/partner/refuse-recall.ts';
import { sealManifest } from '../../../../shared/flows/post/paper/seal-manifest.ts';
import { settleCod } from '../../../../shared/flows/post/money/settle-cod.ts';
import {
  aClock,
  aJob,
  anAcceptedJob,
  anAddress,
  aPartner,
  aScan,
  at,
  aWantedJob,
  jobNumber,
  ward,
  aWardsPost,
} from '../../../support/builders/post.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const vnpost = { partner: 'vnpost' };
const office = { ward };
const count = { countedBy: 'Trần Văn Bình', missing: [], extra: [] };

const officeWith = async (...seed: DispatchJob[]) => {
  const books = memoryCash();
  const jobs = memoryDispatchJobs(books);
  for (const job of seed) await jobs.create(job);
  const clock = aClock(at('14:00'));
  const manifests = memoryManifests();
  return {
    jobs,
    books,
    clock,
    manifests,
    remittances: memoryRemittances(),
    posts: { of: async () => aWardsPost() },
    places: placesSample,
    sha256,
  };
};
/** Accepted job `n`, with a number of its own that the store knows. */
const accepted = (n: number, difference: Partial<DispatchJob> = {}): DispatchJob => {
  const { jobId, dossierCode } = jobNumber(n);
  return anAcceptedJob({ jobId, dossierCode, ...difference });
};

describe('a cancellation', () => {
  it.each([
    [aJob(), 'cancelled', []],
    [aJob({ state: 'leased', leaseEpoch: 1 }), 'cancelled', ['cancelled']],
    [anAcceptedJob(), 'cancel-requested', ['cancel-requested']],
    [anAcceptedJob({ state: 'manifested' }), 'cancel-requested', ['cancel-requested']],
  ])('of a job that is $state', async (job, state, told) => {
    const ports = await officeWith(job);
    const answer = await cancelJob(ports)(ward, job.jobId, 'the citizen comes to the counter');
    expect(answer).toMatchObject({
      is: 'done',
      job: { state, cancel: { reason: 'the citizen comes to the counter' } },
    });
    ports.clock.set(at('14:01'));
    const { changes } = await readChanges(ports)('vnpost', undefined, 10);
    expect(changes.map(({ kind }) => kind)).toEqual(told);
    expect(await cancelJob(ports)(ward, job.jobId, 'again')).toMatchObject({ is: 'already' });
  });

  it('makes every lease token worthless at once', async () => {
    const ports = await officeWith(aJob({ state: 'leased', leaseEpoch: 1 }));
    const cancelled = await cancelJob(ports)(ward, aJob().jobId, 'wrong papers');
    expect(cancelled).toMatchObject({ job: { leaseEpoch: 2, cod: { state: 'none' } } });
  });

  it('comes too late for papers on their way', async () => {
    const job = anAcceptedJob({ state: 'in-transit' });
    expect(await cancelJob(await officeWith(job))(ward, job.jobId, 'x')).toMatchObject({ is: 'too-late' });
  });

  it('is confirmed by the partner, once', async () => {
    const job = anAcceptedJob();
    const ports = await officeWith(job);
    await cancelJob(ports)(ward, job.jobId, 'wrong papers');
    const answer = answerCancel(ports);
    expect(await answer('vnpost', job.jobId, { confirmed: true })).toMatchObject({
      job: { state: 'cancelled' },
    });
    expect(await answer('vnpost', job.jobId, { confirmed: true })).toMatchObject({ is: 'already' });
  });

  it('may be refused: then the journey goes on', async () => {
    const job = anAcceptedJob();
    const ports = await officeWith(job);
    await cancelJob(ports)(ward, job.jobId, 'wrong papers');
    const refused = await answerCancel(ports)('vnpost', job.jobId, {
      confirmed: false,
      reason: 'in the sack',
    });
    expect(refused).toMatchObject({ job: { state: 'accepted', cancel: { answer: 'in the sack' } } });
  });
});

describe('a recall', () => {
  it('is told to the partner, who may refuse it', async () => {
    const job = anAcceptedJob({ state: 'in-transit' });
    const ports = await officeWith(job);
    await recallJob(ports)(ward, job.jobId, 'wrong papers');
    expect(await recallJob(ports)(ward, job.jobId, 'wrong papers')).toMatchObject({ is: 'already' });
    ports.clock.set(at('14:01'));
    const { changes, cursor } = await readChanges(ports)('vnpost', undefined, 10);
    expect(changes).toMatchObject([{ kind: 'recall-requested', jobId: job.jobId }]);
    expect(await readChanges(ports)('vnpost', cursor, 10)).toEqual({ changes: [], cursor });
    const refused = await refuseRecall(ports)('vnpost', job.jobId, 'at the door already');
    expect(refused).toMatchObject({
      job: { state: 'in-transit', recall: { answer: 'at the door already' } },
    });
  });

  it('shows in the feed only when no earlier entry can appear any more', async () => {
    const job = anAcceptedJob({ state: 'in-transit' });
    const ports = await officeWith(job);
    await recallJob(ports)(ward, job.jobId, 'wrong papers');
    expect(await readChanges(ports)('vnpost', undefined, 10)).toEqual({ changes: [] });
  });
});

describe('a corrected address', () => {
  it('puts a waiting job on offer', async () => {
    const recipient = { ...aWantedJob().recipient, address: anAddress({ communeCode: '99999' }) };
    const draft = aJob({}, { recipient });
    const ports = await officeWith(draft);
    const corrected = await correctAddress(ports)(ward, draft.jobId, { address: anAddress() });
    expect(corrected).toMatchObject({ job: { state: 'ready', visibleAt: at('14:00') } });
    expect(await ports.jobs.claimable('vnpost', at('14:00'), 10, {})).toHaveLength(1);
  });

  it('is told to the partner who holds the job', async () => {
    const job = anAcceptedJob();
    const ports = await officeWith(job);
    await correctAddress(ports)(ward, job.jobId, { address: anAddress({ line1: 'Số 14' }) });
    ports.clock.set(at('14:01'));
    expect((await readChanges(ports)('vnpost', undefined, 10)).changes).toMatchObject([
      { kind: 'address-corrected' },
    ]);
  });
});

const sealedWith = async (...seed: DispatchJob[]) => {
  const ports = await officeWith(...seed);
  const jobIds = [...seed.map(({ jobId }) => jobId), 'no-such-job'];
  await openManifest(ports)({ manifestId: 'm-1', ward, partner: 'vnpost', jobIds });
  return { ports, sealed: await sealManifest(ports)(office, 'm-1') };
};

describe('a hand-over list', () => {
  it('binds what can go, names what cannot, and is sealed by a hash', async () => {
    const { sealed } = await sealedWith(
      accepted(1),
      accepted(2, { state: 'label-printed' }),
      accepted(3, { partner: 'ghn' }),
      accepted(4, { state: 'manifested', manifestId: 'm-0' }),
      accepted(5, { state: 'in-transit' }),
    );
    expect(sealed).toMatchObject({
      manifest: { state: 'sealed', lines: [{ jobId: jobNumber(1).jobId }, { jobId: jobNumber(2).jobId }] },
      leftOff: [
        { jobId: jobNumber(3).jobId, because: 'other-partner' },
        { jobId: jobNumber(4).jobId, because: 'on-another-list' },
        { jobId: jobNumber(5).jobId, because: 'not-accepted' },
        { jobId: 'no-such-job', because: 'not-found' },
      ],
    });
    expect(sealed.is === 'sealed' && sealed.manifest.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('sealed again stays as it is, also after a crash half way', async () => {
    const ports = await officeWith(accepted(1), accepted(2, { state: 'manifested', manifestId: 'm-1' }));
    const jobIds = [jobNumber(1).jobId, jobNumber(2).jobId];
    await openManifest(ports)({ manifestId: 'm-1', ward, partner: 'vnpost', jobIds });
    const first = await sealManifest(ports)(office, 'm-1');
    expect(first.is === 'sealed' && first.manifest.lines).toHaveLength(2);
    expect(await sealManifest(ports)(office, 'm-1')).toEqual(first);
  });

  it('changes hands when both sides have counted', async () => {
    const { ports } = await sealedWith(accepted(1), accepted(2));
    const confirm = confirmHandover(ports);
    expect(await confirm(office, 'm-1', count)).toMatchObject({ manifest: { state: 'sealed' }, moved: [] });
    const second = await confirm(vnpost, 'm-1', count);
    expect(second).toMatchObject({ manifest: { state: 'handed-over' } });
    expect(second.is === 'counted' && second.moved.map(({ job }) => job.state)).toEqual([
      'handed-over',
      'handed-over',
    ]);
    expect(await confirm(vnpost, 'm-1', count)).toMatchObject({ moved: [] });
  });

  it('leaves with the office what either side misses', async () => {
    const { ports } = await sealedWith(accepted(1), accepted(2));
    await confirmHandover(ports)(office, 'm-1', count);
    const missing = [jobNumber(2).jobId];
    const done = await confirmHandover(ports)(vnpost, 'm-1', { ...count, missing });
    expect(done).toMatchObject({ manifest: { state: 'handed-over-with-difference' } });
    expect(await ports.jobs.find(office, jobNumber(1).jobId)).toMatchObject({ state: 'handed-over' });
    const left = await ports.jobs.find(office, jobNumber(2).jobId);
    expect(left).toMatchObject({ state: 'accepted' });
    expect(left?.manifestId).toBeUndefined();
  });

  it('cannot be counted before it is sealed, nor by a stranger', async () => {
    const ports = await officeWith(accepted(1));
    await openManifest(ports)({ manifestId: 'm-1', ward, partner: 'vnpost', jobIds: [jobNumber(1).jobId] });
    expect(await confirmHandover(ports)(office, 'm-1', count)).toEqual({ is: 'not-sealed' });
    expect(await confirmHandover(ports)({ partner: 'ghn' }, 'm-1', count)).toEqual({ is: 'not-found' });
  });
});

describe('a label', () => {
  it('is counted before it is given out, and the second one is a copy', async () => {
    const job = anAcceptedJob();
    const ports = { ...(await officeWith(job)), linkOf: () => 'https://bao-tin.example/t/k3v9q2' };
    const first = await printLabel(ports)(vnpost, job.jobId);
    const second = await printLabel(ports)(office, job.jobId);
    expect(first).toMatchObject({ is: 'done', label: { print: 1 } });
    expect(second).toMatchObject({ is: 'done', label: { print: 2 } });
    expect(await ports.jobs.find(office, job.jobId)).toMatchObject({
      state: 'label-printed',
      labelPrints: 2,
    });
  });

  it('does not exist before the acceptance', async () => {
    const ports = { ...(await officeWith(aJob())), linkOf: () => '' };
    expect(await printLabel(ports)(vnpost, aJob().jobId)).toMatchObject({ is: 'no-number' });
  });
});

describe('tracking', () => {
  const job = anAcceptedJob({ state: 'handed-over' });
  const scan = (code: string, time: string, more: object = {}) =>
    aScan(code, at(time), { jobId: job.jobId, ...more });

  it('answers each event by what became of it', async () => {
    const ports = await officeWith(job);
    const record = recordTracking(ports);
    const outcomes = [];
    for (const event of [
      scan('out-for-delivery', '12:00', { eventId: 'e-1' }),
      scan('out-for-delivery', '12:00', { eventId: 'e-1' }),
      scan('delivered', '12:00', { eventId: 'e-1' }),
      scan('in-transit', '11:00'),
      scan('teleported', '12:10'),
      scan('delivered', '12:30'),
      scan('lost', '12:40'),
      scan('in-transit', '12:00', { jobId: 'no-such-job' }),
    ]) {
      const result = await record('vnpost', event, baoTin);
      outcomes.push(['problem' in result ? result.problem : result.outcome, 'note' in result && result.note]);
    }
    expect(outcomes).toEqual([
      ['APPLIED', false],
      ['DUPLICATE', false],
      ['event-id-reused', false],
      ['RECORDED', 'late'],
      ['RECORDED', 'unknown-code'],
      ['APPLIED', false],
      ['QUARANTINED', 'contradiction'],
      ['not-found', false],
    ]);
    expect(await ports.jobs.events(office, job.jobId)).toHaveLength(5);
  });

  it('in a batch answers each event; a bad one stops none of the others', async () => {
    const ports = { ...(await officeWith(job)), partners: memoryPartners([aPartner()]) };
    const event = {
      jobId: job.jobId,
      eventId: 'e-1',
      code: 'in-transit',
      occurredAt: '2026-03-02T12:00:00+07:00',
    };
    const results = await recordTrackingBatch(ports)('vnpost', [
      event,
      { ...event, eventId: 'e-2', occurredAt: '2026-03-02T12:00:00' },
      event,
      { ...event, eventId: 'e-3', code: 'delivered' },
    ]);
    expect(results.map(({ index, eventId, result }) => [index, eventId, result.outcome])).toEqual([
      [0, 'e-1', 'APPLIED'],
      [1, undefined, 'REJECTED'],
      [2, 'e-1', 'DUPLICATE'],
      [3, 'e-3', 'APPLIED'],
    ]);
    expect(results[1]?.result).toMatchObject({ problem: 'invalid-request', pointers: ['/occurredAt'] });
  });

  it('judges again when the job changes under its hands', async () => {
    const ports = await officeWith(job);
    let disturbed = 0;
    const disturbing = {
      ...ports.jobs,
      find: async (...wanted: Parameters<typeof ports.jobs.find>) => {
        const found = await ports.jobs.find(...wanted);
        if (disturbed++ === 0) await recallJob(ports)(ward, job.jobId, 'wrong papers');
        return found;
      },
    };
    const result = await recordTracking({ ...ports, jobs: disturbing })(
      'vnpost',
      scan('delivered', '12:30'),
      baoTin,
    );
    expect(result).toMatchObject({
      outcome: 'APPLIED',
      job: { state: 'delivered', recall: { reason: 'wrong papers' } },
    });
    expect(disturbed).toBe(2);
  });
});

const back = (reason: DispatchJob['returnReason']) =>
  anAcceptedJob({ state: 'returned', ...(reason && { returnReason: reason }) });

describe('papers that come back', () => {
  it('are in the office’s custody when the office says so, and nobody owes cash for them', async () => {
    const ports = await officeWith(back('refused'));
    const { jobId } = back('refused');
    expect(await confirmReturn(ports)(ward, jobId, {})).toMatchObject({
      job: { state: 'return-received', cod: { state: 'none', due: 30_000 } },
    });
    expect(await confirmReturn(ports)(ward, jobId, {})).toMatchObject({ is: 'already' });
    expect(await closeJob(ports)(ward, jobId)).toMatchObject({ job: { state: 'closed' } });
  });

  it('have a reason from then on: the office names it where no scan did', async () => {
    const silent = back(undefined);
    const ports = await officeWith(silent);
    expect(await confirmReturn(ports)(ward, silent.jobId, {})).toMatchObject({ is: 'reason-needed' });
    expect(await confirmReturn(ports)(ward, silent.jobId, { reason: 'moved' })).toMatchObject({
      job: { state: 'return-received', returnReason: 'moved' },
    });
    expect(await redispatchJob(ports)(ward, silent.jobId, {})).toEqual({ is: 'address-needed' });
  });

  it('also when they are damaged', async () => {
    const damaged = anAcceptedJob({ state: 'damaged', returnReason: 'damaged' });
    const ports = await officeWith(damaged);
    expect(await confirmReturn(ports)(ward, damaged.jobId, {})).toMatchObject({
      job: { state: 'return-received' },
    });
  });

  it('go out again as a job of their own, linked both ways', async () => {
    const ports = await officeWith(back('not-called-for'));
    const { jobId } = back('not-called-for');
    await confirmReturn(ports)(ward, jobId, {});
    expect(await redispatchJob(ports)(ward, jobId, { partner: 'nobody' })).toEqual({
      is: 'partner-not-arranged',
    });
    const sent = await redispatchJob(ports)(ward, jobId, {});
    const nextId = jobId.replace('_j1', '_j2');
    expect(sent).toMatchObject({
      next: { jobId: nextId, redispatchOf: jobId, state: 'ready', cod: { due: 30_000 } },
    });
    expect(await ports.jobs.find(office, jobId)).toMatchObject({
      state: 'redispatched',
      redispatchedAs: nextId,
    });
    expect(await redispatchJob(ports)(ward, jobId, {})).toMatchObject({
      is: 'done',
      next: { jobId: nextId },
    });
  });

  it.each(['moved', 'address-nonexistent', 'deceased'] as const)(
    'because of %s need another address',
    async (reason) => {
      const ports = await officeWith(back(reason));
      await confirmReturn(ports)(ward, back(reason).jobId, {});
      expect(await redispatchJob(ports)(ward, back(reason).jobId, {})).toEqual({ is: 'address-needed' });
      const corrected = { address: anAddress({ line1: 'Số 14' }) };
      expect(await redispatchJob(ports)(ward, back(reason).jobId, corrected)).toMatchObject({ is: 'done' });
    },
  );

  it('cannot go out again before the office has them', async () => {
    const ports = await officeWith(back('refused'));
    expect(await redispatchJob(ports)(ward, back('refused').jobId, {})).toEqual({ is: 'invalid-transition' });
  });
});

describe('a remittance', () => {
  const numbers = ['RR000000014VN', 'RR000000028VN', 'RR000000031VN', 'RR000000045VN'];
  const line = (n: number, difference: Partial<RemittanceLine> = {}): RemittanceLine => ({
    trackingNumber: numbers[n - 1] ?? '',
    kind: 'cod',
    collected: 30_000,
    deductedFee: 2_000,
    remitted: 28_000,
    occurredAt: at('12:00'),
    ...difference,
  });
  /** Jobs whose numbers the store learns the way it always does: by an acceptance. */
  const delivered = async (...states: DispatchJob['state'][]) => {
    const ports = await officeWith();
    for (const [n, state] of states.entries()) {
      const job = jobNumber(n + 1);
      await ports.jobs.create({ ...job, state: 'leased' });
      await ports.jobs.step(vnpost, job.jobId, {
        happened: 'accepted',
        at: at('10:00'),
        set: { acceptedAt: at('10:00'), trackingNumber: numbers[n] },
        reserves: { trackingNumber: numbers[n] ?? '' },
      });
      if (state === 'delivered')
        await ports.jobs.step(vnpost, job.jobId, { happened: 'delivered', at: at('11:00') });
    }
    return ports;
  };
  const cod = async (ports: Awaited<ReturnType<typeof delivered>>, n: number) =>
    (await ports.jobs.find(office, jobNumber(n).jobId))?.cod;

  it('is matched line by line and books only what matches', async () => {
    const ports = await delivered('delivered', 'delivered', 'accepted');
    const lines = [
      line(1),
      line(2, { collected: 25_000, remitted: 23_000 }),
      line(3),
      line(4),
      line(1),
      line(1, { kind: 'fee', collected: 0, deductedFee: 30_000, remitted: 0 }),
    ];
    const total = lines.reduce((sum, { remitted }) => sum + remitted, 0);
    const settled = await settleCod(ports)('vnpost', { remittanceId: 'r-1', total, lines });
    expect(
      settled.is === 'settled' && settled.lines.map(({ outcome, difference }) => [outcome, difference]),
    ).toEqual([
      ['MATCHED', undefined],
      ['DIFFERENCE', -5_000],
      ['NOT_DELIVERED', undefined],
      ['UNMATCHED', undefined],
      ['DUPLICATE', undefined],
      ['MATCHED', undefined],
    ]);
    expect(await cod(ports, 1)).toMatchObject({ state: 'remitted', remitted: 28_000, remittanceId: 'r-1' });
    expect(await cod(ports, 2)).toMatchObject({ state: 'disputed', remitted: 23_000 });
    expect(await cod(ports, 3)).toMatchObject({ state: 'due' });
  });

  it('again gives the same answer and books nothing; another one for the same parcel is a duplicate', async () => {
    const ports = await delivered('delivered');
    const report = { remittanceId: 'r-1', total: 28_000, lines: [line(1)] };
    const first = await settleCod(ports)('vnpost', report);
    const revision = (await ports.jobs.find(office, jobNumber(1).jobId))?.revision;
    expect(await settleCod(ports)('vnpost', report)).toEqual(first);
    expect((await ports.jobs.find(office, jobNumber(1).jobId))?.revision).toBe(revision);
    const second = await settleCod(ports)('vnpost', { ...report, remittanceId: 'r-2' });
    expect(second).toMatchObject({ lines: [{ outcome: 'DUPLICATE' }] });
    const other = { ...report, total: 27_000, lines: [line(1, { remitted: 27_000 })] };
    expect(await settleCod(ports)('vnpost', other)).toEqual({ is: 'remittance-id-reused' });
  });

  it('that stopped half way goes on to the same answer', async () => {
    const ports = await delivered('delivered', 'delivered');
    const report = { remittanceId: 'r-1', total: 56_000, lines: [line(1), line(2)] };
    const halfway = {
      ...ports,
      remittances: { ...ports.remittances, close: () => Promise.reject(new Error('killed')) },
    };
    await expect(settleCod(halfway)('vnpost', report)).rejects.toThrow('killed');
    expect(await settleCod(ports)('vnpost', report)).toMatchObject({
      lines: [{ outcome: 'MATCHED' }, { outcome: 'MATCHED' }],
    });
  });

  it('whose total is not the sum of its lines is refused as a whole', async () => {
    const ports = await delivered('delivered');
    const wrong = { remittanceId: 'r-1', total: 28_001, lines: [line(1)] };
    expect(await settleCod(ports)('vnpost', wrong)).toEqual({ is: 'total-mismatch' });
    expect(await cod(ports, 1)).toMatchObject({ state: 'due' });
  });
});
