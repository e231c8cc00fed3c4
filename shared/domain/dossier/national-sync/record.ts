// The record shapes of the national synchronisation service, as provincial systems send them: only the fields that are
// read. Everything else is cut off here, above all MaDoiTuong (identity number) and TaiLieuNop (enclosed papers).
import * as z from 'zod';
import { cleanText } from '../../values/writing/clean-text.ts';
import { plainCode } from '../dossier-code.ts';
import { readVietnamTime } from '../../values/vietnam-time.ts';

const isBlank = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === 'string' && value.trim() === '');

const isTree = (value: unknown): boolean => typeof value === 'object' && !Array.isArray(value);

const required = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (isBlank(value) ? undefined : value), schema);
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (isBlank(value) ? undefined : value), schema.optional());

/** A sentence about the field that never repeats what was in it. */
const saying =
  (wanted: string) =>
  ({ path = [], input }: { path?: PropertyKey[] | undefined; input?: unknown }): string =>
    input === undefined
      ? `Thiếu ${path.map(String).join('.')}.`
      : `${path.map(String).join('.')} phải là ${wanted}.`;

const text = (most: number) =>
  z
    .string({ error: saying('chữ') })
    .transform(cleanText)
    .pipe(z.string().min(1).max(most));

const aTime = { error: saying('thời gian như 20260302091500 hoặc 02/03/2026 09:15') };

const noTime = {
  error: (issue: { path?: PropertyKey[] | undefined }) => aTime.error({ ...issue, input: '' }),
};

/** Systems write "none" as a day of the year 1, 1753, 1899, 1900 or 9999. */
const isDay = (moment: string): boolean => moment > '2000' && moment < '2200';

/** `whole` is the hour that a day alone stands for. */
const Moment = (whole?: string) =>
  z
    .string(aTime)
    .transform((written) => readVietnamTime(written, whole))
    .pipe(z.string(noTime).refine(isDay, noTime));

/** When something happened, and a promise: a day alone is its end at the counter. */
const Happened = Moment();
const Promised = Moment('17:00:00');

/** A number out of a few, also when it was sent as text. */
const code = <const Meanings extends Record<number, unknown>>(meanings: Meanings) => {
  const numbers = Object.keys(meanings).map(Number);
  const error = saying(`số từ ${Math.min(...numbers)} đến ${Math.max(...numbers)}`);
  return z
    .preprocess(
      (value) => (typeof value === 'string' && /^\s*\d{1,2}\s*$/.test(value) ? Number(value) : value),
      z.int({ error }).refine((number) => numbers.includes(number), { error }),
    )
    .transform((number) => meanings[number] as Meanings[number & keyof Meanings]);
};

const status = code({ 1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 6, 7: 7, 8: 8, 9: 9, 10: 10 });

/** Where the citizen gets the result: 0 at the one-stop counter, 1 by post. */
const ReturnMethod = code({ 0: 'counter', 1: 'post' });

/** KenhThucHien, the catalogue of the national portal: in person, online, by public post. */
const FilingChannel = code({ 1: 'counter', 2: 'online', 3: 'post' });

const Supplement = z.object({
  NgayBoSung: optional(Happened),
  NoiDungBoSung: optional(text(500)),
  NgayHenTraMoi: optional(Promised),
});

/** Whole đồng as programs and people write them: `8000`, `8.000`, `15,000 đ`, `8000.00`; a dot before three digits groups them. */
const money =
  /^\s*(?<whole>\d{1,3}(?:[.,]\d{3}){1,2}|\d{1,9})(?:[.,]0{1,2})?\s*(?:đ|₫|đồng|dong|vnd|vnđ)?\s*$/iu;

const Money = z
  .union([z.int().min(0), z.string().regex(money)], { error: saying('số tiền') })
  .transform((amount) =>
    typeof amount === 'number' ? amount : Number(money.exec(amount)!.groups!['whole']!.replaceAll(/\D/g, '')),
  );

/** One line of the fees; a line that was paid is not asked for again. */
const FeeLine = z.object({
  Gia: optional(Money),
  SoTien: optional(Money),
  TrangThaiThanhToan: z.unknown().optional(),
});

/** A list of one loses its brackets where a program made JSON of XML. */
const list = <Item extends z.ZodType>(item: Item) =>
  z.preprocess(
    (value) => (isBlank(value) ? [] : isTree(value) ? [value] : value),
    z.array(item, { error: saying('danh sách') }).optional(),
  );

const Code = z
  .string({ error: saying('chữ') })
  .transform(plainCode)
  .pipe(z.string().min(1).max(40));
const Yes = z.boolean({ error: saying('đúng hoặc sai') });
const place = (digits: number) => optional(z.string().regex(new RegExp(`^\\d{${digits}}$`)));

/** The whole dossier as it stands after a step. */
export const DossierRecord = z.object({
  LoaiBanTin: z.literal('DongBoHoSoMC'),
  MaHoSo: required(Code),
  MaTTHC: optional(text(30)),
  TenTTHC: optional(text(300)),
  TrangThaiHoSo: required(status),
  ChuHoSo: optional(text(200)),
  SoDienThoai: optional(
    z
      .string({ error: saying('chữ') })
      .trim()
      .max(200),
  ),
  KenhThucHien: optional(FilingChannel),
  HinhThuc: optional(ReturnMethod),
  HinhThucTra: optional(ReturnMethod),
  HoSoCoThanhPhanSoHoa: optional(Yes),
  isUpdating: optional(Yes),
  NgayNopHoSo: optional(Happened),
  NgayTiepNhan: optional(Happened),
  NgayHenTra: optional(Promised),
  NgayTuChoi: optional(Happened),
  NgayKetThucXuLy: optional(Happened),
  NgayTra: optional(Happened),
  ThoiDiemXuLy: optional(Happened),
  GhiChu: optional(text(500)),
  DanhSachLePhi: list(FeeLine),
  DanhSachHoSoBoSung: list(Supplement),
  /** No field of the service itself; provincial systems add it where the result goes by post. */
  DiaChiNhanKetQua: optional(text(300)),
  DiaChiTraKetQua: optional(text(300)),
  MaXa: place(5),
  MaTinh: place(2),
});
export type DossierRecord = z.infer<typeof DossierRecord>;

/** One step of an officer. */
export const ProgressRecord = z.object({
  LoaiBanTin: z.literal('CapNhatTienDoHoSoMC'),
  MaHoSo: required(Code),
  TrangThai: required(status),
  ThoiDiemXuLy: required(Happened),
  NoiDungXuLy: optional(text(500)),
});
export type ProgressRecord = z.infer<typeof ProgressRecord>;
