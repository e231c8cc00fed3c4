import { describe, expect, it } from 'vitest';
import { memoryManifests } from '../../../shared/adapters/memory/post/paperwork.ts';
import type { DispatchJobs } from '../../../shared/domain/post/job/dispatch-jobs.ts';
import { searchDossiers } from '../../../shared/flows/dossier/search-dossiers.ts';
import { Ward } from '../../../shared/domain/values/ward.ts';
import { anEventBody, code, vungTau } from '../../support/builders/dossiers.ts';
import { anAcceptedJob, at, aWardsPost } from '../../support/builders/post.ts';
import { aWardsDay } from '../../support/builders/wards-day.ts';

const number = 'EB125966888VN';

const anOffice = async () => {
  const day = aWardsDay({ outcome: 'accepted', reference: 'r' });
  const landline = { applicant: { name: 'Bế Thị Mười', phone: '0254 3852 101' } };
  const events = [
    anEventBody(),
    anEventBody({ eventId: 'e-2', dossierCode: 'H29.26-260302-0002', ...landline }),
  ];
  await day.accept(vungTau, events, 'vi');
  await day.decide(await day.store.events.find(vungTau, ['e-1', 'e-2'] as never));
  const job = anAcceptedJob({ ward: vungTau, trackingNumber: number });
  const jobs: Pick<DispatchJobs, 'findByTrackingNumber'> = {
    findByTrackingNumber: async (scope, asked) =>
      'ward' in scope && scope.ward === vungTau && asked === number ? job : undefined,
  };
  const manifests = memoryManifests();
  await manifests.create({
    manifestId: `${vungTau}_vnpost_sang-0203`,
    ward: vungTau,
    partner: 'vnpost',
    state: 'sealed',
    revision: 1,
    openedAt: at('08:00'),
    jobIds: [job.jobId],
    lines: [{ jobId: job.jobId, dossierCode: job.dossierCode, trackingNumber: number, codDue: 0 }],
  });
  const search = searchDossiers({ ...day.store, jobs, manifests, posts: { of: async () => aWardsPost() } });
  return { search: (typed: string, ward = vungTau) => search(ward, typed), job };
};

describe('somebody looks for a dossier', () => {
  it.each([
    ['its code', code],
    [
      'its code in small letters, with another stroke and spaces',
      ` ${code.toLowerCase().replaceAll('-', ' – ')} `,
    ],
  ])('by %s', async (_how, typed) => {
    expect(await (await anOffice()).search(typed)).toEqual({ by: 'code', code });
  });

  it.each([
    ['a mobile number', '0912.345.678', code],
    ['a mobile number from abroad', '+84 912 345 678', code],
    ['a landline', '0254 3852 101', 'H29.26-260302-0002'],
    ['a landline from abroad', '+84 254 385 2101', 'H29.26-260302-0002'],
  ])('by %s', async (_how, typed, dossierCode) => {
    expect(await (await anOffice()).search(typed)).toMatchObject({ by: 'phone', found: [{ dossierCode }] });
  });

  it.each([number, 'eb 125 966 888 vn', 'EB-125966888-VN'])(
    'by the number on the parcel: %s',
    async (typed) => {
      const { search, job } = await anOffice();
      expect(await search(typed)).toEqual({ by: 'tracking-number', jobId: job.jobId });
    },
  );

  it.each([`${vungTau}_vnpost_sang-0203`, 'sang-0203'])('by the hand-over list: %s', async (typed) => {
    expect(await (await anOffice()).search(typed)).toMatchObject({
      by: 'manifest',
      manifest: { manifestId: `${vungTau}_vnpost_sang-0203`, lines: [{ trackingNumber: number }] },
    });
  });

  it('and hears what is missing where a receipt code alone is typed', async () => {
    expect(await (await anOffice()).search('K7PM 4XR2')).toEqual({ by: 'nothing', like: 'receipt-code' });
  });

  it.each([
    code,
    '0912 345 678',
    '0254 3852 101',
    number,
    `${vungTau}_vnpost_sang-0203`,
    'sang-0203',
    '  ',
    'a'.repeat(900),
  ])('of another office and finds nothing: %s', async (typed) => {
    const found = await (await anOffice()).search(typed, Ward.parse('26734'));
    const things = found.by === 'phone' ? found.found.length : found.by === 'nothing' ? 0 : 1;
    expect(things).toBe(0);
  });
});
