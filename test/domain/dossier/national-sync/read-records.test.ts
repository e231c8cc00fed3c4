import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPushFile } from '../../../../shared/domain/sheet/json-rows.ts';
import { judge } from '../../../../shared/domain/dossier/event/judge-event.ts';
import type { Instant } from '../../../../shared/domain/values/instant.ts';
import {
  readNationalSync,
  type SyncedEvent,
} from '../../../../shared/domain/dossier/national-sync/read-records.ts';

const aDossier = (difference: object = {}) => ({
  LoaiBanTin: 'DongBoHoSoMC',
  isUpdating: false,
  MaHoSo: 'H29.26-260302-0001',
  MaTTHC: '1.001193',
  TenTTHC: 'Đăng ký khai sinh',
  KenhThucHien: 1,
  LoaiDoiTuong: 1,
  ChuHoSo: 'Nguyễn Thị Hằng',
  SoDienThoai: '0912 345 678',
  Email: 'hang@example.com',
  DonViXuLy: 'UBND Phường Vũng Tàu',
  TrangThaiHoSo: 2,
  NgayNopHoSo: '20260302073000',
  NgayTiepNhan: '20260302081500',
  NgayHenTra: '20260302170000',
  HinhThuc: 0,
  ...difference,
});

const aStep = (difference: object = {}) => ({
  LoaiBanTin: 'CapNhatTienDoHoSoMC',
  MaHoSo: 'H29.26-260302-0001',
  NguoiXuLy: 'Lê Văn Tám',
  ChucDanh: 'Công chức hộ tịch',
  ThoiDiemXuLy: '20260302083000',
  NoiDungXuLy: 'Thẩm định hồ sơ',
  TrangThai: 4,
  ...difference,
});

const only = (record: unknown) => readNationalSync([record]).rows[0]!;
const eventOf = (record: unknown): SyncedEvent => {
  const row = only(record);
  if ('problem' in row) throw new Error(row.problem.sentence);
  return row.event;
};

const problemOf = (record: unknown) => {
  const row = only(record);
  if ('event' in row) throw new Error('it was taken');
  return row.problem;
};

const asked = (...days: string[]) =>
  eventOf(aDossier({ TrangThaiHoSo: 5, DanhSachHoSoBoSung: days.map((NgayBoSung) => ({ NgayBoSung })) }))
    .eventId;

describe('a dossier record', () => {
  it('becomes the status event that the ward API takes', () => {
    expect(eventOf(aDossier())).toEqual({
      eventId: expect.stringMatching(/^H29\.26-260302-0001\.2\.20260302081500\.[0-9a-f]{8}$/),
      dossierCode: 'H29.26-260302-0001',
      procedureCode: '1.001193',
      status: 'received',
      occurredAt: '2026-03-02T08:15:00+07:00',
      applicant: { name: 'Nguyễn Thị Hằng', phone: '0912 345 678', language: 'vi' },
      dueAt: '2026-03-02T17:00:00+07:00',
      returnMethod: 'counter',
      filingChannel: 'counter',
    });
  });

  const supplements = [
    {
      NgayBoSung: '20260304100000',
      NoiDungBoSung: 'Bổ sung giấy chứng sinh',
      NgayHenTraMoi: '20260309170000',
    },
    { NgayBoSung: '20260303100000', NoiDungBoSung: 'Bổ sung tờ khai' },
  ];
  it.each([
    [1, 'registered', {}, '2026-03-02T07:30:00+07:00'],
    [1, 'registered', { NgayNopHoSo: '' }, '2026-03-02T08:15:00+07:00'],
    [2, 'received', {}, '2026-03-02T08:15:00+07:00'],
    [3, 'not-accepted', { NgayTuChoi: '20260302090000' }, '2026-03-02T09:00:00+07:00'],
    [3, 'not-accepted', { NgayKetThucXuLy: '20260302090100' }, '2026-03-02T09:01:00+07:00'],
    [4, 'in-progress', { ThoiDiemXuLy: '20260302091000' }, '2026-03-02T09:10:00+07:00'],
    [5, 'supplement-requested', { DanhSachHoSoBoSung: supplements }, '2026-03-04T10:00:00+07:00'],
    [6, 'payment-requested', { ThoiDiemXuLy: '20260302091000' }, '2026-03-02T09:10:00+07:00'],
    [7, 'withdrawn', { NgayKetThucXuLy: '20260302101000' }, '2026-03-02T10:10:00+07:00'],
    [8, 'stopped', { NgayKetThucXuLy: '20260302101000' }, '2026-03-02T10:10:00+07:00'],
    [9, 'completed', { NgayKetThucXuLy: '20260302101000' }, '2026-03-02T10:10:00+07:00'],
    ['10', 'returned', { NgayTra: '20260302235959' }, '2026-03-02T23:59:59+07:00'],
  ])('with status %s is %s since the time that belongs to it', (code, status, dates, occurredAt) => {
    const event = eventOf(aDossier({ TrangThaiHoSo: code, ...dates }));
    expect([event.status, event.occurredAt]).toEqual([status, occurredAt]);
  });

  it.each([
    [3, 'NgayTuChoi'],
    [5, 'DanhSachHoSoBoSung.NgayBoSung'],
    [7, 'NgayKetThucXuLy'],
    [8, 'NgayKetThucXuLy'],
    [9, 'NgayKetThucXuLy'],
    [10, 'NgayTra'],
  ])('with status %i and no time for it is a problem, not a guess', (code, field) => {
    const sentence = expect.stringContaining('không biết hồ sơ vào trạng thái này lúc nào');
    expect(only(aDossier({ TrangThaiHoSo: code }))).toEqual({ row: 1, problem: { field, sentence } });
  });

  it('that is refused for an unreadable day never says that the rest was taken', () => {
    const unread = [
      aDossier({ TrangThaiHoSo: 9, NgayKetThucXuLy: '00010101000000' }),
      aDossier({ TrangThaiHoSo: 10, NgayTra: 'hôm qua' }),
      aDossier({ TrangThaiHoSo: 5, DanhSachHoSoBoSung: [{ NgayBoSung: '99991231000000' }] }),
      aDossier({ TrangThaiHoSo: 5, DanhSachHoSoBoSung: 'một lần' }),
    ];
    for (const record of unread) {
      const { sentence } = problemOf(record);
      expect(sentence).toMatch(/^Không đọc được .*không biết hồ sơ vào trạng thái này lúc nào.*gửi lại/);
      expect(sentence).not.toContain('vẫn được nhận');
    }
  });

  it.each([
    [5, { DanhSachHoSoBoSung: { NgayBoSung: '20260303100000', NoiDungBoSung: 'Bản sao' } }],
    [6, { ThoiDiemXuLy: '20260303100000', DanhSachLePhi: { Gia: '8000' } }],
  ])('with status %i takes the only one of a list that lost its brackets', (TrangThaiHoSo, fields) => {
    const listed = Object.fromEntries(
      Object.entries(fields).map(([name, one]) => [name, typeof one === 'string' ? one : [one]]),
    );
    const { eventId: _one, ...event } = eventOf(aDossier({ TrangThaiHoSo, ...fields }));
    const { eventId: _other, ...same } = eventOf(aDossier({ TrangThaiHoSo, ...listed }));
    expect(event).toEqual(same);
    expect(event).not.toHaveProperty('warnings');
  });

  it.each([
    [4, 'in-progress', {}],
    [6, 'payment-requested', { fee: 8000 }],
  ])(
    'with status %i, for which the service has no date, tells its facts, and not when, until the progress record comes',
    (code, status, facts) => {
      const record = aDossier({ TrangThaiHoSo: code, DanhSachLePhi: [{ Gia: 8000 }] });
      const { warnings, ...event } = eventOf(record);
      const applicant = { name: 'Nguyễn Thị Hằng', phone: '0912 345 678', language: 'vi' };
      expect(event).toMatchObject({
        status,
        timeUnknown: true,
        occurredAt: '2026-03-02T08:15:00+07:00',
        applicant,
        ...facts,
      });
      expect(warnings).toMatchObject([{ field: 'ThoiDiemXuLy' }]);
    },
  );

  it('with status 6 and no day at all is a problem', () => {
    const record = aDossier({ TrangThaiHoSo: 6, NgayTiepNhan: '', NgayNopHoSo: null });
    expect(only(record)).toMatchObject({ problem: { field: 'ThoiDiemXuLy' } });
  });

  it('asks for the papers of the latest request, and keeps its new promise apart from a deadline', () => {
    const event = eventOf(aDossier({ TrangThaiHoSo: 5, DanhSachHoSoBoSung: supplements }));
    expect([event.reason, event.round, event.dueAt, event.newDueAt]).toEqual([
      'Bổ sung giấy chứng sinh',
      2,
      undefined,
      '2026-03-09T17:00:00+07:00',
    ]);
  });

  it.each<[object, object]>([
    [{ KenhThucHien: '2' }, { filingChannel: 'online' }],
    [{ HoSoCoThanhPhanSoHoa: '1' }, { digitised: true }],
    [{ HoSoCoThanhPhanSoHoa: 'False' }, { digitised: false }],
    [{ isUpdating: 'True' }, { sequence: 1 }],
    [
      { DiaChiNhanKetQua: '12 Lê Lợi', MaXa: 26506, MaTinh: '79' },
      { deliveryAddress: { street: '12 Lê Lợi', commune: '26506', province: '79' } },
    ],
    [{ NgayHenTra: '02/03/2026' }, { dueAt: '2026-03-02T17:00:00+07:00' }],
    [{ NgayHenTra: 20260302170000 }, { dueAt: '2026-03-02T17:00:00+07:00' }],
    [{ NgayTiepNhan: '02/03/2026 08:15' }, { occurredAt: '2026-03-02T08:15:00+07:00' }],
    [{ NgayTiepNhan: '2026-03-02T01:15:00Z' }, { occurredAt: '2026-03-02T08:15:00+07:00' }],
    [{ NgayTiepNhan: '2026-03-02T08:15:00.123' }, { occurredAt: '2026-03-02T08:15:00+07:00' }],
    [{ MaHoSo: ' h29.26–260302–0001' }, { dossierCode: 'H29.26-260302-0001' }],
    [
      {
        TrangThaiHoSo: 6,
        ThoiDiemXuLy: '20260302091000',
        DanhSachLePhi: [
          { Gia: '8.000' },
          { Gia: 5000, TrangThaiThanhToan: '0' },
          { Gia: 1000, TrangThaiThanhToan: '1' },
        ],
      },
      { fee: 13_000 },
    ],
  ])('is read with %j', (fields, expected) => {
    const event = eventOf(aDossier(fields));
    expect(event).toMatchObject(expected);
    expect(event).not.toHaveProperty('warnings');
  });

  it.each<[object, string]>([
    [{ NgayHenTra: '00010101000000' }, 'NgayHenTra'],
    [{ NgayHenTra: '20260302240000' }, 'NgayHenTra'],
    [{ HinhThuc: 2 }, 'HinhThuc'],
    [{ GhiChu: 'x'.repeat(700) }, 'GhiChu'],
    [{ ChuHoSo: { ten: 'An' } }, 'ChuHoSo'],
    [{ DanhSachHoSoBoSung: 'x' }, 'DanhSachHoSoBoSung'],
    [
      { TrangThaiHoSo: 6, ThoiDiemXuLy: '20260302091000', DanhSachLePhi: [{ Gia: 'một ít' }, { Gia: 5000 }] },
      'DanhSachLePhi.0.Gia',
    ],
  ])('is taken with %j, and the field is named', (fields, field) => {
    const { warnings, fee } = eventOf(aDossier(fields));
    expect([warnings?.map((warning) => warning.field), fee]).toEqual([[field], undefined]);
  });

  it('is taken with every optional field blank', () => {
    for (const nothing of [null, '', '   ']) {
      const blank = Object.fromEntries(Object.keys(aDossier()).map((name) => [name, nothing]));
      const needed = {
        LoaiBanTin: 'DongBoHoSoMC',
        MaHoSo: 'H29.26-260302-0001',
        TrangThaiHoSo: 2,
        NgayTiepNhan: '20260302081500',
      };
      expect(eventOf({ ...blank, ...needed })).toEqual({
        eventId: expect.any(String),
        dossierCode: 'H29.26-260302-0001',
        status: 'received',
        occurredAt: '2026-03-02T08:15:00+07:00',
        applicant: { language: 'vi' },
      });
    }
  });

  it('brings the name of a procedure that our table does not know, and of no other', () => {
    const TenTTHC = 'Đính chính Giấy chứng nhận đã cấp';
    expect(eventOf(aDossier({ MaTTHC: '1.012756', TenTTHC }))).toMatchObject({ procedureName: TenTTHC });
    expect(eventOf(aDossier({ MaTTHC: undefined, TenTTHC }))).toMatchObject({ procedureName: TenTTHC });
    expect(eventOf(aDossier({ TenTTHC }))).not.toHaveProperty('procedureName');
    expect(eventOf(aDossier({ MaTTHC: '1.012756', TenTTHC: '' }))).not.toHaveProperty('procedureName');
  });

  it.each([
    ['8000', 8000],
    ['8.000', 8000],
    ['15,000', 15_000],
    ['1.500.000 đồng', 1_500_000],
    ['8000.00', 8000],
    ['8.000,00 VND', 8000],
    [' 20.000đ ', 20_000],
    [0, 0],
  ])('reads a fee written as %j', (Gia, fee) => {
    const record = aDossier({ TrangThaiHoSo: 6, ThoiDiemXuLy: '20260302091000', DanhSachLePhi: [{ Gia }] });
    expect(eventOf(record)).toMatchObject({ fee });
  });

  it.each(['8.5', '1.00.000', '-8000', '8000/2', 'miễn phí', '8 nghìn'])('guesses no fee from %j', (Gia) => {
    const record = aDossier({ TrangThaiHoSo: 6, ThoiDiemXuLy: '20260302091000', DanhSachLePhi: [{ Gia }] });
    const { fee, warnings } = eventOf(record);
    expect([fee, warnings?.map(({ field }) => field)]).toEqual([undefined, ['DanhSachLePhi.0.Gia']]);
  });

  it('is never refused for what stands in an optional field, and the ward API takes it', () => {
    const fields = [
      'MaTTHC',
      'ChuHoSo',
      'SoDienThoai',
      'KenhThucHien',
      'HinhThuc',
      'HoSoCoThanhPhanSoHoa',
      'isUpdating',
      'NgayHenTra',
      'GhiChu',
      'DanhSachLePhi',
      'DanhSachHoSoBoSung',
      'DiaChiNhanKetQua',
      'MaXa',
      'MaTinh',
    ];
    const now = '2026-03-02T02:30:00.000Z' as Instant;
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...fields), fc.jsonValue()), (anything) => {
        expect(judge(eventOf(aDossier(anything)), now)).toMatchObject({ ok: true });
      }),
      { seed: 11, numRuns: 400 },
    );
  });

  it.each([
    [{ HinhThuc: 1 }, 'post'],
    [{ HinhThuc: '0' }, 'counter'],
    [{ HinhThuc: null, HinhThucTra: 1 }, 'post'],
    [{ HinhThuc: undefined }, undefined],
  ])('with %j is returned by %s', (fields, returnMethod) => {
    expect(eventOf(aDossier(fields)).returnMethod).toBe(returnMethod);
  });

  it.each([
    [{ SoDienThoai: '' }, { name: 'Nguyễn Thị Hằng', language: 'vi' }],
    [{ SoDienThoai: null }, { name: 'Nguyễn Thị Hằng', language: 'vi' }],
    [{ SoDienThoai: 912345678 }, { name: 'Nguyễn Thị Hằng', phone: '912345678', language: 'vi' }],
    [
      { ChuHoSo: ' NGUYỄN THỊ HẰNG '.normalize('NFD') },
      { name: 'NGUYỄN THỊ HẰNG', phone: '0912 345 678', language: 'vi' },
    ],
  ])('with %j names the applicant %j', (fields, applicant) => {
    expect(eventOf(aDossier(fields)).applicant).toEqual(applicant);
  });

  it('keeps the remark of the office to itself unless the citizen needs a reason', () => {
    const GhiChu = 'Thiếu giấy chứng sinh';
    expect(eventOf(aDossier({ GhiChu }))).not.toHaveProperty('reason');
    expect(eventOf(aDossier({ GhiChu, TrangThaiHoSo: 3, NgayTuChoi: '20260302090000' })).reason).toBe(GhiChu);
  });

  it('never carries identity numbers, papers or e-mail addresses', () => {
    const event = eventOf(
      aDossier({ MaDoiTuong: '079123456789', TaiLieuNop: [{ TenTepDinhKem: 'cccd-079123456789.pdf' }] }),
    );
    expect(JSON.stringify(event)).not.toMatch(/079123456789|cccd|example\.com/);
  });
});

describe('a progress record', () => {
  it('becomes an event without person and procedure', () => {
    expect(eventOf(aStep({ NgayKetThucTheoQuyDinh: '20260305170000' }))).toEqual({
      // The officer's own time for the step is no promise to the citizen.
      eventId: expect.stringMatching(/^H29\.26-260302-0001\.4\.20260302083000\.[0-9a-f]{8}$/),
      dossierCode: 'H29.26-260302-0001',
      status: 'in-progress',
      occurredAt: '2026-03-02T08:30:00+07:00',
    });
  });

  it.each([
    [5, 'Thẩm định hồ sơ'],
    [7, 'Thẩm định hồ sơ'],
    [6, undefined],
    [9, undefined],
  ])('with status %i has the reason %s', (TrangThai, reason) => {
    expect(eventOf(aStep({ TrangThai })).reason).toBe(reason);
  });
});

describe('a file of records', () => {
  it.each([
    [null, '', 'Mỗi bản ghi phải là một đối tượng JSON.'],
    ['text', '', 'Mỗi bản ghi phải là một đối tượng JSON.'],
    [{}, 'LoaiBanTin', 'LoaiBanTin phải là DongBoHoSoMC hoặc CapNhatTienDoHoSoMC.'],
    [
      aDossier({ LoaiBanTin: 'GuiHoSo' }),
      'LoaiBanTin',
      'LoaiBanTin phải là DongBoHoSoMC hoặc CapNhatTienDoHoSoMC.',
    ],
    [aDossier({ MaHoSo: ' ' }), 'MaHoSo', 'Thiếu MaHoSo.'],
    [aDossier({ TrangThaiHoSo: 11 }), 'TrangThaiHoSo', 'TrangThaiHoSo phải là số từ 1 đến 10.'],
    [aDossier({ TrangThaiHoSo: 'xong' }), 'TrangThaiHoSo', 'TrangThaiHoSo phải là số từ 1 đến 10.'],
    [aDossier({ TrangThaiHoSo: true }), 'TrangThaiHoSo', 'TrangThaiHoSo phải là số từ 1 đến 10.'],
    [aDossier({ TrangThaiHoSo: 2.5 }), 'TrangThaiHoSo', 'TrangThaiHoSo phải là số từ 1 đến 10.'],
    [aDossier({ TrangThaiHoSo: undefined }), 'TrangThaiHoSo', 'Thiếu TrangThaiHoSo.'],
    [aDossier({ NgayTiepNhan: '20260230081500' }), 'NgayTiepNhan', 'Không đọc được NgayTiepNhan'],
    [aDossier({ NgayTiepNhan: '19000101000000' }), 'NgayTiepNhan', 'Không đọc được NgayTiepNhan'],
    [
      aDossier({ TrangThaiHoSo: 5, DanhSachHoSoBoSung: [{}] }),
      'DanhSachHoSoBoSung.NgayBoSung',
      'Thiếu DanhSachHoSoBoSung.NgayBoSung',
    ],
    [aStep({ ThoiDiemXuLy: null }), 'ThoiDiemXuLy', 'Thiếu ThoiDiemXuLy.'],
    [aStep({ ThoiDiemXuLy: 'hôm qua' }), 'ThoiDiemXuLy', 'ThoiDiemXuLy phải là thời gian'],
  ])('names what is wrong with row %#', (record, field, sentence) => {
    expect(only(record)).toEqual({ row: 1, problem: { field, sentence: expect.stringContaining(sentence) } });
  });

  it('goes on after a bad row and counts rows from 1', () => {
    const { rows } = readNationalSync([aDossier(), 'nonsense', aStep()]);
    expect(rows.map((row) => [row.row, 'event' in row])).toEqual([
      [1, true],
      [2, false],
      [3, true],
    ]);
  });

  it.each([['text'], [null], [undefined], [7]])('is one problem when it holds no record: %j', (json) => {
    expect(readNationalSync(json)).toEqual({
      rows: [{ row: 0, problem: { field: '', sentence: 'Tệp phải chứa các bản ghi JSON.' } }],
    });
  });

  const bare = ({ LoaiBanTin: _kind, isUpdating: _again, ...record }: Record<string, unknown>) => record;
  const envelope = { service: 'DongBoHoSoMC', isUpdating: 'False', data: [bare(aDossier())] };
  const steps = { service: 'CapNhatTienDoHoSoMC', data: [bare(aStep())] };
  it.each<[string, unknown, number]>([
    ['an envelope', envelope, 1],
    ['an envelope of one record', { ...envelope, data: bare(aDossier()) }, 1],
    ['an envelope whose data is text', { ...envelope, data: JSON.stringify(envelope.data) }, 1],
    ['several envelopes', [envelope, steps], 2],
    ['one record without a list', aDossier(), 1],
    ['records that do not say what they are', [bare(aDossier()), bare(aStep())], 2],
    ['records whose kind is blank', [aDossier({ LoaiBanTin: ' ' }), aStep({ LoaiBanTin: null })], 2],
    ['an envelope of records whose kind is blank', { ...envelope, data: [aDossier({ LoaiBanTin: '' })] }, 1],
  ])('may be %s', (_, json, count) => {
    const { rows } = readNationalSync(json);
    const wanted = [eventOf(aDossier()), eventOf(aStep())].slice(0, count);
    expect(rows.map((row) => ('event' in row ? row.event : row.problem))).toEqual(wanted);
  });

  it('may come line by line, envelopes and our own events among them', () => {
    const own = { eventId: 'e-1', dossierCode: 'H29.26-260302-0002' };
    const rows = readPushFile(
      Buffer.from([envelope, aStep(), own].map((line) => JSON.stringify(line)).join('\n')),
    );
    expect(rows.map((row) => [row.row, 'event' in row])).toEqual([
      [1, true],
      [2, true],
      [3, true],
    ]);
  });

  it('makes the same event of the same record, and another event of a second request for papers', () => {
    expect(asked('20260303100000')).toBe(asked('20260303100000'));
    expect(asked('20260303100000')).not.toBe(asked('20260303100000', '20260304100000'));
  });

  it('answers every row, whatever is in the file', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), (json) => {
        const { rows } = readNationalSync(json);
        expect(rows.map(({ row }) => row)).toEqual(rows.map((_, at) => at + 1));
      }),
      { seed: 11, numRuns: 300 },
    );
  });

  it('reads the example of the documentation', () => {
    const page = readFileSync('docs/push-files.md', 'utf8');
    const { rows } = readNationalSync(JSON.parse(/```json\n(.*?)```/s.exec(page)?.[1] ?? ''));
    expect(rows.map((row) => ('event' in row ? row.event.status : row.problem))).toEqual([
      'received',
      'in-progress',
      'completed',
    ]);
  });
});
