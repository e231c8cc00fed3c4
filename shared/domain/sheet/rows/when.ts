/** In which status a row of dates stands, and since when: the rule of the national records, asked with columns. */
import { instants } from '../../dossier/national-sync/times.ts';
import type { DossierRecord } from '../../dossier/national-sync/record.ts';
import { type PortalStatus, type Status, statuses } from '../../dossier/statuses.ts';
import type { DateField } from '../columns/fields.ts';

/** The moments of one row by their columns, with offset. */
export type Moments = Partial<Record<DateField, string>>;

const asRecord = (moments: Moments): DossierRecord =>
  ({
    NgayNopHoSo: moments.filedAt,
    NgayTiepNhan: moments.receivedAt,
    NgayTuChoi: moments.refusedAt,
    NgayKetThucXuLy: moments.finishedAt,
    NgayTra: moments.returnedAt,
    ThoiDiemXuLy: moments.occurredAt,
    ...(moments.supplementAt && { DanhSachHoSoBoSung: [{ NgayBoSung: moments.supplementAt }] }),
  }) as DossierRecord;

const columnFor: Readonly<Record<(typeof instants)[PortalStatus]['field'], DateField>> = {
  NgayNopHoSo: 'filedAt',
  NgayTiepNhan: 'receivedAt',
  NgayTuChoi: 'refusedAt',
  ThoiDiemXuLy: 'occurredAt',
  'DanhSachHoSoBoSung.NgayBoSung': 'supplementAt',
  NgayKetThucXuLy: 'finishedAt',
  NgayTra: 'returnedAt',
};

const isOfPortal = (status: Status): status is PortalStatus => statuses[status].place.portal;

/** Which column should tell when a dossier came into this status. */
export const columnOfTime = (status: Status): DateField =>
  isOfPortal(status) ? columnFor[instants[status].field] : 'occurredAt';

/** Since when a dossier is in this status: by the column of that status, otherwise by the column of every change. */
export const sinceWhen = (status: Status, moments: Moments): string | undefined =>
  (isOfPortal(status) ? instants[status].read(asRecord(moments)) : undefined) ?? moments.occurredAt;

/** How far a dossier is whose list has no column of statuses, by the last day that somebody wrote. */
const byDay = [
  ['returnedAt', 'returned'],
  ['finishedAt', 'completed'],
  ['refusedAt', 'not-accepted'],
  ['receivedAt', 'received'],
  ['filedAt', 'registered'],
] as const satisfies readonly (readonly [DateField, Status])[];

/** Columns of days that show a status by themselves. */
export const tellingDays: readonly DateField[] = byDay.map(([field]) => field);

export const statusByDays = (written: (field: DateField) => boolean): Status | undefined =>
  byDay.find(([field]) => written(field))?.[1];
