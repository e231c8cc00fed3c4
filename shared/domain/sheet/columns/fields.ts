/** What a column may say of a dossier. */
import * as z from 'zod';
import { type Heading, headings } from './headings.ts';

export type SheetField = keyof typeof headings;
export const SheetField = z.enum(Object.keys(headings) as SheetField[]);

/** What a person chose for a heading: what it says, or that it is left out. */
export const ColumnChoice = z.enum([...SheetField.options, 'ignored']);
export type ColumnChoice = z.infer<typeof ColumnChoice>;

/** How a field is called where its column has no heading. */
export const nameOfField: Readonly<Record<SheetField, string>> = {
  dossierCode: 'Mã hồ sơ',
  procedureCode: 'Mã TTHC',
  procedureName: 'Tên thủ tục',
  status: 'Trạng thái',
  occurredAt: 'Thời điểm',
  filedAt: 'Ngày nộp',
  receivedAt: 'Ngày tiếp nhận',
  dueAt: 'Ngày hẹn trả',
  newDueAt: 'Ngày hẹn lại',
  refusedAt: 'Ngày từ chối',
  supplementAt: 'Ngày yêu cầu bổ sung',
  finishedAt: 'Ngày có kết quả',
  returnedAt: 'Ngày trả kết quả',
  name: 'Họ tên',
  phone: 'Số điện thoại',
  contact: 'Địa chỉ, số điện thoại',
  reason: 'Lý do',
  fee: 'Lệ phí',
  returnMethod: 'Hình thức trả kết quả',
  filingChannel: 'Hình thức nộp',
  deliveryStreet: 'Địa chỉ nhận kết quả',
};

/** Fields that hold a moment. */
export const dateFields = [
  'occurredAt',
  'filedAt',
  'receivedAt',
  'dueAt',
  'newDueAt',
  'refusedAt',
  'supplementAt',
  'finishedAt',
  'returnedAt',
] as const satisfies readonly SheetField[];
export type DateField = (typeof dateFields)[number];

/** What of a status event a column becomes, where the two are not called alike. */
const facts: Readonly<Partial<Record<SheetField, string>>> = {
  name: 'applicant.name',
  phone: 'applicant.phone',
  contact: 'applicant.phone',
  deliveryStreet: 'deliveryAddress.street',
};

export const factOf = (field: SheetField): string => facts[field] ?? field;

/** The columns that a fact of an event may come from; its whole where a part of it is meant. */
export const fieldsOfFact = (fact: string): SheetField[] =>
  SheetField.options.filter((field) => factOf(field) === fact || factOf(field).startsWith(`${fact}.`));

const rows = Object.entries(headings) as [SheetField, Heading][];
const wholes = new Map(
  rows.flatMap(([field, { whole }]) =>
    whole.flatMap((line) => line.split('; ')).map((heading) => [heading, field] as const),
  ),
);

/** What a heading means by our own table, without accents and signs; nothing where two patterns claim it. */
export const fieldOf = (folded: string): SheetField | undefined => {
  const whole = wholes.get(folded);
  if (whole !== undefined) return whole;
  const alike = rows.filter(([, { like }]) => like?.test(folded));
  return alike.length === 1 ? alike[0]![0] : undefined;
};
