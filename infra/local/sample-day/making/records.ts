import { type Dice, oneOf } from '../../simulators/dice.ts';
import type { Course, Step } from './courses.ts';
import { digits, dueAfter, type WallClock } from './office-hours.ts';
import type { Person } from './people.ts';
import type { Procedure } from './procedures.ts';

/** A record of the national synchronisation service, as it goes into the file. */
export type SyncRecord = Record<string, unknown>;

export type Dossier = { code: string; procedure: Procedure; person: Person; course: Course; office: string };

const officers = ['Nguyễn Hoài Thương', 'Lê Quang Vinh', 'Phạm Thu Hà', 'Trần Bảo Châu', 'Võ Minh Nhật'];

const dateOf = (moment: WallClock | undefined): string => (moment === undefined ? '' : digits(moment));

const aProgressRecord = (dice: Dice, { code, course }: Dossier, { at, status, note }: Step): SyncRecord => ({
  LoaiBanTin: 'CapNhatTienDoHoSoMC',
  MaHoSo: code,
  NguoiXuLy: oneOf(dice, officers),
  ChucDanh: 'Công chức tư pháp - hộ tịch',
  ThoiDiemXuLy: digits(at),
  PhongBanXuLy: 'Trung tâm Phục vụ hành chính công',
  NoiDungXuLy: note ?? '',
  TrangThai: status,
  NgayBatDau: dateOf(course.received),
  NgayKetThucTheoQuyDinh: dateOf(course.due),
});

/** The whole dossier as it stands after `now`: everything that happened before is in it too. */
const aDossierRecord = ({ code, procedure, person, course, office }: Dossier, now: Step): SyncRecord => {
  const past = course.steps.filter(({ at }) => at <= now.at);
  const last = (...statuses: number[]) => past.findLast(({ status }) => statuses.includes(status))?.at;
  const waits = past.filter(({ status }) => status === 5);
  return {
    LoaiBanTin: 'DongBoHoSoMC',
    isUpdating: past.length > 1,
    MaHoSo: code,
    MaTTHC: procedure.code,
    TenTTHC: procedure.name,
    TenLinhVuc: procedure.field,
    KenhThucHien: course.channel,
    ChuHoSo: person.name,
    LoaiDoiTuong: 1,
    SoDienThoai: person.phone,
    Email: '',
    TrangThaiHoSo: now.status,
    NgayNopHoSo: dateOf(course.submitted),
    NgayTiepNhan: course.received !== undefined && course.received <= now.at ? digits(course.received) : '',
    NgayHenTra: course.received !== undefined && course.received <= now.at ? dateOf(course.due) : '',
    NgayTuChoi: dateOf(last(3)),
    NgayKetThucXuLy: dateOf(last(7, 8, 9)),
    NgayTra: dateOf(last(10)),
    HinhThuc: course.returnMethod,
    DonViXuLy: office,
    GhiChu: now.status === 5 ? '' : (now.note ?? ''),
    DanhSachHoSoBoSung: waits.map(({ at, note }) => ({
      NgayBoSung: digits(at),
      NoiDungBoSung: note,
      NgayHenTraTruoc: dateOf(course.due),
      NgayHenTraMoi: digits(dueAfter(at, Math.max(procedure.days, 1))),
    })),
  };
};

/** One record for each step of a dossier, with the moment at which it happened. */
export const recordsOf = (dice: Dice, dossier: Dossier): { at: WallClock; record: SyncRecord }[] =>
  dossier.course.steps.map((step) => ({
    at: step.at,
    record: step.told === 'progress' ? aProgressRecord(dice, dossier, step) : aDossierRecord(dossier, step),
  }));
