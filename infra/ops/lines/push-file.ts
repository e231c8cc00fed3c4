import { isNational } from '../../../shared/domain/dossier/national-sync/envelope.ts';
import { readNationalSync } from '../../../shared/domain/dossier/national-sync/read-records.ts';
import { linesIn } from './ndjson.ts';

/** One row of a file: an event to send, or why it cannot be sent. Rows are counted from 1. */
export type PushRow = { row: number; event: unknown } | { row: number; problem: unknown };

/**
 * Reads a file of status events: NDJSON with one event a line as the ward API takes it, or JSON or NDJSON in the field
 * names of the national synchronisation service, with its envelope or without. What kind it is shows in its first characters.
 */
export const readPushFile = (text: string): PushRow[] => {
  const whole = parsed(text.replace(/^\uFEFF/, ''));
  if (whole.ok && !isOneEvent(whole.value)) return readNationalSync(whole.value).rows;
  return linesIn(text).flatMap(({ row, text: line }): PushRow[] => {
    const { ok, value } = parsed(line);
    if (ok && isNational(value))
      return readNationalSync(value).rows.map((read): PushRow => ({ ...read, row }));
    return [ok ? { row, event: value } : { row, problem: 'This line is not JSON' }];
  });
};

const isOneEvent = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'eventId' in value;

const parsed = (text: string): { ok: boolean; value?: unknown } => {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false };
  }
};
