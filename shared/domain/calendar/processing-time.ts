import * as z from 'zod';
import { Confidence } from './calendar.ts';
import { TimeOfDay } from '../values/day.ts';

/** How long a procedure may take (thời hạn giải quyết). */
export const ProcessingTime = z.discriminatedUnion('kind', [
  /** "Ngày làm việc", kept in working hours: 8 of them are one day. */
  z.strictObject({ kind: z.literal('working-days'), days: z.int().positive() }),
  z.strictObject({ kind: z.literal('working-hours'), hours: z.int().positive() }),
  /** Received at the cut-off or before: closing time of that day. Later: closing time of the next working day. */
  z.strictObject({ kind: z.literal('same-day'), cutOff: TimeOfDay }),
  /** "Ngày" alone: never ends on a day off; some procedures do not count holidays either. */
  z.strictObject({ kind: z.literal('calendar-days'), days: z.int().positive(), skipHolidays: z.boolean() }),
  /** "Không có ngày hẹn trả cụ thể theo quy định" */
  z.strictObject({ kind: z.literal('no-fixed-date') }),
]);
export type ProcessingTime = z.infer<typeof ProcessingTime>;

const Rule = z.strictObject({
  name: z.string().min(1),
  procedures: z.array(z.string()).min(1),
  time: ProcessingTime,
  source: z.string().min(1),
  confidence: Confidence,
});

/** Processing times as versioned data: provinces shorten them by decision. */
export const ProcessingTimeTable = z.strictObject({ version: z.iso.date(), rules: z.array(Rule) });
export type ProcessingTimeTable = z.infer<typeof ProcessingTimeTable>;

/** How long this procedure may take; `undefined` if the table does not say. */
export const timeFor = (table: ProcessingTimeTable, procedureCode: string): ProcessingTime | undefined =>
  table.rules.find(({ procedures }) => procedures.includes(procedureCode))?.time;
