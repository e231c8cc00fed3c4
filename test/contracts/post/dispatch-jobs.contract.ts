import { describe, expect, it } from 'vitest';
import { minutes, plus } from '../../../shared/domain/values/instant.ts';
import { baoTin } from '../../../shared/domain/post/tracking/carriers/bao-tin.ts';
import type { DispatchJob } from '../../../shared/domain/post/job/dispatch-job.ts';
import { accepting, claiming, givingUp, releasing, renewing } from '../../../shared/domain/post/job/lease.ts';
import { recalling } from '../../../shared/domain/post/job/ends/cancel.ts';
import { judgeScan } from '../../../shared/domain/post/tracking/tracking.ts';
import { aClaim, aJob, anAcceptedJob, aScan, at, jobNumber, ward } from '../../support/builders/post.ts';
import type { DispatchJobs } from '../../../shared/domain/post/job/dispatch-jobs.ts';

/** Every store of dispatch jobs keeps these promises, whatever it is made of. */
export const keepsDispatchJobs = (name: string, open: () => Promise<DispatchJobs>) => {
  const withJobs = async (...seed: DispatchJob[]) => {
    const jobs = await open();
    for (const job of seed) await jobs.create(job);
    return jobs;
  };
  describe(`${name} keeps dispatch jobs`, () => {
    const vnpost = { partner: 'vnpost' };
    const leased = async (job = aJob()) => {
      const jobs = await withJobs(job);
      await jobs.step(vnpost, job.jobId, claiming(at('09:30'), aClaim('claim-0001')));
      return { jobs, job };
    };

    it('puts a job once for its natural key', async () => {
      const jobs = await open();
      expect(await jobs.create(aJob())).toEqual({ is: 'created' });
      expect(await jobs.create(aJob({ priority: 1 }))).toEqual({ is: 'existing', job: aJob() });
    });

    it('shows a job to its ward and its partner and to nobody else', async () => {
      const [job, jobs] = [aJob(), await withJobs(aJob())];
      expect(await jobs.find({ ward }, job.jobId)).toEqual(job);
      expect(await jobs.find(vnpost, job.jobId)).toEqual(job);
      expect(await jobs.find({ ward: '29926' }, job.jobId)).toBeUndefined();
      expect(await jobs.find({ partner: 'ghn' }, job.jobId)).toBeUndefined();
      const foreign = await jobs.step({ partner: 'ghn' }, job.jobId, claiming(at('09:30'), aClaim('c')));
      expect(foreign).toEqual({ is: 'unknown' });
    });

    it('offers what is visible now, urgent first, then the longest on offer', async () => {
      const [a, b, c, later] = [jobNumber(1), jobNumber(2), jobNumber(3), jobNumber(4)];
      const jobs = await withJobs(
        { ...a, visibleAt: at('09:10') },
        b,
        { ...c, priority: 1, visibleAt: at('09:20') },
        { ...later, visibleAt: at('09:31') },
      );
      const seen = await jobs.claimable('vnpost', at('09:30'), 10, {});
      expect(seen.map(({ jobId }) => jobId)).toEqual([c.jobId, b.jobId, a.jobId]);
      expect(await jobs.claimable('vnpost', at('09:30'), 1, {})).toHaveLength(1);
      expect(await jobs.claimable('ghn', at('09:30'), 10, {})).toEqual([]);
      expect(await jobs.claimable('vnpost', at('09:30'), 10, { provinceCodes: ['79'] })).toEqual([]);
    });

    it('returns the job as it was and as it is', async () => {
      const [job, jobs] = [aJob(), await withJobs(aJob())];
      const made = await jobs.step(vnpost, job.jobId, claiming(at('09:30'), aClaim('claim-0001')));
      const now = await jobs.find(vnpost, job.jobId);
      expect(made).toEqual({ is: 'moved', before: job, job: now });
      expect(now).toMatchObject({
        state: 'leased',
        leaseEpoch: 1,
        attempt: 1,
        revision: 2,
        claimId: 'claim-0001',
      });
    });

    it('lets one claimant in while a lease runs, and the next one when it has lapsed', async () => {
      const { jobs, job } = await leased();
      const second = await jobs.step(vnpost, job.jobId, claiming(at('09:44:59'), aClaim('claim-0002')));
      expect(second).toMatchObject({ is: 'refused', because: 'visibleBy' });
      const third = await jobs.step(vnpost, job.jobId, claiming(at('09:45'), aClaim('claim-0003')));
      expect(third).toMatchObject({ is: 'moved', job: { leaseEpoch: 2, attempt: 2, claimId: 'claim-0003' } });
    });

    it('hides a leased job from other claims and shows it again when the lease lapses', async () => {
      const { jobs } = await leased();
      expect(await jobs.claimable('vnpost', at('09:44:59'), 10, {})).toEqual([]);
      expect(await jobs.claimable('vnpost', at('09:45'), 10, {})).toHaveLength(1);
    });

    it('changes nothing for a stale epoch', async () => {
      const { jobs, job } = await leased();
      await jobs.step(vnpost, job.jobId, releasing(at('09:35'), 1, 'van is full'));
      const before = await jobs.find(vnpost, job.jobId);
      for (const step of [
        renewing(at('09:36'), 1, 900),
        releasing(at('09:36'), 1, 'van is full'),
        accepting(at('09:36'), { leaseEpoch: 1 }, 'RR123456785VN'),
      ])
        expect(await jobs.step(vnpost, job.jobId, step)).toEqual({
          is: 'refused',
          because: 'epoch',
          job: before,
        });
      expect(await jobs.find(vnpost, job.jobId)).toEqual(before);
    });

    it('takes an acceptance after the lease has lapsed, while nobody stole the job', async () => {
      const { jobs, job } = await leased();
      const late = accepting(at('11:00'), { leaseEpoch: 1 }, 'RR123456785VN');
      expect(await jobs.step(vnpost, job.jobId, late)).toMatchObject({
        is: 'moved',
        job: { state: 'accepted' },
      });
      expect(await jobs.claimable('vnpost', at('12:00'), 10, {})).toEqual([]);
    });

    it('renews to twelve hours from the claim and not beyond', async () => {
      const { jobs, job } = await leased();
      const [inTime, tooLate] = [plus(at('09:30'), minutes(11 * 60)), plus(at('09:31'), minutes(11 * 60))];
      expect(await jobs.step(vnpost, job.jobId, renewing(inTime, 1, 3600))).toMatchObject({ is: 'moved' });
      const beyond = await jobs.step(vnpost, job.jobId, renewing(tooLate, 1, 3600));
      expect(beyond).toMatchObject({ is: 'refused', because: 'leasedSince' });
    });

    it('does not offer a released job before its time', async () => {
      const { jobs, job } = await leased();
      await jobs.step(vnpost, job.jobId, releasing(at('09:35'), 1, 'van is full', at('14:00')));
      expect(await jobs.claimable('vnpost', at('13:59'), 10, {})).toEqual([]);
      expect(await jobs.claimable('vnpost', at('14:00'), 10, {})).toHaveLength(1);
    });

    it('sets a job aside only after its last attempt', async () => {
      const jobs = await withJobs(aJob({ attempt: 4, maxAttempts: 5 }));
      const { jobId } = aJob();
      expect(await jobs.step(vnpost, jobId, givingUp(at('09:30')))).toMatchObject({ because: 'attempts' });
      await jobs.step(vnpost, jobId, claiming(at('09:30'), aClaim('claim-0001')));
      const sixth = await jobs.step(vnpost, jobId, claiming(at('10:30'), aClaim('claim-0002')));
      expect(sixth).toMatchObject({ is: 'refused', because: 'attempts' });
      expect(await jobs.step(vnpost, jobId, givingUp(at('10:30')))).toMatchObject({
        job: { state: 'dead-letter' },
      });
      expect(await jobs.claimable('vnpost', at('11:00'), 10, {})).toEqual([]);
    });

    it('gives a tracking number to one job only', async () => {
      const jobs = await withJobs(jobNumber(1), jobNumber(2));
      for (const job of [jobNumber(1), jobNumber(2)])
        await jobs.step(vnpost, job.jobId, claiming(at('09:30'), aClaim('claim-0001')));
      const accept = accepting(at('09:40'), { leaseEpoch: 1 }, 'RR123456785VN');
      expect(await jobs.step(vnpost, jobNumber(1).jobId, accept)).toMatchObject({ is: 'moved' });
      expect(await jobs.step(vnpost, jobNumber(2).jobId, accept)).toEqual({ is: 'taken' });
      expect(await jobs.find(vnpost, jobNumber(2).jobId)).toMatchObject({ state: 'leased', revision: 2 });
      expect(await jobs.findByTrackingNumber(vnpost, 'RR123456785VN')).toMatchObject({
        jobId: jobNumber(1).jobId,
      });
      expect(await jobs.findByTrackingNumber({ partner: 'ghn' }, 'RR123456785VN')).toBeUndefined();
    });

    it('remembers what a claim was about to take, and refuses its id for another request', async () => {
      const jobs = await open();
      const claim = { request: aClaim('claim-0001', 5), jobIds: ['a', 'b'], at: at('09:30') };
      expect(await jobs.openClaim('vnpost', claim)).toEqual({ is: 'opened' });
      expect(await jobs.openClaim('vnpost', { ...claim, jobIds: [] })).toEqual({ is: 'repeated', claim });
      expect(await jobs.findClaim('vnpost', 'claim-0001')).toEqual(claim);
      expect(await jobs.findClaim('ghn', 'claim-0001')).toBeUndefined();
      const other = { ...claim, request: aClaim('claim-0001', 6) };
      expect(await jobs.openClaim('vnpost', other)).toEqual({ is: 'reused' });
    });

    it('tells a partner its own jobs again after a crash', async () => {
      const { jobs, job } = await leased();
      expect((await jobs.heldBy('vnpost', ['leased', 'accepted'])).items).toMatchObject([
        { jobId: job.jobId },
      ]);
      expect((await jobs.heldBy('vnpost', ['accepted'])).items).toEqual([]);
      expect((await jobs.heldBy('ghn', ['leased'])).items).toEqual([]);
    });

    it('writes a scan and its effect once, or nothing', async () => {
      const job = anAcceptedJob();
      const jobs = await withJobs(job);
      const verdict = judgeScan(
        job,
        aScan('in-transit', at('12:00'), { jobId: job.jobId }),
        baoTin,
        at('12:05'),
      );
      if (verdict.is === 'rejected') throw new Error(verdict.problem);
      const { record, step } = verdict;
      expect(await jobs.record(vnpost, record, { ...step, onlyIf: { revision: 2 } })).toEqual({
        is: 'changed',
      });
      expect(await jobs.events(vnpost, job.jobId)).toEqual([]);
      expect(await jobs.record(vnpost, record, step)).toMatchObject({
        is: 'recorded',
        job: { state: 'in-transit' },
      });
      expect(await jobs.record(vnpost, record, step)).toEqual({ is: 'duplicate', record });
      expect(await jobs.events(vnpost, job.jobId)).toEqual([record]);
      expect(await jobs.find(vnpost, job.jobId)).toMatchObject({ revision: 4 });
    });

    it('tells the partner of a change in the same write, in order, up to an instant', async () => {
      const job = anAcceptedJob({ state: 'in-transit' });
      const jobs = await withJobs(job);
      const refused = recalling({ ...job, revision: 99 }, 'wrong papers', at('12:00'));
      await jobs.step({ ward }, job.jobId, refused);
      expect(await jobs.changes('vnpost', undefined, at('13:00'), 10)).toEqual([]);
      await jobs.step({ ward }, job.jobId, recalling(job, 'wrong papers', at('12:00')));
      const [first] = await jobs.changes('vnpost', undefined, at('12:00'), 10);
      expect(first).toMatchObject({ kind: 'recall-requested', jobId: job.jobId, revision: 4 });
      expect(await jobs.changes('vnpost', undefined, at('11:59'), 10)).toEqual([]);
      expect(await jobs.changes('vnpost', first?.changeId, at('13:00'), 10)).toEqual([]);
      expect(await jobs.changes('ghn', undefined, at('13:00'), 10)).toEqual([]);
    });
  });
};
