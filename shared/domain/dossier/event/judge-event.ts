import * as z from 'zod';
import { between, type Instant, minutes } from '../../values/instant.ts';
import { factInWords } from './fact-words.ts';
import { garbledNamesIn } from './garbled-name.ts';
import { nothingHappenedBefore, withPlausibleDates } from './plausible-dates.ts';
import { readLeniently } from './read-leniently.ts';
import { StatusEvent } from './status-event.ts';
import { warningsAtMost } from '../../values/warning.ts';
import { warnings } from './row-troubles.ts';
import { spelledAsInEvents } from '../../values/places/address-spelling.ts';
import { errorsOf, type ProblemError } from '../../values/problem-error.ts';

/** How many events one request may bring. */
export const eventsAtOnce = 100;

/** The body of `POST /v1/status-events`; each event is judged by itself, so one bad row never stops the rest. */
export const AcceptRequest = z.strictObject({ events: z.array(z.unknown()).min(1).max(eventsAtOnce) });

/** How far ahead of ours a reporting system's clock may be. */
const clocksMayDifferBy = minutes(15);

/** What one row of a request is: an event we can keep, or what is wrong with it. */
export type Judged =
  | { ok: true; event: StatusEvent }
  | { ok: false; eventId?: string; errors: ProblemError[] };

const lenience = {
  needed: ['eventId', 'dossierCode', 'status', 'occurredAt'],
  cuttable: ['reason', 'name', 'procedureName', 'street', 'childName', 'parents', 'spouses', 'deceasedName'],
} as const;

/** What a clerk has to know of a row that was refused, behind the sentence for whoever wrote the program. */
const inVietnamese: Readonly<Record<string, string>> = {
  '/eventId': `${factInWords('eventId')}: mỗi lần báo cần một mã riêng, không để trống`,
  '/dossierCode': `${factInWords('dossierCode')}: thiếu hoặc sai; xin ghi mã trên giấy hẹn`,
  '/status': `${factInWords('status')}: không phải trạng thái; xin ghi số từ 1 đến 10 của Cổng Dịch vụ công hoặc tên như completed`,
  '/occurredAt': `${factInWords('occurredAt')}: thiếu hoặc sai; xin ghi như 2026-03-02T09:15:00+07:00, có múi giờ`,
  'in-the-future': 'thời điểm này chưa tới; xin kiểm tra đồng hồ của máy gửi',
  implausible: 'không có việc gì xảy ra vào ngày này; xin kiểm tra lại ngày, đừng ghi ngày giả cho ô trống',
  'unknown-field': 'không có trường này; xin kiểm tra lại tên trường hoặc bỏ trường này đi',
};

const forTheClerk = (error: ProblemError): ProblemError => {
  const said = inVietnamese[error.code] ?? inVietnamese[error.pointer];
  return said === undefined || error.message.includes(' · ')
    ? error
    : { ...error, message: `${error.message} · ${said}` };
};

const wrongTime = (now: Instant, occurredAt: Instant): ProblemError | undefined => {
  const pointer = '/occurredAt';
  if (between(now, occurredAt) > clocksMayDifferBy)
    return { pointer, code: 'in-the-future', message: 'This instant has not come yet; check the clock' };
  return occurredAt < nothingHappenedBefore
    ? { pointer, code: 'implausible', message: 'Nothing happened then; this is how systems write "no date"' }
    : undefined;
};

/** Java and others print our names as constants: `SUPPLEMENT_REQUESTED`. */
const statusSpelled = (said: unknown): unknown =>
  typeof said === 'string' ? said.trim().toLowerCase().replaceAll('_', '-') : said;

const Spelled = z.looseObject({ status: z.unknown().optional(), deliveryAddress: z.unknown().optional() });

/** The row with status and address spelled as the shape has them, so that what is wrong with the rest is left out alone. */
const respelled = (row: unknown): unknown => {
  const said = Spelled.safeParse(row).data;
  if (said === undefined) return row;
  const { status, deliveryAddress } = said;
  return {
    ...said,
    ...(status !== undefined && { status: statusSpelled(status) }),
    ...(deliveryAddress !== undefined && { deliveryAddress: spelledAsInEvents(deliveryAddress) }),
  };
};

/**
 * Reads one row. A status that has not happened yet is refused: nobody may be told of it. What is wrong with anything
 * but identity, status and time is left out and stands in the event's `warnings`.
 */
export const judge = (row: unknown, now: Instant): Judged => {
  const read = readLeniently(StatusEvent, respelled(row), lenience);
  const named = z.object({ eventId: z.string().max(200) }).safeParse(row);
  const by = named.success ? { eventId: named.data.eventId } : {};
  if (!read.ok) return { ok: false, ...by, errors: errorsOf(read.error).map(forTheClerk) };
  const wrong = wrongTime(now, read.value.occurredAt);
  if (wrong !== undefined) return { ok: false, ...by, errors: [forTheClerk(wrong)] };

  const { event, found } = withPlausibleDates(read.value, now);
  const { warnings: sent = [], ...facts } = event;
  const garbled = garbledNamesIn(facts).map((field) => warnings.garbled(field));
  const all = [...sent, ...read.warnings, ...found, ...garbled].slice(0, warningsAtMost);
  return { ok: true, event: { ...facts, ...(all.length > 0 && { warnings: all }) } };
};
