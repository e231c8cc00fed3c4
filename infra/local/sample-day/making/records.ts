import { type Dice, oneOf } from '../../simulators/dice.ts';
import type { Course, Step } from './courses.ts';
import { digits, dueAfter, type WallClock } from './office-hours.ts';
import type { Person } from './people.ts';
import type { Procedure } from './procedures.ts';
import { type SyncRecord, tellsTwice } from './senders.ts';

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

const streets = ['Trần Phú', 'Hạ Long', 'Lê Lợi', 'Hoàng Hoa Thám', 'Trương Công Định'];

/** Where a result goes by post; one in six left none, as citizens do. */
const addressFor = (code: string, { returnMethod }: Course): SyncRecord => {
  const number = Number(code.slice(-4));
  if (returnMethod === 0 || number % 6 === 0) return {};
  return { DiaChiNhanKetQua: `${number} ${streets[number % streets.length]}`, MaXa: '26506', MaTinh: '79' };
};

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
    ...addressFor(code, course),
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

/** The records of each step of a dossier, with the moment at which it happened; some systems tell a step by both messages. */
export const recordsOf = (
  dice: Dice,
  dossier: Dossier,
): { at: WallClock; status: number; record: SyncRecord }[] =>
  dossier.course.steps.flatMap((step) => {
    const { at, status } = step;
    const progress = (later = 0) => ({
      at: at + later,
      status,
      record: aProgressRecord(dice, dossier, { ...step, at: at + later }),
    });
    if (step.told === 'progress') return [progress()];
    const whole = { at, status, record: aDossierRecord(dossier, step) };
    return tellsTwice(dossier.code) && [2, 9].includes(status) ? [whole, progress(2000)] : [whole];
  });
