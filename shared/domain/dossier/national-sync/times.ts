/** When a dossier came into a status, as the records of the national synchronisation service tell it. */
import type { DossierRecord } from './record.ts';
import type { PortalStatus } from '../statuses.ts';

/** The requests for papers that a record tells of, oldest first. */
export const supplementsOf = ({ DanhSachHoSoBoSung: supplements = [] }: DossierRecord) =>
  supplements.toSorted((one, other) => ((one.NgayBoSung ?? '') < (other.NgayBoSung ?? '') ? -1 : 1));
export const latestSupplement = (record: DossierRecord) => supplementsOf(record).at(-1);

/**
 * The statuses for which a whole dossier has no date: systems report each step twice, and only the progress record that
 * follows dates these. Nothing of the record is lost for it; it was not before it was handed in.
 */
export const undatedStatuses: readonly PortalStatus[] = ['in-progress', 'payment-requested'];
export const notBefore = ({ NgayTiepNhan, NgayNopHoSo }: DossierRecord): string | undefined =>
  NgayTiepNhan ?? NgayNopHoSo;

/** The field that tells when a dossier came into a status; `read` falls back on older versions of the service. */
export const instants = {
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
