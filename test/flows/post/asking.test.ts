import { describe, expect, it } from 'vitest';
import { memoryDispatchJobs } from '../../../shared/adapters/memory/post/dispatch-jobs.ts';
import { memoryManifests, memoryPartners } from '../../../shared/adapters/memory/post/paperwork.ts';
import type { DispatchJob } from '../../../shared/domain/post/job/dispatch-job.ts';
import { placesSample } from '../../../shared/domain/values/places/places-sample.ts';
import { JobRequest, ManifestRequest } from '../../../shared/domain/post/partner/ward-requests.ts';
import { askForJourney } from '../../../shared/flows/post/office/ask-for-journey.ts';
import { askForManifest } from '../../../shared/flows/post/paper/ask-for-manifest.ts';
import { vungTau } from '../../support/builders/dossiers.ts';
import { aClock, anAcceptedJob, anAddress, aPartner, at, aWardsPost } from '../../support/builders/post.ts';

const officeWith = async (arranged = true, ...seed: DispatchJob[]) => {
  const jobs = memoryDispatchJobs();
  for (const job of seed) await jobs.create(job);
  const keys = new Map<string, string>();
  return {
    jobs,
    manifests: memoryManifests(),
    partners: memoryPartners([aPartner()]),
    posts: { of: async () => (arranged ? aWardsPost() : undefined) },
    places: async () => placesSample,
    clock: aClock(at('14:00')),
    keyIsMine: async (_tenant: string, key: string, body: string) => {
      const mine = keys.get(key) ?? body;
      keys.set(key, mine);
      return mine === body ? ('mine' as const) : ('reused' as const);
    },
  };
};

describe('an officer asks for a journey by hand', () => {
  const citizen = { name: 'Nguyễn Thị Hằng', phone: '0912345678', address: anAddress() };
  const asked = JobRequest.parse({ dossierCode: 'H29.26-260302-0077', citizen, dueBy: at('17:00', 4) });

  it('and what the ward has arranged is added, the deadline kept', async () => {
    const { pickup, parcel } = aWardsPost();
    expect(await askForJourney(await officeWith())(vungTau, 'key-1', asked)).toMatchObject({
      is: 'created',
      job: { partner: 'vnpost', pickup, parcel, recipient: citizen, dueBy: asked.dueBy, state: 'ready' },
    });
  });

  it('twice under one key, and it is the same journey', async () => {
    const office = await officeWith();
    const first = await askForJourney(office)(vungTau, 'key-1', asked);
    expect(await askForJourney(office)(vungTau, 'key-1', asked)).toEqual({ ...first, is: 'existing' });
  });

  it('with other words under the same key, and is told so', async () => {
    const office = await officeWith();
    await askForJourney(office)(vungTau, 'key-1', asked);
    const other = { ...asked, resultVersion: 2 };
    expect(await askForJourney(office)(vungTau, 'key-1', other)).toEqual({ is: 'idempotency-key-reused' });
  });

  it.each(['qqpost', 'nobody', 'ward-00070'])(
    'by %s, whom this ward has no arrangement with, and the address goes nowhere',
    async (partner) => {
      const office = await officeWith();
      const elsewhere = JobRequest.parse({ ...asked, partner });
      expect(await askForJourney(office)(vungTau, 'key-1', elsewhere)).toEqual({
        is: 'partner-not-arranged',
      });
      expect((await office.jobs.heldBy(partner, ['ready'])).items).toEqual([]);
    },
  );

  it.each(['vnpost', `ward-${vungTau}`])(
    'by %s, who carries for this ward, and is heard',
    async (partner) => {
      const request = JobRequest.parse({ ...asked, partner });
      expect(await askForJourney(await officeWith())(vungTau, 'key-1', request)).toMatchObject({
        is: 'created',
        job: { partner },
      });
    },
  );

  it.each([
    ['without a key', true, undefined, 'idempotency-key-missing'],
    ['before the ward has arranged a post', false, 'key-1', 'no-post-arranged'],
  ])('%s, and none is made', async (_when, arranged, key, is) => {
    expect(await askForJourney(await officeWith(arranged))(vungTau, key, asked)).toEqual({ is });
  });
});

describe('a hand-over list', () => {
  const wanted = ManifestRequest.parse({ name: 'morning' });
  const job = anAcceptedJob();

  it.each([
    ['of the ward goes to the partner it prefers', { ward: vungTau }, wanted],
    ['of the partner is from the ward it names', { partner: 'vnpost' }, { ...wanted, ward: vungTau }],
  ])('%s, with all that waits', async (_whose, scope, request) => {
    expect(await askForManifest(await officeWith(true, job))(scope, request)).toMatchObject({
      is: 'created',
      manifest: { manifestId: '26506_vnpost_morning', jobIds: [job.jobId] },
    });
  });

  it('is never of another office than the one that asks', async () => {
    const office = await officeWith(true, job);
    const named = { ...wanted, ward: '29926', partner: 'vnpost' };
    expect(await askForManifest(office)({ ward: vungTau }, named)).toMatchObject({
      manifest: { ward: vungTau },
    });
  });

  it.each([{ ward: vungTau }, { partner: 'vnpost' }])('holds no paper of another ward: %o', async (scope) => {
    const office = await officeWith(true, job);
    const named = {
      ...wanted,
      ward: vungTau,
      jobIds: [job.jobId, '00070_H29.26-260302-0001_r1_to-citizen_j1'],
    };
    expect(await askForManifest(office)(scope, named)).toEqual({ is: 'not-found' });
  });

  it('of the same name is the same list', async () => {
    const office = await officeWith(true, job);
    await askForManifest(office)({ ward: vungTau }, wanted);
    expect(await askForManifest(office)({ ward: vungTau }, wanted)).toMatchObject({ is: 'existing' });
  });

  it('is not begun when nothing waits', async () => {
    expect(await askForManifest(await officeWith())({ ward: vungTau }, wanted)).toEqual({
      is: 'nothing-to-seal',
    });
  });
});
