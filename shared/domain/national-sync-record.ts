// The record shapes of the national synchronisation service, as provincial systems send them: only the fields that are
// read. Everything else is cut off here, above all MaDoiTuong (identity number) and TaiLieuNop (enclosed papers).
import * as z from 'zod';

const blankIsAbsent = (value: unknown): unknown =>
  value === null || (typeof value === 'string' && value.trim() === '') ? undefined : value;

const required = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(blankIsAbsent, schema);
const optional = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(blankIsAbsent, schema.optional());

/** A sentence about the field that never repeats what was in it. */
const saying =
  (wanted: string) =>
  ({ path = [], input }: { path?: PropertyKey[] | undefined; input?: unknown }): string =>
    `${path.map(String).join('.')} ${input === undefined ? 'is missing' : `must be ${wanted}`}.`;

const text = (most: number) =>
  z
    .string({ error: saying('text') })
    .max(most, { error: saying(`at most ${most} characters long`) })
    .transform((value) => value.normalize('NFC').trim());

const clock = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/;
const aTime = { error: saying('a time like 20260302091500') };

/** `yyyyMMddHHmmss` on the clocks of Viet Nam, which stand at +07:00 all year. */
const Moment = z
  .string(aTime)
  .regex(clock, aTime)
  .transform((digits) => digits.replace(clock, '$1-$2-$3T$4:$5:$6+07:00'))
  .pipe(z.iso.datetime({ offset: true, ...aTime }));

const numberIn = (value: unknown): unknown =>
  typeof value === 'string' && /^\d{1,2}$/.test(value) ? Number(value) : value;

/** A whole number, also when it was sent as text. */
const code = (least: number, most: number) => {
  const error = saying(`a number from ${least} to ${most}`);
  return z.preprocess(numberIn, z.int({ error }).min(least, { error }).max(most, { error }));
};

/** Where the citizen gets the result: 0 at the one-stop counter, 1 by post. */
const ReturnMethod = code(0, 1).transform((sent) => (sent === 0 ? 'counter' : 'post'));

const Supplement = z.object({
  NgayBoSung: required(Moment),
  NoiDungBoSung: optional(text(500)),
  NgayHenTraMoi: optional(Moment),
});

/** The whole dossier as it stands after a step. */
export const DossierRecord = z.object({
  LoaiBanTin: z.literal('DongBoHoSoMC'),
  MaHoSo: required(text(40)),
  MaTTHC: required(text(20)),
  TrangThaiHoSo: required(code(1, 10)),
  ChuHoSo: required(text(200)),
  SoDienThoai: optional(z.union([text(60), z.number().transform(String)], { error: saying('text') })),
  HinhThuc: optional(ReturnMethod),
  HinhThucTra: optional(ReturnMethod),
  NgayNopHoSo: optional(Moment),
  isUpdating: optional(
    z
      .union([z.boolean(), z.literal(['0', '1', 'true', 'false'])])
      .transform((said) => [true, '1', 'true'].includes(said)),
  ),
  NgayTiepNhan: optional(Moment),
  NgayHenTra: optional(Moment),
  NgayTuChoi: optional(Moment),
  NgayKetThucXuLy: optional(Moment),
  NgayTra: optional(Moment),
  ThoiDiemXuLy: optional(Moment),
  GhiChu: optional(text(500)),
  DanhSachHoSoBoSung: z.preprocess((value) => value ?? [], z.array(Supplement, { error: saying('a list') })),
});
export type DossierRecord = z.infer<typeof DossierRecord>;

/** One step of an officer. */
export const ProgressRecord = z.object({
  LoaiBanTin: z.literal('CapNhatTienDoHoSoMC'),
  MaHoSo: required(text(40)),
  TrangThai: required(code(1, 10)),
  ThoiDiemXuLy: required(Moment),
  NoiDungXuLy: optional(text(500)),
  NgayKetThucTheoQuyDinh: optional(Moment),
});
export type ProgressRecord = z.infer<typeof ProgressRecord>;
