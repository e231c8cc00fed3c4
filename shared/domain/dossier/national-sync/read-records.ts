import { DossierRecord, ProgressRecord } from './record.ts';
import { recordsIn } from './envelope.ts';
import { instants, latestSupplement, notBefore, supplementsOf, undatedStatuses } from './times.ts';
import { toPay } from './fees.ts';
import { namedByContent, present } from '../event/named-by-content.ts';
import { readLeniently } from '../event/read-leniently.ts';
import { isKnown } from '../../values/procedure.ts';
import { factInWords } from '../event/fact-words.ts';
import { procedures2026 } from '../../values/procedures-2026.ts';
import { portalStatuses, type PortalStatus, statuses } from '../statuses.ts';
import type { Warning } from '../../values/warning.ts';

/** One item of `POST /v1/status-events`; what the record does not say is absent. Times carry the offset +07:00. */
export type SyncedEvent = {
  eventId: string;
  dossierCode: string;
  procedureCode?: string;
  /** Only where our table does not know the code. */
  procedureName?: string;
  status: PortalStatus;
  occurredAt: string;
  /** The record does not say when: `occurredAt` is its reception. */
  timeUnknown?: true;
  /** 1 in a record that says it corrects an earlier one. */
  sequence?: number;
  /** Which request for papers it is, where the record lists them. */
  round?: number;
  applicant?: { name?: string; phone?: string; language: 'vi' };
  dueAt?: string;
  newDueAt?: string;
  reason?: string;
  fee?: number;
  returnMethod?: 'counter' | 'post';
  deliveryAddress?: { street: string; commune?: string; province?: string };
  filingChannel?: 'counter' | 'online' | 'post';
  digitised?: boolean;
  /** What of the record could not be read. */
  warnings?: Warning[];
};

/** What is wrong with a row: the field by its own name, and a sentence that repeats nothing of the content. */
export type RowProblem = Warning;
export type SyncedRow = { row: number; event: SyncedEvent } | { row: number; problem: RowProblem };

/** How many requests for papers the record tells of; a list without days tells nothing. */
const requestsIn = (record: DossierRecord): number =>
  new Set(supplementsOf(record).flatMap(({ NgayBoSung }) => NgayBoSung ?? [])).size;

const statusOf = (code: number): PortalStatus => portalStatuses[code - 1]!;

const unknownWhen = 'nên không biết hồ sơ vào trạng thái này lúc nào';

/** What refuses a record without its time: a day that is missing, or one that stands there and cannot be read. */
const noTime = (field: string, found: readonly Warning[]): RowProblem => {
  const unread = found.find(
    (warning) => warning.field === field || warning.field.startsWith('DanhSachHoSoBoSung'),
  );
  return unread === undefined
    ? { field, sentence: `Thiếu ${factInWords(field)} ${unknownWhen}.` }
    : {
        field: unread.field,
        sentence: `Không đọc được ${factInWords(unread.field)} ${unknownWhen}; xin ghi như 20260302091500 hoặc 02/03/2026 09:15 rồi gửi lại.`,
      };
};

const waitsForProgress = (field: string): Warning => ({
  field,
  sentence: `Thiếu ${factInWords(field)}: đã giữ thông tin của hồ sơ, trạng thái được tính khi có bản tin CapNhatTienDoHoSoMC.`,
});

const addressIn = (record: DossierRecord): SyncedEvent['deliveryAddress'] => {
  const street = record.DiaChiNhanKetQua ?? record.DiaChiTraKetQua;
  return street === undefined
    ? undefined
    : present({ street, commune: record.MaXa, province: record.MaTinh });
};

const fromDossier = (record: DossierRecord, found: readonly Warning[]): SyncedEvent | RowProblem => {
  const { MaHoSo: dossierCode, MaTTHC: procedureCode, TrangThaiHoSo: code } = record;
  const status = statusOf(code);
  const { field, read } = instants[status];
  const dated = read(record);
  const occurredAt = dated ?? (undatedStatuses.includes(status) ? notBefore(record) : undefined);
  if (occurredAt === undefined) return noTime(field, found);
  const warnings = dated === undefined ? [...found, waitsForProgress(field)] : found;

  const supplement = status === 'supplement-requested' ? latestSupplement(record) : undefined;
  const requests = requestsIn(record);
  const event = {
    dossierCode,
    procedureCode,
    procedureName: isKnown(procedures2026, procedureCode) ? undefined : record.TenTTHC,
    status,
    occurredAt,
    timeUnknown: dated === undefined ? (true as const) : undefined,
    sequence: record.isUpdating ? 1 : undefined,
    round: supplement && requests > 0 ? requests : undefined,
    applicant: present({ name: record.ChuHoSo, phone: record.SoDienThoai, language: 'vi' as const }),
    // A supplement's own `dueAt` is until when papers are wanted; this is until when the result is promised.
    dueAt: supplement ? undefined : record.NgayHenTra,
    newDueAt: supplement?.NgayHenTraMoi,
    reason: statuses[status].needsReason ? (supplement?.NoiDungBoSung ?? record.GhiChu) : undefined,
    fee: status === 'payment-requested' ? toPay(record, found) : undefined,
    returnMethod: record.HinhThuc ?? record.HinhThucTra,
    deliveryAddress: addressIn(record),
    filingChannel: record.KenhThucHien,
    digitised: record.HoSoCoThanhPhanSoHoa,
    warnings: warnings.length > 0 ? [...warnings] : undefined,
  };
  return namedByContent(code, present(event));
};

/**
 * A progress record names no person and no procedure; both stay as the dossier has them. Its NgayKetThucTheoQuyDinh is
 * the officer's own time for this step, and no promise to the citizen.
 */
const fromProgress = (record: ProgressRecord, found: readonly Warning[]): SyncedEvent => {
  const { MaHoSo: dossierCode, TrangThai: code, ThoiDiemXuLy: occurredAt } = record;
  const status = statusOf(code);
  const event = {
    dossierCode,
    status,
    occurredAt,
    reason: statuses[status].needsReason ? record.NoiDungXuLy : undefined,
    warnings: found.length > 0 ? [...found] : undefined,
  };
  return namedByContent(code, present(event));
};

const cuttable = [
  'TenTTHC',
  'GhiChu',
  'NoiDungXuLy',
  'NoiDungBoSung',
  'ChuHoSo',
  'DiaChiNhanKetQua',
  'DiaChiTraKetQua',
];

const problemIn = ({
  issues: [issue],
}: {
  issues: { path: PropertyKey[]; message: string }[];
}): RowProblem => ({
  field: issue!.path.map(String).join('.'),
  sentence: issue!.message,
});

const readRecord = (record: unknown): { event: SyncedEvent } | { problem: RowProblem } => {
  if (typeof record !== 'object' || record === null)
    return { problem: { field: '', sentence: 'Mỗi bản ghi phải là một đối tượng JSON.' } };
  const kind = 'LoaiBanTin' in record ? record.LoaiBanTin : undefined;
  if (kind === 'DongBoHoSoMC') {
    const needed = ['LoaiBanTin', 'MaHoSo', 'TrangThaiHoSo'];
    const read = readLeniently(DossierRecord, record, { needed, cuttable });
    if (!read.ok) return { problem: problemIn(read.error) };
    const outcome = fromDossier(read.value, read.warnings);
    return 'eventId' in outcome ? { event: outcome } : { problem: outcome };
  }
  if (kind === 'CapNhatTienDoHoSoMC') {
    const needed = ['LoaiBanTin', 'MaHoSo', 'TrangThai', 'ThoiDiemXuLy'];
    const read = readLeniently(ProgressRecord, record, { needed, cuttable });
    return read.ok ? { event: fromProgress(read.value, read.warnings) } : { problem: problemIn(read.error) };
  }
  const sentence = 'LoaiBanTin phải là DongBoHoSoMC hoặc CapNhatTienDoHoSoMC.';
  return { problem: { field: 'LoaiBanTin', sentence } };
};

/**
 * Turns what the national synchronisation service is sent (a record, a list, or its envelopes) into our status events,
 * in its order, rows counted from 1. Only a record's code, status and time can refuse it; every other trouble is a
 * warning of its event. Identity numbers and enclosed papers (MaDoiTuong, TaiLieuNop) are never carried over.
 */
export const readNationalSync = (json: unknown): { rows: SyncedRow[] } =>
  typeof json === 'object' && json !== null
    ? { rows: recordsIn(json).map((record, at) => ({ row: at + 1, ...readRecord(record) })) }
    : { rows: [{ row: 0, problem: { field: '', sentence: 'Tệp phải chứa các bản ghi JSON.' } }] };
