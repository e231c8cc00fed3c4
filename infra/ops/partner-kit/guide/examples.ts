import type { ApiShape } from '../../../../shared/domain/api/shapes.ts';
import { reportExamples } from './report-examples.ts';

const job = '26506_H29.26-260302-0001_r1_to-citizen_j1';
const number = 'RR123456785VN';
const address = {
  line1: '12 Trần Hưng Đạo',
  hamlet: 'Khu phố 3',
  communeCode: '26506',
  provinceCode: '79',
  catalogueVersion: '2026-07-25',
};
const offer = {
  jobId: job,
  state: 'leased',
  revision: 3,
  lease: { epoch: 4, expiresAt: '2026-03-02T03:15:00.000Z', attempt: 1, maxAttempts: 5 },
  priority: 5,
  direction: 'to-citizen',
  dossierCode: 'H29.26-260302-0001',
  pickup: {
    ward: '26506',
    name: 'UBND phường Vũng Tàu',
    phone: '02543852101',
    address: { ...address, line1: '89 Lý Thường Kiệt' },
  },
  recipient: {
    name: 'Nguyễn Thị Hoa',
    phone: '0912345678',
    address,
    idDocumentRequired: true,
    proxyAllowed: false,
  },
  parcel: { weightGrams: 80, pieces: 1, contents: 'result-papers' },
  fee: {
    payer: 'recipient',
    lines: [
      {
        type: 'main',
        amount: 30_000,
        vatIncluded: true,
        quotedAt: '2026-03-02T02:00:00.000Z',
        tariffVersion: '2026-01',
      },
    ],
    quotedTotal: 30_000,
  },
  cod: { amount: 30_000, currency: 'VND' },
  dueBy: '2026-03-05T10:00:00.000Z',
  cancelRequested: false,
  recallRequested: false,
};
const accepted = {
  ...offer,
  state: 'accepted',
  revision: 4,
  lease: { epoch: 4, attempt: 1, maxAttempts: 5 },
  trackingNumber: number,
};

/** The bodies that the guide shows, each with the shape of its door; a test holds them to it. */
export const examples = {
  claim: ['ClaimRequest', { claimId: 'claim-2026-03-02-0001', maxJobs: 20, leaseSeconds: 900 }],
  claimed: [
    'ClaimResponse',
    {
      serverTime: '2026-03-02T03:00:00.000Z',
      claimId: 'claim-2026-03-02-0001',
      pollAfterSeconds: 30,
      jobs: [offer],
    },
  ],
  renew: ['RenewRequest', { leaseEpoch: 4, leaseSeconds: 900 }],
  release: ['ReleaseRequest', { leaseEpoch: 4, reason: 'Xe hỏng', notBefore: '2026-03-02T14:00:00+07:00' }],
  reject: ['RejectRequest', { leaseEpoch: 4, reason: 'out-of-area' }],
  accept: ['AcceptJobRequest', { leaseEpoch: 4, trackingNumber: number }],
  accepted: ['DispatchJobOffer', accepted],
  batch: ['AcceptBatch', { items: [{ jobId: job, leaseEpoch: 4, trackingNumber: number }] }],
  manifest: ['ManifestRequest', { name: 'sang-02-03', ward: '26506', jobIds: [job] }],
  manifestOpen: [
    'Manifest',
    {
      manifestId: '26506_vnpost_sang-02-03',
      ward: '26506',
      partner: 'vnpost',
      state: 'open',
      revision: 1,
      openedAt: '2026-03-02T03:20:00.000Z',
      jobIds: [job],
      lines: [],
    },
  ],
  count: ['HandoverCount', { countedBy: 'Lê Văn Tám', missing: [], extra: [] }],
  ...reportExamples,
} as const satisfies Record<string, readonly [ApiShape, object]>;

/** What was agreed with a partner, and what a ward has arranged, as the files that the command line takes. */
export const files = {
  partner: {
    code: 'vnpost',
    name: 'Bưu điện tỉnh',
    codes: 'bao-tin/1',
    series: [
      { prefix: 'R', strictness: 'strict' },
      { prefix: 'CA', strictness: 'shape' },
      { prefix: 'BC-', strictness: 'free' },
    ],
    holdDays: 10,
    asksWithinMinutes: 120,
  },
  ward: {
    partners: ['vnpost'],
    pickup: {
      name: 'UBND phường Vũng Tàu',
      phone: '02543852101',
      address: { line1: '89 Lý Thường Kiệt', communeCode: '26506', provinceCode: '79' },
    },
    fee: {
      payer: 'recipient',
      tariffVersion: '2026-01',
      lines: [{ type: 'main', amount: 30_000, vatIncluded: true }],
    },
    parcel: { weightGrams: 80, pieces: 1, contents: 'result-papers' },
    idDocumentRequired: true,
    proxyAllowed: false,
    keepsReturnsDays: 30,
  },
} as const;
