import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../../shared/domain/values/day.ts';
import { csvOf } from '../../../../shared/domain/values/writing/csv.ts';
import { handoverListOf } from '../../../../shared/domain/post/paper/handover-list.ts';
import { countedManifest, type Manifest } from '../../../../shared/domain/post/paper/manifest.ts';
import { placesSample } from '../../../../shared/domain/values/places/places-sample.ts';
import { visitList } from '../../../../shared/domain/post/paper/visit-list.ts';
import { visitSheetOf, visitTableOf } from '../../../../shared/domain/post/paper/visit-sheet.ts';
import { anAcceptedJob, anAddress, at, ward } from '../../../support/builders/post.ts';

describe('a hand-over list on paper', () => {
  const job = anAcceptedJob();
  const parties = { office: 'UBND phường Vũng Tàu', partner: 'Bưu điện' };
  const manifest: Manifest = {
    manifestId: 'PBG-0007',
    ward,
    partner: 'vnpost',
    state: 'sealed',
    revision: 2,
    openedAt: at('14:00'),
    sealedAt: at('14:30'),
    jobIds: [job.jobId],
    hash: 'ab12',
    lines: [
      { jobId: job.jobId, dossierCode: job.dossierCode, trackingNumber: 'RR123456785VN', codDue: 30_000 },
      { jobId: 'gone', dossierCode: 'H29.26-260302-0002', trackingNumber: 'RR000000014VN', codDue: 0 },
    ],
  };

  it('names each item, its place and its cash, and adds up', () => {
    expect(handoverListOf(manifest, [job], placesSample, parties)).toMatchObject({
      title: 'Phiếu bàn giao kết quả',
      number: 'PBG-0007',
      day: '2026-03-02',
      agency: 'UBND phường Vũng Tàu',
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
      total: { items: '2 bưu gửi', cash: '30.000 đ', words: 'Ba mươi nghìn đồng' },
      sides: [{ who: 'UBND phường Vũng Tàu' }, { who: 'Bưu điện' }],
      seal: 'ab12',
    });
  });

  it('shows who counted what, once both sides have counted and found something else', () => {
    const list = (of: Manifest) => handoverListOf(of, [job], placesSample, parties);
    const none = { missing: [], extra: [] };
    const one = countedManifest(manifest, 'office', { countedBy: 'Chị Lan', ...none }, at('15:00'));
    expect(list(one)).toMatchObject({ sides: [{ counted: 'Chị Lan, 15:00 02/03/2026' }, {}] });
    expect(list(one).differences).toBeUndefined();
    const agreed = countedManifest(one, 'postman', { countedBy: 'Anh Bảy', ...none }, at('15:05'));
    expect(list(agreed).differences).toBeUndefined();
    const differing = { countedBy: 'Anh Bảy', missing: ['gone'], extra: ['RR000000028VN'] };
    expect(list(countedManifest(one, 'postman', differing, at('15:05'))).differences).toEqual({
      heading: 'Chênh lệch khi bàn giao',
      lines: [
        'Bên nhận đếm thiếu 1: số 2 (H29.26-260302-0002, RR 000 000 014 VN).',
        'Bên nhận đếm thừa 1: RR000000028VN.',
        'Thực giao 1 bưu gửi; 1 bưu gửi thiếu ở lại bên giao.',
      ],
    });
  });

  it('says why a name is no longer there', () => {
    const forgotten = anAcceptedJob({ recipient: { ...job.recipient, name: '' } });
    expect(handoverListOf(manifest, [forgotten], placesSample, parties).remark).toContain('hết thời hạn lưu');
    expect(handoverListOf(manifest, [job], placesSample, parties).remark).toBeUndefined();
  });

  it('opens in a spreadsheet with its accents, and no name becomes a formula', () => {
    const sly = anAcceptedJob({ recipient: { ...job.recipient, name: '=HYPERLINK("x")' } });
    const csv = csvOf(handoverListOf(manifest, [sly], placesSample, parties));
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

it('a visit list says whom to ring, what to look at and what to collect, numbered through all hamlets', () => {
  const { recipient, cod } = anAcceptedJob();
  const elderly = { ...recipient, relativePhone: '+84987654321', proxyAllowed: true };
  const jobs = [
    { ...visit(1, 'Khóm 2', 'Số 3'), recipient: { ...elderly, address: anAddress({ hamlet: 'Khóm 2' }) } },
    { ...visit(2, '', 'Số 9'), state: 'delivery-attempted' as const, cod: { ...cod, due: 0 } },
  ];
  const sheet = visitSheetOf(visitList(jobs), 'UBND phường Vũng Tàu', dayOf(at('08:00')));
  expect(sheet.hamlets.map(({ name, visits }) => [name, visits.map(({ number }) => number)])).toEqual([
    ['Chưa ghi khu phố, ấp', ['1']],
    ['Khóm 2', ['2']],
  ]);
  expect(sheet.facts).toContainEqual({ label: 'Tiền cần thu', value: '30.000 đ' });
  const { rows } = visitTableOf(sheet);
  expect(rows[0]).toContain('Lần trước không gặp; Xem giấy tờ tùy thân; Giao tận tay, không nhận thay');
  expect(rows[1]).toEqual([
    '2',
    'Khóm 2',
    'Nguyễn Thị Hằng',
    'Số 12, đường Nguyễn Huệ',
    'ĐT 0912 345 678; Người nhà 0987 654 321',
    'H29.26-260302-0001',
    'Xem giấy tờ tùy thân; Người nhà nhận thay được',
    '30.000 đ',
  ]);
});
