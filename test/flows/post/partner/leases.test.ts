import { describe, expect, it } from 'vitest';
import { memoryDispatchJobs } from '../../../../shared/adapters/memory/post/dispatch-jobs.ts';
import { memoryPartners, memoryTrackingNumbers } from '../../../../shared/adapters/memory/post/paperwork.ts';
import { memoryPolls } from '../../../../shared/adapters/memory/post/polls.ts';
import type { DispatchJob } from '../../../../shared/domain/post/job/dispatch-job.ts';
import type { PostalPartner } from '../../../../shared/domain/post/partner/partner.ts';
import { acceptBatch } from '../../../../shared/flows/post/partner/accept-batch.ts';
import { acceptJob } from '../../../../shared/flows/post/partner/accept-job.ts';
import { claimJobs } from '../../../../shared/flows/post/partner/claim-jobs.ts';
import { offerAgain } from '../../../../shared/flows/post/returns/offer-again.ts';
import { rejectJob } from '../../../../shared/flows/post/partner/reject-job.ts';
import { releaseJob } from '../../../../shared/flows/post/partner/release-job.ts';
import { renewLease } from '../../../../shared/flows/post/partner/renew-lease.ts';
import {
  aClaim,
  aClock,
  aJob,
  aPartner,
  at,
  jobNumber,
  ward,
  aWardsPost,
} from '../../../support/builders/post.ts';

const officeWith = async (
  seed: DispatchJob[],
  partner: Partial<PostalPartner> = {},
  partners = ['vnpost'],
) => {
  const jobs = memoryDispatchJobs();
  for (const job of seed) await jobs.create(job);
  const agreed = aPartner(partner);
  const clock = aClock(at('09:30'));
  const ports = {
    jobs,
    clock,
    polls: memoryPolls(),
    partners: memoryPartners([agreed], { [ward]: partners }),
    numbers: memoryTrackingNumbers([agreed]),
  };
  const claim = async (claimId: string, maxJobs = 10) => {
    const claimed = await claimJobs(ports)('vnpost', aClaim(claimId, maxJobs));
    return claimed.is === 'claimed' ? { ...claimed.answer, givenUp: claimed.givenUp } : claimed;
  };
  return { ports, jobs, clock, claim };
};
const three = [jobNumber(1), jobNumber(2), jobNumber(3)];
const { jobId } = aJob();

describe('a claim', () => {
  it('leases what is on offer and says when to ask again', async () => {
    const { claim } = await officeWith(three);
    const first = await claim('claim-0001', 2);
    expect(first).toMatchObject({
      claimId: 'claim-0001',
      serverTime: at('09:30'),
      pollAfterSeconds: 1,
      givenUp: [],
    });
    expect('jobs' in first && first.jobs.map(({ lease }) => lease)).toEqual(
      Array.from({ length: 2 }, () => ({ epoch: 1, expiresAt: at('09:45'), attempt: 1, maxAttempts: 5 })),
    );
    expect(await claim('claim-0002')).toMatchObject({
      jobs: [{ jobId: jobNumber(3).jobId }],
      pollAfterSeconds: 30,
    });
  });

  it('among twenty at once for one job each gets one of its own while hundreds wait', async () => {
    const { claim } = await officeWith(Array.from({ length: 300 }, (_, index) => jobNumber(index + 1)));
    const claims = await Promise.all(
      Array.from({ length: 20 }, (_, index) => claim(`claim-${String(index).padStart(4, '0')}`, 1)),
    );
    const given = claims.flatMap((each) => ('jobs' in each ? each.jobs.map(({ jobId: id }) => id) : []));
    expect(new Set(given).size).toBe(20);
    expect(claims.map((each) => 'jobs' in each && each.pollAfterSeconds)).toEqual(claims.map(() => 1));
  });

  it('repeated returns the same jobs, so that a lost answer costs nothing', async () => {
    const { claim, clock } = await officeWith(three);
    const first = await claim('claim-0001', 2);
    clock.set(at('09:40'));
    const again = await claim('claim-0001', 2);
    expect('jobs' in again && again.jobs).toEqual('jobs' in first && first.jobs);
  });

  it('repeated with another wish is refused', async () => {
    const { claim } = await officeWith(three);
    await claim('claim-0001', 2);
    expect(await claim('claim-0001', 3)).toEqual({ is: 'claim-id-reused' });
  });

  it('repeated no longer names a job that somebody else has now', async () => {
    const { claim, clock } = await officeWith([aJob()]);
    await claim('claim-0001');
    clock.set(at('10:00'));
    await claim('claim-0002');
    expect(await claim('claim-0001')).toMatchObject({ jobs: [] });
    expect(await claim('claim-0002')).toMatchObject({ jobs: [{ lease: { epoch: 2, attempt: 2 } }] });
  });

  it('sets a job aside that was claimed too often, and names it for the alarm', async () => {
    const { claim, jobs } = await officeWith([aJob({ attempt: 5 }), jobNumber(2)]);
    expect(await claim('claim-0001')).toMatchObject({
      jobs: [{ jobId: jobNumber(2).jobId }],
      givenUp: [jobId],
    });
    expect(await jobs.find({ ward }, jobId)).toMatchObject({ state: 'dead-letter' });
  });

  it('finds a dead job again once a person has offered it anew', async () => {
    const { claim, ports } = await officeWith([aJob({ attempt: 5 })]);
    await claim('claim-0001');
    const offer = offerAgain({ ...ports, posts: { of: async () => aWardsPost() } });
    expect(await offer(ward, jobId, 'qqpost')).toEqual({ is: 'partner-not-arranged' });
    await offer(ward, jobId, 'vnpost');
    expect(await claim('claim-0002')).toMatchObject({ jobs: [{ jobId, lease: { attempt: 1 } }] });
  });
});

describe('an acceptance', () => {
  it('takes the partner’s own number, and the same again is the same', async () => {
    const { claim, ports } = await officeWith([aJob()]);
    await claim('claim-0001');
    const accept = acceptJob(ports);
    const wanted = { leaseEpoch: 1, trackingNumber: 'rr 123 456 785 vn', carrierReference: 'VNP-1' };
    expect(await accept('vnpost', jobId, wanted)).toMatchObject({
      is: 'accepted',
      repeated: false,
      job: { trackingNumber: 'RR123456785VN', carrierReference: 'VNP-1' },
    });
    expect(await accept('vnpost', jobId, wanted)).toMatchObject({ is: 'accepted', repeated: true });
    const other = { leaseEpoch: 1, trackingNumber: 'RR000000014VN' };
    expect(await accept('vnpost', jobId, other)).toMatchObject({ is: 'already-accepted-differently' });
  });

  it('without a number draws one from the pool, and only one', async () => {
    const { claim, ports } = await officeWith([jobNumber(1), jobNumber(2)]);
    await claim('claim-0001');
    const accept = acceptJob(ports);
    const numbers = [];
    for (const { jobId: id } of [jobNumber(1), jobNumber(1), jobNumber(2)]) {
      const answer = await accept('vnpost', id, { leaseEpoch: 1 });
      numbers.push(answer.is === 'accepted' && answer.job.trackingNumber);
    }
    expect(numbers).toEqual(['RR000000014VN', 'RR000000014VN', 'RR000000028VN']);
  });

  it.each([
    [{ trackingNumber: 'RR123456784VN' }, {}, 'tracking-number-invalid'],
    [
      { trackingNumber: 'RR123456784VN' },
      { series: [{ prefix: 'R', strictness: 'shape' as const }] },
      'accepted',
    ],
    [{}, { pool: { service: 'RR', country: 'VN', first: 9, last: 8 } }, 'no-number-left'],
  ])('of %o by a partner with %o is %s', async (request, partner, is) => {
    const { claim, ports } = await officeWith([aJob()], partner);
    await claim('claim-0001');
    expect(await acceptJob(ports)('vnpost', jobId, { leaseEpoch: 1, ...request })).toMatchObject({ is });
  });

  it('of a number that another job has is refused', async () => {
    const { claim, ports } = await officeWith([jobNumber(1), jobNumber(2)]);
    await claim('claim-0001');
    const wanted = { leaseEpoch: 1, trackingNumber: 'RR123456785VN' };
    await acceptJob(ports)('vnpost', jobNumber(1).jobId, wanted);
    expect(await acceptJob(ports)('vnpost', jobNumber(2).jobId, wanted)).toEqual({
      is: 'tracking-number-taken',
    });
  });

  it('by another partner finds nothing', async () => {
    const { claim, ports } = await officeWith([aJob()]);
    await claim('claim-0001');
    const stranger = { leaseEpoch: 1, trackingNumber: 'RR123456785VN' };
    expect(await acceptJob(ports)('ghn', jobId, stranger)).toEqual({ is: 'not-found' });
  });
});

describe('a batch of acceptances', () => {
  it('answers each item; a bad one stops none of the others', async () => {
    const { claim, ports } = await officeWith(three);
    await claim('claim-0001');
    const [first, second, third] = three.map((job) => ({ jobId: job.jobId, leaseEpoch: 1 }));
    const results = await acceptBatch(ports)('vnpost', [
      first,
      { ...second, leaseEpoch: 'one' },
      { ...second, leaseEpoch: 0 },
      { ...third, price: 1 },
      third,
    ]);
    expect(results.map(({ index, answer }) => [index, answer.is])).toEqual([
      [0, 'accepted'],
      [1, 'invalid-request'],
      [2, 'lease-lost'],
      [3, 'invalid-request'],
      [4, 'accepted'],
    ]);
    expect(results[1]?.answer).toMatchObject({ pointers: ['/leaseEpoch'] });
  });
});

describe('a lease', () => {
  it('is lost when another worker has taken the lapsed job', async () => {
    const { claim, ports, clock } = await officeWith([aJob()]);
    await claim('claim-0001');
    clock.set(at('09:45'));
    await claim('claim-0002');
    expect(await renewLease(ports)('vnpost', jobId, { leaseEpoch: 1, leaseSeconds: 900 })).toMatchObject({
      is: 'lease-lost',
    });
    expect(await releaseJob(ports)('vnpost', jobId, { leaseEpoch: 1, reason: 'van is full' })).toMatchObject({
      is: 'lease-lost',
    });
    expect(await acceptJob(ports)('vnpost', jobId, { leaseEpoch: 1 })).toMatchObject({ is: 'lease-lost' });
  });

  it('may be renewed also after it lapsed, while nobody took the job', async () => {
    const { claim, ports, clock } = await officeWith([aJob()]);
    await claim('claim-0001');
    clock.set(at('10:30'));
    const renewed = await renewLease(ports)('vnpost', jobId, { leaseEpoch: 1, leaseSeconds: 900 });
    expect(renewed).toMatchObject({ is: 'done', job: { visibleAt: at('10:45'), leaseEpoch: 1 } });
  });

  it('has a ceiling of twelve hours', async () => {
    const { claim, ports, clock } = await officeWith([aJob()]);
    await claim('claim-0001');
    clock.set(at('21:00'));
    expect(await renewLease(ports)('vnpost', jobId, { leaseEpoch: 1, leaseSeconds: 3600 })).toMatchObject({
      is: 'lease-ceiling',
    });
  });

  it('given back until a later hour goes to nobody before it', async () => {
    const { claim, ports, clock } = await officeWith([aJob()]);
    await claim('claim-0001');
    const later = { leaseEpoch: 1, reason: 'van is full', notBefore: at('14:00') as never };
    await releaseJob(ports)('vnpost', jobId, later);
    clock.set(at('13:59'));
    expect(await claim('claim-0002')).toMatchObject({ jobs: [] });
    clock.set(at('14:00'));
    expect(await claim('claim-0003')).toMatchObject({ jobs: [{ jobId }] });
  });

  it('given back goes to the next claim, with a new epoch', async () => {
    const { claim, ports } = await officeWith([aJob()]);
    await claim('claim-0001');
    await releaseJob(ports)('vnpost', jobId, { leaseEpoch: 1, reason: 'van is full' });
    expect(await claim('claim-0002')).toMatchObject({ jobs: [{ lease: { epoch: 3, attempt: 2 } }] });
  });
});

describe('a refusal', () => {
  it('hands the job to the ward’s next partner', async () => {
    const { claim, ports, jobs } = await officeWith([aJob()], {}, ['vnpost', 'viettel-post']);
    await claim('claim-0001');
    expect(await rejectJob(ports)('vnpost', jobId, { leaseEpoch: 1, reason: 'out-of-area' })).toMatchObject({
      is: 'done',
    });
    expect(await jobs.find({ partner: 'viettel-post' }, jobId)).toMatchObject({ state: 'ready', attempt: 0 });
    expect(await jobs.find({ partner: 'vnpost' }, jobId)).toBeUndefined();
  });

  it('by the last partner brings the job to the ward', async () => {
    const { claim, ports, jobs } = await officeWith([aJob()]);
    await claim('claim-0001');
    await rejectJob(ports)('vnpost', jobId, { leaseEpoch: 1, reason: 'not-mailable' });
    const found = await jobs.find({ ward }, jobId);
    expect(found).toMatchObject({
      state: 'needs-attention',
      rejectReason: 'not-mailable',
      rejectedBy: ['vnpost'],
    });
    expect(await claim('claim-0002')).toMatchObject({ jobs: [] });
  });

  it('under an old epoch changes nothing', async () => {
    const { claim, ports, clock } = await officeWith([aJob()]);
    await claim('claim-0001');
    clock.set(at('10:00'));
    await claim('claim-0002');
    expect(await rejectJob(ports)('vnpost', jobId, { leaseEpoch: 1, reason: 'out-of-area' })).toMatchObject({
      is: 'lease-lost',
    });
  });
});
