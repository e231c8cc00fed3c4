import type { ApiShape } from '../../../../shared/domain/api/shapes.ts';

const job = '26506_H29.26-260302-0001_r1_to-citizen_j1';
const number = 'RR123456785VN';
const at = '2026-03-02T10:12:00+07:00';
/** Bodies about parcels on their way, money and news. */
export const reportExamples = {
  scans: [
    'TrackingBatch',
    {
      events: [
        { eventId: 'vnp-778899', trackingNumber: number, code: 'out-for-delivery', occurredAt: at },
        {
          eventId: 'vnp-778900',
          trackingNumber: number,
          code: 'delivered',
          occurredAt: '2026-03-02T11:05:00+07:00',
          receivedBy: { relation: 'self', idChecked: true },
          cod: { collected: 30_000 },
        },
      ],
    },
  ],
  scanned: [
    'TrackingBatchResponse',
    {
      results: [
        { index: 0, eventId: 'vnp-778899', outcome: 'APPLIED' },
        { index: 1, eventId: 'vnp-778900', outcome: 'RECORDED', note: 'unknown-code' },
        {
          index: 2,
          outcome: 'REJECTED',
          problem: { type: 'validation-failed', title: 'Dữ liệu gửi lên chưa đúng', status: 400 },
          pointers: ['/occurredAt'],
        },
      ],
    },
  ],
  evidence: [
    'EvidenceRequest',
    {
      sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      contentType: 'image/jpeg',
      bytes: 245_760,
    },
  ],
  announced: [
    'EvidenceResponse',
    {
      evidenceId: 'ev-5b1c9a77',
      upload: {
        method: 'PUT',
        url: 'https://files.example.vn/7c1f9e',
        headers: { 'content-type': 'image/jpeg' },
        expiresAt: '2026-03-02T03:35:00.000Z',
      },
    },
  ],
  changes: [
    'ChangeFeed',
    {
      changes: [
        {
          changeId: `2026-03-02T02:00:00.000Z#${job}#000004`,
          jobId: job,
          kind: 'cancel-requested',
          at: '2026-03-02T02:00:00.000Z',
          revision: 4,
          leaseEpoch: 4,
        },
      ],
      cursor: `2026-03-02T02:00:00.000Z#${job}#000004`,
    },
  ],
  remittance: [
    'RemittanceReport',
    {
      remittanceId: 'nop-tien-260302-1',
      total: 30_000,
      lines: [
        {
          trackingNumber: number,
          kind: 'cod',
          collected: 30_000,
          deductedFee: 0,
          remitted: 30_000,
          occurredAt: at,
        },
      ],
    },
  ],
  remitted: [
    'RemittanceResponse',
    { remittanceId: 'nop-tien-260302-1', lines: [{ trackingNumber: number, outcome: 'MATCHED' }] },
  ],
  health: [
    'PartnerHealth',
    { serverTime: '2026-03-02T03:00:00.000Z', partner: 'vnpost', codes: 'bao-tin/1', numbers: 'yours' },
  ],
  problem: [
    'Problem',
    {
      type: 'validation-failed',
      title: 'Dữ liệu gửi lên chưa đúng',
      status: 400,
      errors: [{ pointer: '/claimId', code: 'too_small', message: 'Too small: expected string to have >=8' }],
    },
  ],
} as const satisfies Record<string, readonly [ApiShape, object]>;
