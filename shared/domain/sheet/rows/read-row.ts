/** One row of a list of dossiers to one item of `POST /v1/status-events`. */
import { namedByContent, present } from '../../dossier/event/named-by-content.ts';
import { DossierCode } from '../../dossier/dossier-code.ts';
import { type Status, statuses } from '../../dossier/statuses.ts';
import { isKnown } from '../../values/procedure.ts';
import { procedures2026 } from '../../values/procedures-2026.ts';
import { amountIn, digitsIn } from '../cells/numbers.ts';
import { momentIn } from '../cells/moments.ts';
import { statusOf } from '../cells/status-words.ts';
import { type DateField, dateFields, type SheetField } from '../columns/fields.ts';
import { type GridRow, shown } from '../grid.ts';
import type { Warning } from '../../values/warning.ts';
import { filingChannelOf, returnMethodOf } from './choices.ts';
import { type ListReading, openRow, type OpenRow } from './open-row.ts';
import { phoneIn } from './phone.ts';
import { type Note, warningsOf } from './troubles.ts';
import { columnOfTime, type Moments, sinceWhen, statusByDays } from './when.ts';

/** One item of `POST /v1/status-events`; what the row does not say is absent. Times carry the offset +07:00. */
export type SheetEvent = {
  eventId: string;
  dossierCode: string;
  procedureCode?: string;
  /** Only where our table does not know the code. */
  procedureName?: string;
  status: Status;
  occurredAt: string;
  applicant: { name?: string; phone?: string; language: 'vi' };
  dueAt?: string;
  newDueAt?: string;
  reason?: string;
  fee?: number;
  returnMethod?: 'counter' | 'post' | 'home' | 'electronic';
  deliveryAddress?: { street: string };
  filingChannel?: 'counter' | 'online' | 'zalo' | 'post';
  /** Which cells were left out. */
  warnings?: Warning[];
};

/** `notes` is what a clerk should look at although the row is read. */
export type RowEvent = { event: SheetEvent; notes: Note[] };
type Read = RowEvent | { refused: Note[] };

const codeIn = ({ said, wrong }: OpenRow): string | undefined => {
  const cell = said('dossierCode');
  if (cell === undefined) return wrong('dossierCode', 'code-missing');
  if (cell.kind === 'moment') return wrong('dossierCode', 'code-became-date');
  const digits = digitsIn(cell);
  if (digits === 'rounded') return wrong('dossierCode', 'code-rounded');
  const code = DossierCode.safeParse(digits.text);
  return code.success ? code.data : wrong('dossierCode', 'code-unreadable');
};

const statusIn = (row: OpenRow, { columns, choice }: ListReading): Status | undefined => {
  const { said, wrong } = row;
  if (!columns.of.has('status'))
    return statusByDays((field) => said(field) !== undefined) ?? wrong('receivedAt', 'time-missing');
  const cell = said('status');
  if (cell === undefined) return wrong('status', 'status-missing');
  return statusOf(shown(cell), choice.statuses) ?? wrong('status', 'status-unknown');
};

/** A promised day alone is its end at the counter; anything else is its beginning. */
const wholeDay = (field: DateField): string =>
  field === 'dueAt' || field === 'newDueAt' ? '17:00:00' : '00:00:00';

/** The days of a row that can be read; of the others only the promised ones are said here. */
const momentsIn = ({ said, wrong }: OpenRow, { orders }: ListReading) => {
  const moments: Moments = {};
  const unread = new Map<DateField, 'doubtful' | 'unreadable'>();
  for (const field of dateFields) {
    const cell = said(field);
    if (cell === undefined) continue;
    const read = momentIn(cell, orders.get(field) ?? 'day-first', wholeDay(field));
    if (read.ok) moments[field] = read.at;
    else if (field === 'dueAt' || field === 'newDueAt') wrong(field, `due-${read.why}`);
    else unread.set(field, read.why);
  }
  return { moments, unread };
};

const timeIn = (
  row: OpenRow,
  status: Status,
  reading: ListReading,
  moments: Moments,
  unread: ReturnType<typeof momentsIn>['unread'],
): string | undefined => {
  const field = columnOfTime(status);
  const trouble = unread.get(field);
  if (trouble !== undefined) return row.wrong(field, `time-${trouble}`);
  const since = sinceWhen(status, moments) ?? reading.asOf;
  const [other] = unread;
  if (since !== undefined) return since;
  return other === undefined ? row.wrong(field, 'time-missing') : row.wrong(other[0], `time-${other[1]}`);
};

const chosenIn = <Choice>(
  { text, wrong }: OpenRow,
  field: SheetField,
  of: (written: string) => Choice | undefined,
): Choice | undefined => {
  const written = text(field);
  return written === undefined ? undefined : (of(written) ?? wrong(field, 'choice-unknown'));
};

const feeIn = ({ said, wrong }: OpenRow): number | undefined => {
  const cell = said('fee');
  return cell && (amountIn(cell) ?? wrong('fee', 'amount-unreadable'));
};

/** Reads the row. Only its code, status and time can refuse it; every other trouble is a note, and leaves its cell out. */
export const readRow = (given: GridRow, reading: ListReading): Read => {
  const row = openRow(given, reading);
  const dossierCode = codeIn(row);
  const status = statusIn(row, reading);
  const { moments, unread } = momentsIn(row, reading);
  const occurredAt = status && timeIn(row, status, reading, moments, unread);
  if (dossierCode === undefined || status === undefined || occurredAt === undefined)
    return { refused: row.found };

  const procedureCode = row.text('procedureCode');
  const street = row.text('deliveryStreet');
  const asksForMore = status === 'supplement-requested' || status === 'delayed';
  const event = {
    dossierCode,
    procedureCode,
    procedureName: isKnown(procedures2026, procedureCode) ? undefined : row.text('procedureName'),
    status,
    occurredAt,
    applicant: present({ name: row.text('name'), phone: phoneIn(row), language: 'vi' as const }),
    dueAt: moments.dueAt,
    newDueAt: asksForMore ? moments.newDueAt : undefined,
    reason: statuses[status].needsReason ? row.text('reason') : undefined,
    fee: status === 'payment-requested' ? feeIn(row) : undefined,
    returnMethod: chosenIn(row, 'returnMethod', returnMethodOf),
    deliveryAddress: street === undefined ? undefined : { street },
    filingChannel: chosenIn(row, 'filingChannel', filingChannelOf),
  };
  const warnings = warningsOf(row.found);
  return {
    event: namedByContent(
      status,
      present({ ...event, warnings: warnings.length > 0 ? warnings : undefined }),
    ),
    notes: row.found,
  };
};
