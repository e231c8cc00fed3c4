import { describe, expect, it } from 'vitest';
import { minutes, plus } from '../../../shared/domain/values/instant.ts';
import { baoTin } from '../../../shared/domain/post/tracking/carriers/bao-tin.ts';
import type { DispatchJob } from '../../../shared/domain/post/job/dispatch-job.ts';
import {
  accepting,
  type ClaimRequest,
  claiming,
  givingUp,
  releasing,
  renewing,
} from '../../../shared/domain/post/job/lease.ts';
import { recalling } from '../../../shared/domain/post/job/ends/cancel.ts';
import { judgeScan } from '../../../shared/domain/post/tracking/tracking.ts';
import {
  aClaim,
  aJob,
  anAcceptedJob,
  anAddress,
  aScan,
  at,
  aWantedJob,
  jobNumber,
  ward,
} from '../../support/builders/post.ts';
import type { DispatchJobs } from '../../../shared/domain/post/job/dispatch-jobs.ts';

const orderOf = ({ priority, visibleAt, jobId }: DispatchJob) => [priority, visibleAt, jobId].join('#');

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

    it('offers what begins or ends in the places asked for, as if all places were one list', async () => {
      const places = ['29926', '29927', '30001'];
      const jobs = Array.from({ length: 60 }, (_, n) =>
        aJob(
          { visibleAt: at(`09:${String((n * 37) % 60).padStart(2, '0')}`), priority: [5, 5, 0, 9][n % 4]! },
          {
            ward: ['26506', '26509'][n % 2]!,
            dossierCode: `H29.26-260302-${String(n).padStart(4, '0')}`,
            recipient: {
              ...aWantedJob().recipient,
              address: anAddress({ communeCode: places[n % 3]!, provinceCode: n % 3 === 2 ? '79' : '82' }),
            },
          },
        ),
      );
      const store = await withJobs(...jobs);
      const expected = (limit: number, fits: (job: DispatchJob) => boolean) =>
        jobs
          .filter((job) => (job.visibleAt ?? at('23:59')) <= at('09:45') && fits(job))
          .toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
          .slice(0, limit)
          .map(({ jobId }) => jobId);
      const asked = async (limit: number, filter: ClaimRequest['filter']) =>
        (await store.claimable('vnpost', at('09:45'), limit, filter)).map(({ jobId }) => jobId);
      const commune = (job: DispatchJob) => job.recipient.address.communeCode;
      for (const limit of [1, 7, 60]) {
        expect(await asked(limit, { wards: ['26509'] })).toEqual(
          expected(limit, (job) => job.ward === '26509'),
        );
        expect(await asked(limit, { communeCodes: ['30001', '29926', '29926'] })).toEqual(
          expected(limit, (job) => commune(job) !== '29927'),
        );
        expect(await asked(limit, { provinceCodes: ['79'] })).toEqual(
          expected(limit, (job) => commune(job) === '30001'),
        );
        const both = { wards: ['26506', '26509'], communeCodes: ['29927'], provinceCodes: ['82'] };
        expect(await asked(limit, both)).toEqual(expected(limit, (job) => commune(job) === '29927'));
        expect(await asked(limit, { communeCodes: ['00001'] })).toEqual([]);
      }
    });

    it('offers a job under the places of its corrected address, and no longer when it is taken', async () => {
      const [job, jobs] = [aJob(), await withJobs(aJob())];
      const seen = async (communeCode: string) =>
        (await jobs.claimable('vnpost', at('09:30'), 10, { communeCodes: [communeCode] })).length;
      const recipient = { ...job.recipient, address: anAddress({ communeCode: '29927' }) };
      await jobs.step({ ward }, job.jobId, {
        happened: 'address-corrected',
        at: at('09:10'),
        onlyIf: { revision: 1 },
        set: { recipient },
      });
      expect([await seen('29926'), await seen('29927')]).toEqual([0, 1]);
      await jobs.step(vnpost, job.jobId, claiming(at('09:30'), aClaim('claim-0001')));
      expect(await seen('29927')).toBe(0);
      expect(
        await jobs.claimable('vnpost', at('09:45'), 10, { wards: [ward], communeCodes: ['29927'] }),
      ).toHaveLength(1);
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
