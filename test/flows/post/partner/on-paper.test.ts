import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { memoryDispatchJobs } from '../../../../shared/adapters/memory/post/dispatch-jobs.ts';
import {
  memoryManifests,
  memoryPartners,
  memoryTrackingNumbers,
} from '../../../../shared/adapters/memory/post/paperwork.ts';
import type { DispatchJob } from '../../../../shared/domain/post/job/dispatch-job.ts';
import { acceptOnPaper } from '../../../../shared/flows/post/partner/accept-on-paper.ts';
import { confirmOnPaper } from '../../../../shared/flows/post/partner/confirm-on-paper.ts';
import { openManifest } from '../../../../shared/flows/post/paper/open-manifest.ts';
import { sealManifest } from '../../../../shared/flows/post/paper/seal-manifest.ts';
import { waitingForList } from '../../../../shared/flows/post/office/waiting-for-list.ts';
import { aClock, anAcceptedJob, aPartner, at, jobNumber, ward } from '../../../support/builders/post.ts';

const village = aPartner({ code: 'village-post', onPaper: true });
const byHand = { partner: 'village-post' };

const officeWith = async (...seed: DispatchJob[]) => {
  const jobs = memoryDispatchJobs();
  for (const job of seed) await jobs.create(job);
  const partners = [village, aPartner()];
  return {
    jobs,
    partners: memoryPartners(partners),
    numbers: memoryTrackingNumbers(partners),
    manifests: memoryManifests(),
    clock: aClock(at('14:00')),
    sha256: (text: string) => createHash('sha256').update(text).digest('hex'),
  };
};
const count = (countedBy: string, missing: string[] = []) => ({ countedBy, missing, extra: [] });

/** The list of a ward's day, sealed the way the counter does it. */
const sealedList = async (ports: Awaited<ReturnType<typeof officeWith>>, partner = 'village-post') => {
  const jobIds = await waitingForList(ports)(ward, partner);
  const wanted = { manifestId: 'list-1', ward, partner, jobIds };
  await openManifest(ports)(wanted);
  await acceptOnPaper(ports)(ward, wanted);
  return sealManifest(ports)({ ward }, 'list-1');
};

describe('a partner without a program', () => {
  it('takes papers over by a list, under numbers of its pool, with nobody but the counter at work', async () => {
    const jobs = [1, 2, 3].map((n) => jobNumber(n, byHand));
    const ports = await officeWith(...jobs, jobNumber(4));
    const sealed = await sealedList(ports);
    expect(sealed).toMatchObject({ is: 'sealed', leftOff: [], manifest: { state: 'sealed' } });
    const lines = sealed.is === 'sealed' ? sealed.manifest.lines : [];
    expect(lines.map(({ trackingNumber }) => trackingNumber)).toEqual([
      'RR000000014VN',
      'RR000000028VN',
      'RR000000031VN',
    ]);
    const missing = [lines[2]!.jobId];
    const over = await confirmOnPaper(ports)(ward, 'list-1', {
      ...count('Chị Lan'),
      postman: count('Anh Bảy', missing),
    });
    expect(over).toMatchObject({ is: 'counted', manifest: { state: 'handed-over-with-difference' } });
    const states = await Promise.all(jobs.map(({ jobId }) => ports.jobs.find({ ward }, jobId)));
    expect(states.map((job) => job?.state)).toEqual(['handed-over', 'handed-over', 'accepted']);
  });

  it('finds what it left behind on the next list', async () => {
    const left = anAcceptedJob({ partner: 'village-post' });
    const ports = await officeWith(left, jobNumber(2, byHand));
    expect(await waitingForList(ports)(ward, 'village-post')).toEqual([left.jobId, jobNumber(2).jobId]);
    expect(await waitingForList(ports)('29926', 'village-post')).toEqual([]);
  });

  it('is sealed once, however often the counter presses', async () => {
    const ports = await officeWith(jobNumber(1, byHand));
    const first = await sealedList(ports);
    const again = await sealManifest(ports)({ ward }, 'list-1');
    expect([first, again]).toMatchObject([{ is: 'sealed' }, { is: 'sealed', leftOff: [] }]);
    expect(await ports.jobs.find({ ward }, jobNumber(1).jobId)).toMatchObject({ attempt: 1 });
  });
});

describe('a partner with a program', () => {
  it('accepts for itself: what is only on offer stays off the list', async () => {
    const ports = await officeWith(jobNumber(1));
    expect(await waitingForList(ports)(ward, 'vnpost')).toEqual([]);
    await openManifest(ports)({ manifestId: 'm', ward, partner: 'vnpost', jobIds: [jobNumber(1).jobId] });
    await acceptOnPaper(ports)(ward, { manifestId: 'm', partner: 'vnpost', jobIds: [jobNumber(1).jobId] });
    expect(await sealManifest(ports)({ ward }, 'm')).toEqual({ is: 'nothing-to-seal' });
    expect(await ports.jobs.find({ ward }, jobNumber(1).jobId)).toMatchObject({ state: 'ready' });
  });

  it('counts for itself: a ward cannot sign in its place', async () => {
    const ports = await officeWith(anAcceptedJob());
    await sealedList(ports, 'vnpost');
    const both = { ...count('Chị Lan'), postman: count('Anh Bảy') };
    expect(await confirmOnPaper(ports)(ward, 'list-1', both)).toEqual({ is: 'partner-counts-itself' });
    expect(await confirmOnPaper(ports)(ward, 'list-1', count('Chị Lan'))).toMatchObject({
      manifest: { state: 'sealed', office: { countedBy: 'Chị Lan' } },
    });
    expect(await confirmOnPaper(ports)('29926', 'list-1', count('X'))).toEqual({ is: 'not-found' });
  });
});
