/** A post over stores in memory, and one request for every route of it that answers in a shape. */
import { createHash } from 'node:crypto';
import { memoryCash, memoryConfirmations } from '../../shared/adapters/memory/post/cash-books.ts';
import { memoryDispatchJobs } from '../../shared/adapters/memory/post/dispatch-jobs.ts';
import { memoryEvidenceFiles, memoryEvidenceShelf } from '../../shared/adapters/memory/post/evidence.ts';
import {
  memoryManifests,
  memoryPartners,
  memoryRemittances,
  memoryTrackingNumbers,
} from '../../shared/adapters/memory/post/paperwork.ts';
import { memoryPolls } from '../../shared/adapters/memory/post/polls.ts';
import { nationalCalendars } from '../../shared/domain/calendar/national/calendars.ts';
import type { DispatchJob } from '../../shared/domain/post/job/dispatch-job.ts';
import { placesSample } from '../../shared/domain/values/places/places-sample.ts';
import type { TrackingRecord } from '../../shared/domain/post/tracking/tracking-record.ts';
import { wardPartner } from '../../shared/domain/post/partner/ward-partner.ts';
import { openManifest } from '../../shared/flows/post/paper/open-manifest.ts';
import { sealManifest } from '../../shared/flows/post/paper/seal-manifest.ts';
import { cancelJob } from '../../shared/flows/post/returns/cancel-job.ts';
import { baoTin } from '../../shared/domain/post/tracking/carriers/bao-tin.ts';
import { recordTracking } from '../../shared/flows/post/tracking/record-tracking.ts';
import { settleCod } from '../../shared/flows/post/money/settle-cod.ts';
import { announceEvidence } from '../../shared/flows/post/partner/announce-evidence.ts';
import {
  aClock,
  aJob,
  anAcceptedJob,
  anAddress,
  aPartner,
  aScan,
  at,
  aWardsPost,
  ward,
} from './builders/post.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const photo = { sha256: 'a'.repeat(64), contentType: 'image/jpeg', bytes: 2_000_000 } as const;
const contradiction: TrackingRecord = {
  identity: 's-1',
  jobId: anAcceptedJob().jobId,
  event: aScan('returned', at('12:00')),
  reportedAt: at('12:05'),
  outcome: 'QUARANTINED',
  note: 'contradiction',
};

/** A post in memory with these journeys. */
export const postWith = async (...seed: DispatchJob[]) => {
  const books = memoryCash();
  const jobs = memoryDispatchJobs(books);
  for (const job of seed) await jobs.create(job);
  const partners = [aPartner()];
  const pages = (cursor?: string) => (cursor === undefined ? { items: seed, cursor: 'more' } : { items: [] });
  return {
    jobs,
    books,
    clock: aClock(at('14:00')),
    partners: memoryPartners(partners),
    numbers: memoryTrackingNumbers(partners),
    manifests: memoryManifests(),
    remittances: memoryRemittances(),
    confirmations: memoryConfirmations(),
    polls: memoryPolls(),
    posts: { of: async () => aWardsPost() },
    places: async () => placesSample,
    keyIsMine: async () => 'mine' as const,
    lists: {
      ofWard: async (_ward: string, _states: unknown, cursor?: string) => pages(cursor),
      quarantined: async () => [contradiction],
      waiting: async () => seed,
      waitingIn: async () => seed,
    },
    shelf: memoryEvidenceShelf(),
    files: memoryEvidenceFiles(),
    calendars: nationalCalendars,
    hash: sha256,
    sha256,
  };
};
type Post = Awaited<ReturnType<typeof postWith>>;

/** A job with every field that there is for its partner to see. */
const offered = aJob({ leaseEpoch: 1 }, { dueBy: at('17:00', 4) });
const leased = {
  ...offered,
  state: 'leased',
  attempt: 1,
  visibleAt: at('15:00'),
  leasedAt: at('13:59'),
} as const;
const accepted = anAcceptedJob();
const { jobId } = accepted;
const back = anAcceptedJob({ state: 'return-received', returnReason: 'not-called-for' });
const disputed = anAcceptedJob({
  state: 'delivered',
  cod: {
    state: 'disputed',
    due: 30_000,
    collected: 20_000,
    disputedAt: at('12:00'),
    disputedBecause: 'difference',
  },
});

const withJob = (job: DispatchJob, body?: unknown, first?: (post: Post) => Promise<unknown>) => async () => {
  const ports = await postWith(job);
  await first?.(ports);
  return { ports, path: { id: job.jobId }, body };
};
const asIs =
  (query: Record<string, string> = {}) =>
  async () => ({ ports: await postWith(accepted), query });
const given =
  (body: unknown, ...jobs: DispatchJob[]) =>
  async () => ({ ports: await postWith(...jobs), body });

const listed = async (ports: Post) =>
  openManifest(ports)({ manifestId: 'm-1', ward, partner: 'vnpost', jobIds: [jobId, 'nobodys'] });
const onList = (body?: unknown, first?: (post: Post) => Promise<unknown>) => async () => {
  const ports = await postWith(accepted);
  await listed(ports);
  await first?.(ports);
  return { ports, path: { id: 'm-1' }, body };
};
const seal = (ports: Post) => sealManifest(ports)({ ward }, 'm-1');
const count = { countedBy: 'Chị Lan', missing: [], extra: [] };
const reason = { reason: 'the citizen comes to the counter' };
const withPhoto = async (ports: Post) => announceEvidence(ports)('vnpost', jobId, photo);
const requestedBack = anAcceptedJob({ state: 'in-transit', recall: { at: at('12:00'), reason: 'mine' } });
const asked = (ports: Post) => cancelJob(ports)(ward, jobId, 'wrong papers');
const redirected = anAcceptedJob({
  redirect: { at: at('13:00'), address: anAddress({ line1: 'Số 14' }) },
});
const onPaper = async (post: Post) => void (post.partners.find = async () => aPartner({ onPaper: true }));
const home = anAcceptedJob({ partner: wardPartner(ward), state: 'out-for-delivery' });
const lease = { leaseEpoch: 1 };

const line = {
  trackingNumber: 'NO-1',
  kind: 'cod' as const,
  collected: 30_000,
  deductedFee: 0,
  remitted: 30_000,
  occurredAt: at('12:00'),
};
const brought = { remittanceId: 'r-1', total: 30_000, lines: [line] };

/** Thirty thousand were taken at a door and brought. */
export const paid = async () => {
  const { visibleAt: _visibleAt, ...job } = offered;
  const ports = await postWith({ ...job, state: 'leased' });
  const trackingNumber = line.trackingNumber;
  const set = { acceptedAt: at('10:00'), trackingNumber };
  const step = { happened: 'accepted', at: at('10:00'), set, reserves: { trackingNumber } } as const;
  await ports.jobs.step({ ward }, job.jobId, step);
  const scan = aScan('delivered', at('11:00'), { trackingNumber, cod: { collected: 30_000 } });
  await recordTracking(ports)('vnpost', scan, baoTin);
  await settleCod(ports)('vnpost', brought);
  return ports;
};
const cashToConfirm = { confirmationId: 'c-1', partner: 'vnpost', remittanceId: 'r-1', total: 30_000 };

export const aPostWithJobs = {
  'POST /v1/dispatch-jobs': given({
    dossierCode: 'H29.26-260302-0077',
    citizen: { name: 'Nguyễn Thị Hằng', phone: '0912 345 678', address: anAddress() },
    dueBy: at('17:00', 4),
  }),
  'POST /v1/dispatch-jobs/offer-waiting': given(
    {},
    { ...offered, state: 'draft', waitsFor: ['post-not-arranged'] },
  ),
  'GET /v1/dispatch-jobs': asIs(),
  'GET /v1/dispatch-jobs/{id}': withJob(accepted),
  'POST /v1/dispatch-jobs/{id}/cancel': withJob(offered, reason),
  'POST /v1/dispatch-jobs/{id}/recall': withJob(anAcceptedJob({ state: 'in-transit' }), reason),
  'POST /v1/dispatch-jobs/{id}/correct-address': withJob(offered, { address: anAddress({ line1: 'Số 14' }) }),
  'POST /v1/dispatch-jobs/{id}/answer-redirect': withJob(redirected, { confirmed: true }, onPaper),
  'POST /v1/dispatch-jobs/{id}/confirm-return': withJob(anAcceptedJob({ state: 'returned' }), {
    reason: 'refused',
  }),
  'POST /v1/dispatch-jobs/{id}/correct': withJob(anAcceptedJob({ state: 'delivered' }), {
    to: 'lost',
    reason: 'nobody has it',
    correctedBy: 'Chị Lan',
  }),
  'POST /v1/dispatch-jobs/{id}/settle-cod': withJob(disputed, {
    reason: 'counted again',
    settledBy: 'Chị Lan',
  }),
  'POST /v1/dispatch-jobs/{id}/close': withJob(back),
  'POST /v1/dispatch-jobs/{id}/offer': withJob(aJob({ state: 'needs-attention' }), { partner: 'vnpost' }),
  'POST /v1/dispatch-jobs/{id}/redispatch': withJob(back, { address: anAddress({ line1: 'Số 14' }) }),
  'POST /v1/dispatch-jobs/{id}/visited': withJob(home, { result: 'not-met' }),
  'POST /v1/visits': given({ roundId: 'morning-1' }, { ...offered, partner: wardPartner(ward) }, home),
  'GET /v1/visits': given(undefined, home),
  'GET /partner/v1/visits': asIs(),
  'POST /partner/v1/dispatch-jobs/claim': given(
    { claimId: 'claim-01', maxJobs: 5, leaseSeconds: 900 },
    offered,
  ),
  'POST /partner/v1/dispatch-jobs/accept-batch': given(
    { items: [{ jobId, leaseEpoch: 1 }, {}, { ...lease, jobId: 'x' }] },
    leased,
  ),
  'GET /partner/v1/dispatch-jobs': asIs(),
  'GET /partner/v1/dispatch-jobs/{id}': withJob(leased),
  'POST /partner/v1/dispatch-jobs/{id}/renew': withJob(leased, { ...lease, leaseSeconds: 900 }),
  'POST /partner/v1/dispatch-jobs/{id}/release': withJob(leased, { ...lease, reason: 'no van' }),
  'POST /partner/v1/dispatch-jobs/{id}/accept': withJob(leased, lease),
  'POST /partner/v1/dispatch-jobs/{id}/reject': withJob(leased, { ...lease, reason: 'no-capacity' }),
  'POST /partner/v1/dispatch-jobs/{id}/confirm-cancel': withJob(accepted, {}, asked),
  'POST /partner/v1/dispatch-jobs/{id}/refuse-cancel': withJob(accepted, reason, asked),
  'POST /partner/v1/dispatch-jobs/{id}/refuse-recall': withJob(requestedBack, reason),
  'POST /partner/v1/dispatch-jobs/{id}/confirm-redirect': withJob(redirected, {}),
  'POST /partner/v1/dispatch-jobs/{id}/refuse-redirect': withJob(redirected, reason),
  'POST /v1/manifests': given({ name: 'morning' }, accepted),
  'POST /partner/v1/manifests': given({ name: 'morning', ward }, accepted),
  'GET /v1/manifests/{id}': onList(),
  'GET /partner/v1/manifests/{id}': onList(),
  'POST /v1/manifests/{id}/seal': onList(),
  'POST /partner/v1/manifests/{id}/seal': onList(),
  'POST /v1/manifests/{id}/confirm-handover': onList(count, seal),
  'POST /partner/v1/manifests/{id}/confirm-handover': onList(count, seal),
  'POST /partner/v1/tracking-events': given(
    {
      events: [
        aScan('in-transit', at('12:00'), { jobId, trackingNumber: undefined, evidenceIds: ['ev_x'] }),
        {},
        aScan('lost', at('12:00')),
      ],
    },
    accepted,
  ),
  'POST /partner/v1/cod-remittances': given(brought),
  'GET /partner/v1/changes': withJob(accepted, undefined, async (post) => {
    await asked(post);
    post.clock.set(at('14:05'));
  }),
  'GET /partner/v1/health': asIs(),
  'POST /partner/v1/dispatch-jobs/{id}/evidence': withJob(accepted, photo),
  'GET /partner/v1/dispatch-jobs/{id}/evidence': withJob(accepted, undefined, withPhoto),
  'GET /v1/dispatch-jobs/{id}/evidence': withJob(accepted, undefined, withPhoto),
  'GET /v1/dispatch-jobs/{id}/evidence/{evidenceId}': async () => {
    const ports = await postWith(accepted);
    const put = await withPhoto(ports);
    if (!('evidence' in put)) throw new Error(put.is);
    ports.files.send(put.evidence);
    return { ports, path: { id: jobId, evidenceId: put.evidence.evidenceId } };
  },
  'GET /v1/reports/waiting-papers': asIs(),
  'GET /v1/reports/cash': async () => ({ ports: await paid() }),
  'GET /partner/v1/reports/cash': async () => ({ ports: await paid() }),
  'POST /v1/cod-confirmations': async () => ({
    ports: await paid(),
    body: { ...cashToConfirm, confirmedBy: 'Chị Lan' },
  }),
  'GET /v1/quarantined-scans': asIs(),
};
