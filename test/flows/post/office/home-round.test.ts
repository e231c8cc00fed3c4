import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { memoryPolls } from '../../../../shared/adapters/memory/post/polls.ts';
import { memoryDispatchJobs } from '../../../../shared/adapters/memory/post/dispatch-jobs.ts';
import { memoryPartners, memoryTrackingNumbers } from '../../../../shared/adapters/memory/post/paperwork.ts';
import { smsFor } from '../../../../shared/domain/post/telling/job-texts.ts';
import type { DispatchJob } from '../../../../shared/domain/post/job/dispatch-job.ts';
import { offerOf } from '../../../../shared/domain/post/job/job-offer.ts';
import { citizenPhone } from '../../../../shared/domain/post/telling/compose-job-text.ts';
import { VisitReport } from '../../../../shared/domain/post/paper/visit-report.ts';
import { beginRound } from '../../../../shared/flows/post/office/begin-round.ts';
import { listVisits } from '../../../../shared/flows/post/paper/list-visits.ts';
import { reportVisit } from '../../../../shared/flows/post/paper/report-visit.ts';
import {
  aClock,
  aJob,
  anAcceptedJob,
  aPartner,
  at,
  jobNumber,
  ward,
} from '../../../support/builders/post.ts';

const ours = 'ward-26506';
const partner = aPartner({ code: ours, codes: 'bao-tin/1', series: [{ prefix: '', strictness: 'free' }] });
const { pool: _pool, ...ownPeople } = partner;

const officeWith = async (...seed: DispatchJob[]) => {
  const jobs = memoryDispatchJobs();
  for (const job of seed) await jobs.create(job);
  return {
    jobs,
    partners: memoryPartners([ownPeople]),
    numbers: memoryTrackingNumbers([ownPeople]),
    clock: aClock(at('10:30')),
    polls: memoryPolls(),
    hash: (text: string) => createHash('sha256').update(text).digest('hex'),
  };
};
const home = (n: number) => jobNumber(n, { partner: ours });
const round = (roundId: string, maxJobs = 50) => ({ roundId, maxJobs });

describe('a round of the ward’s own people', () => {
  it('takes along what waits for them, and lists the doors', async () => {
    const ports = await officeWith(home(1), home(2), aJob({}, { dossierCode: 'by-post' }));
    const { taken, left } = await beginRound(ports)(ward, ours, round('morning-1'));
    expect([taken.toSorted(), left]).toEqual([[home(1).jobId, home(2).jobId].toSorted(), []]);
    const [hamlet] = await listVisits(ports)(ward, ours);
    expect(hamlet?.visits.map(({ jobId }) => jobId).toSorted()).toEqual(taken.toSorted());
    const job = await ports.jobs.find({ ward }, home(1).jobId);
    expect(job).toMatchObject({
      state: 'out-for-delivery',
      trackingNumber: expect.stringMatching(/^NHA-26506-/),
    });
  });

  it('is the same when it is asked for again, and the next one takes what is left', async () => {
    const ports = await officeWith(home(1), home(2), home(3));
    const first = await beginRound(ports)(ward, ours, round('morning-1', 2));
    ports.clock.set(at('10:35'));
    expect(await beginRound(ports)(ward, ours, round('morning-1', 2))).toEqual(first);
    const next = await beginRound(ports)(ward, ours, round('morning-2'));
    expect([...first.taken, ...next.taken].toSorted()).toEqual([1, 2, 3].map((n) => home(n).jobId));
  });

  it('takes along what a crash had left accepted', async () => {
    const ports = await officeWith(anAcceptedJob({ partner: ours }));
    expect((await beginRound(ports)(ward, ours, round('morning-1'))).taken).toEqual([anAcceptedJob().jobId]);
  });

  it('takes nothing of another ward', async () => {
    const elsewhere = jobNumber(1, { partner: 'ward', ward: '29926' });
    const ports = await officeWith(elsewhere);
    expect((await beginRound(ports)(ward, 'ward', round('morning-1'))).taken).toEqual([]);
    expect(await listVisits(ports)(ward, 'ward')).toEqual([]);
  });
});

describe('a clerk notes how a visit went', () => {
  const out = anAcceptedJob({ partner: ours, state: 'out-for-delivery' });
  const told = (report: object) => VisitReport.parse(report);

  it.each([
    [{ result: 'delivered', receivedBy: { relation: 'family', idChecked: true } }, 'delivered'],
    [{ result: 'not-met' }, 'delivery-attempted'],
    [{ result: 'brought-back', reason: 'refused' }, 'returned'],
  ])('%j', async (report, state) => {
    const ports = await officeWith(out);
    const reported = await reportVisit(ports)(ward, out.jobId, told(report));
    expect(reported).toMatchObject({ is: 'recorded', outcome: 'APPLIED' });
    expect(await ports.jobs.find({ ward }, out.jobId)).toMatchObject({ state });
  });

  it('twice, and only the first counts', async () => {
    const ports = await officeWith(out);
    const report = told({ result: 'delivered', receivedBy: { relation: 'self', idChecked: true } });
    await reportVisit(ports)(ward, out.jobId, report);
    ports.clock.set(at('10:35'));
    expect(await reportVisit(ports)(ward, out.jobId, report)).toMatchObject({
      is: 'recorded',
      outcome: 'RECORDED',
      note: 'repeated',
    });
  });

  it('not of papers that the post carries, and not of another ward', async () => {
    const byPost = anAcceptedJob({ state: 'out-for-delivery' });
    const ports = await officeWith(byPost);
    const report = told({ result: 'not-met' });
    expect(await reportVisit(ports)(ward, byPost.jobId, report)).toEqual({ is: 'not-ours' });
    expect(await reportVisit(ports)('29926', byPost.jobId, report)).toEqual({ is: 'not-found' });
  });

  it('and says who took the papers, or why they came back', () => {
    expect(VisitReport.safeParse({ result: 'delivered' }).success).toBe(false);
    expect(VisitReport.safeParse({ result: 'brought-back' }).success).toBe(false);
  });
});

describe('word of a visit', () => {
  const elderly = anAcceptedJob({
    partner: ours,
    recipient: { ...anAcceptedJob().recipient, relativePhone: '+84987654321' },
  });

  it('goes to the relative who handed the dossier in, and to the citizen where there is none', () => {
    expect(citizenPhone(elderly)).toBe('+84987654321');
    expect(citizenPhone(anAcceptedJob())).toBe('+84912345678');
  });

  it('names no post', () => {
    const said = (state: DispatchJob['state']) => smsFor({ ...elderly, state });
    expect([said('handed-over'), said('out-for-delivery'), said('delivered'), said('returned')]).toEqual([
      undefined,
      'home-out-for-delivery',
      'home-delivered',
      'home-brought-back',
    ]);
  });

  it('tells no post a relative’s phone', () => {
    expect(offerOf(elderly).recipient.relativePhone).toBe('+84987654321');
    expect(offerOf({ ...elderly, partner: 'vnpost' }).recipient).not.toHaveProperty('relativePhone');
  });
});
