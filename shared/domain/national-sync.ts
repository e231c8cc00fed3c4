import * as z from 'zod';
import { DossierRecord, ProgressRecord } from './national-sync-record.ts';
import { portalStatuses, type PortalStatus, statuses } from './statuses.ts';

/** One item of `POST /v1/status-events`; what the record does not say is absent. Times carry the offset +07:00. */
export type SyncedEvent = {
  eventId: string;
  dossierCode: string;
  procedureCode?: string;
  status: PortalStatus;
  occurredAt: string;
  /** 1 in a record that says it corrects an earlier one. */
  sequence?: number;
  applicant?: { name: string; phone?: string; language: 'vi' };
  dueAt?: string;
  reason?: string;
  returnMethod?: 'counter' | 'post';
};

/** What is wrong with a row: the field by its own name, and a sentence that repeats nothing of the content. */
export type RowProblem = { field: string; sentence: string };
export type SyncedRow = { row: number; event: SyncedEvent } | { row: number; problem: RowProblem };

/** The field that tells when a dossier came into a status; `read` falls back on older versions of the service. */
const instants = {
  registered: { field: 'NgayNopHoSo', read: (record) => record.NgayNopHoSo ?? record.NgayTiepNhan },
  received: { field: 'NgayTiepNhan', read: (record) => record.NgayTiepNhan },
  'not-accepted': { field: 'NgayTuChoi', read: (record) => record.NgayTuChoi ?? record.NgayKetThucXuLy },
  'in-progress': { field: 'ThoiDiemXuLy', read: (record) => record.ThoiDiemXuLy },
  'supplement-requested': {
    field: 'DanhSachHoSoBoSung.NgayBoSung',
    read: (record) => latestSupplement(record)?.NgayBoSung,
  },
  'payment-requested': { field: 'ThoiDiemXuLy', read: (record) => record.ThoiDiemXuLy },
  withdrawn: { field: 'NgayKetThucXuLy', read: (record) => record.NgayKetThucXuLy },
  stopped: { field: 'NgayKetThucXuLy', read: (record) => record.NgayKetThucXuLy },
  completed: { field: 'NgayKetThucXuLy', read: (record) => record.NgayKetThucXuLy },
  returned: { field: 'NgayTra', read: (record) => record.NgayTra },
} as const satisfies Record<
  PortalStatus,
  { field: string; read: (record: DossierRecord) => string | undefined }
>;

const latestSupplement = ({ DanhSachHoSoBoSung: supplements }: DossierRecord) =>
  supplements.toSorted((one, other) => (one.NgayBoSung < other.NgayBoSung ? -1 : 1)).at(-1);

const statusOf = (code: number): PortalStatus => portalStatuses[code - 1]!;

/** FNV-1a, 32 bits: tells one body from another, and nothing else depends on it. */
const contentMark = (text: string): string => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, '0');
};

/**
 * The same record again makes the same id, so it is a duplicate. A record that was corrected, or another record of
 * the same step, makes another id for the same occurrence, so it is taken in and the citizen is not told again.
 */
const named = (code: number, event: Omit<SyncedEvent, 'eventId'>): SyncedEvent => ({
  eventId: `${event.dossierCode}.${code}.${event.occurredAt.slice(0, 19).replaceAll(/\D/g, '')}.${contentMark(JSON.stringify(event))}`,
  ...event,
});

const present = <Fields extends object>(fields: Fields) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields;

const fromDossier = (record: DossierRecord): SyncedEvent | RowProblem => {
  const { MaHoSo: dossierCode, MaTTHC: procedureCode, TrangThaiHoSo: code } = record;
  const status = statusOf(code);
  const { field, read } = instants[status];
  const occurredAt = read(record);
  if (occurredAt === undefined)
    return { field, sentence: `${field} is missing, so nobody knows when the dossier became ${status}.` };

  const supplement = status === 'supplement-requested' ? latestSupplement(record) : undefined;
  return named(
    code,
    present({
      dossierCode,
      procedureCode,
      status,
      occurredAt,
      sequence: record.isUpdating ? 1 : undefined,
      applicant: present({ name: record.ChuHoSo, phone: record.SoDienThoai, language: 'vi' as const }),
      dueAt: supplement?.NgayHenTraMoi ?? record.NgayHenTra,
      reason: statuses[status].needsReason ? (supplement?.NoiDungBoSung ?? record.GhiChu) : undefined,
      returnMethod: record.HinhThuc ?? record.HinhThucTra,
    }),
  );
};

/** A progress record names no person and no procedure; both stay as the dossier has them. */
const fromProgress = (record: ProgressRecord): SyncedEvent => {
  const { MaHoSo: dossierCode, TrangThai: code, ThoiDiemXuLy: occurredAt } = record;
  const status = statusOf(code);
  return named(
    code,
    present({
      dossierCode,
      status,
      occurredAt,
      dueAt: record.NgayKetThucTheoQuyDinh,
      reason: statuses[status].needsReason ? record.NoiDungXuLy : undefined,
    }),
  );
};

const SyncRecord = z.discriminatedUnion('LoaiBanTin', [DossierRecord, ProgressRecord], {
  error: (issue) =>
    issue.code === 'invalid_union'
      ? 'LoaiBanTin must be DongBoHoSoMC or CapNhatTienDoHoSoMC.'
      : 'A record must be a JSON object.',
});

const readRecord = (json: unknown): { event: SyncedEvent } | { problem: RowProblem } => {
  const record = SyncRecord.safeParse(json);
  if (!record.success) {
    const { path, message } = record.error.issues[0]!;
    return { problem: { field: path.join('.'), sentence: message } };
  }
  const outcome =
    record.data.LoaiBanTin === 'DongBoHoSoMC' ? fromDossier(record.data) : fromProgress(record.data);
  return 'eventId' in outcome ? { event: outcome } : { problem: outcome };
};

/**
 * Turns a file of records with the field names of the national synchronisation service into our status events, in the
 * order of the file, rows counted from 1. A bad row is a problem of its own and stops no other; a file that is no list
 * is one problem of row 0. Identity numbers and enclosed papers (MaDoiTuong, TaiLieuNop) are never carried over.
 */
export const readNationalSync = (json: unknown): { rows: SyncedRow[] } => ({
  rows: Array.isArray(json)
    ? json.map((record: unknown, at) => ({ row: at + 1, ...readRecord(record) }))
    : [{ row: 0, problem: { field: '', sentence: 'The file must hold a JSON array of records.' } }],
});
