import { describe, expect, it } from 'vitest';
import { csvOf, handoverListOf } from '../../../shared/domain/post/handover-list.ts';
import { placesSample } from '../../../shared/domain/post/places-sample.ts';
import { visitList } from '../../../shared/domain/post/visit-list.ts';
import { anAcceptedJob, anAddress, at, ward } from '../../support/post.ts';

describe('a hand-over list on paper', () => {
  const job = anAcceptedJob();
  const manifest = {
    manifestId: 'PBG-0007',
    ward,
    partner: 'vnpost',
    state: 'sealed' as const,
    revision: 2,
    openedAt: at('14:00'),
    jobIds: [job.jobId],
    hash: 'ab12',
    lines: [
      { jobId: job.jobId, dossierCode: job.dossierCode, trackingNumber: 'RR123456785VN', codDue: 30_000 },
      { jobId: 'gone', dossierCode: 'H29.26-260302-0002', trackingNumber: 'RR000000014VN', codDue: 0 },
    ],
  };

  it('names each item, its place and its cash, and adds up', () => {
    expect(handoverListOf(manifest, [job], placesSample)).toMatchObject({
      heading: 'Phiếu bàn giao kết quả PBG-0007',
      rows: [
        [
          '1',
          'H29.26-260302-0001',
          'RR 123 456 785 VN',
          'Nguyễn Thị Hằng',
          'Tân Hồng, Đồng Tháp',
          '30.000 đ',
        ],
        ['2', 'H29.26-260302-0002', 'RR 000 000 014 VN', '', '', '0 đ'],
      ],
      total: { items: 2, cash: '30.000 đ' },
      signatures: ['Người giao', 'Người nhận'],
      seal: 'ab12',
    });
  });

  it('opens in a spreadsheet with its accents, and no name becomes a formula', () => {
    const sly = anAcceptedJob({ recipient: { ...job.recipient, name: '=HYPERLINK("x")' } });
    const csv = csvOf(handoverListOf(manifest, [sly], placesSample));
    expect(csv.startsWith('\uFEFF"STT","Mã hồ sơ"')).toBe(true);
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
    expect(csv.trimEnd().split('\r\n')).toHaveLength(3);
  });
});

const visit = (
  n: number,
  hamlet: string,
  line1: string,
  state: 'handed-over' | 'delivered' = 'handed-over',
) => {
  const { recipient } = anAcceptedJob();
  const address = anAddress({ hamlet, line1 });
  return anAcceptedJob({ jobId: `job-${n}`, partner: 'ward', state, recipient: { ...recipient, address } });
};

it('the ward’s own people visit hamlet by hamlet and house by house, with what they carry', () => {
  const list = visitList([
    visit(1, 'Khóm 10', 'Số 4'),
    visit(2, 'Khóm 2', 'Số 12'),
    visit(3, 'Khóm 2', 'Số 3'),
    visit(4, 'Khóm 2', 'Số 1', 'delivered'),
    anAcceptedJob({ state: 'handed-over' }),
  ]);
  expect(list.map(({ hamlet, visits }) => [hamlet, visits.map(({ jobId }) => jobId)])).toEqual([
    ['Khóm 2', ['job-3', 'job-2']],
    ['Khóm 10', ['job-1']],
  ]);
});
