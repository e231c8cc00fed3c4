import { isNational } from '../dossier/national-sync/envelope.ts';
import { readNationalSync } from '../dossier/national-sync/read-records.ts';
import { exactJson } from '../values/wire/exact-json.ts';
import { decode } from './bytes/decode.ts';
import { notUtf8, readUtf8 } from '../values/wire/read-utf8.ts';
import { linesIn } from '../values/wire/lines.ts';

/** One row of a file: an event to send, or why it cannot be sent. Rows are counted from 1. */
export type PushRow = { row: number; event: unknown } | { row: number; problem: unknown };

/**
 * Reads status events in JSON: NDJSON with one event a line as the ward API takes it, or JSON or NDJSON in the field
 * names of the national synchronisation service, with its envelope or without. What kind it is shows in its first
 * characters. Bytes that are not UTF-8 cost the lines that they stand in, and a file of one piece as a whole.
 */
export const readPushFile = (file: Uint8Array): PushRow[] => {
  const read = readUtf8(file);
  const isLossy = !read.ok && read.why === 'not-utf-8';
  const text = isLossy ? new TextDecoder().decode(file) : decode(file).text;
  const whole = parsed(text);
  if (whole.ok && !isOneEvent(whole.value))
    return isLossy ? [{ row: 0, problem: notUtf8[read.why].vi }] : readNationalSync(whole.value).rows;
  return linesIn(text).flatMap(({ row, text: line }): PushRow[] => {
    if (isLossy && line.includes(lost)) return [{ row, problem: notUtf8[read.why].vi }];
    const { ok, value } = parsed(line);
    if (ok && isNational(value))
      return readNationalSync(value).rows.map((each): PushRow => ({ ...each, row }));
    return [ok ? { row, event: value } : { row, problem: 'This line is not JSON' }];
  });
};

/** What a decoder that does not refuse writes for bytes that are no letter. */
const lost = '\ufffd';

const isOneEvent = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'eventId' in value;

const parsed = (text: string): { ok: boolean; value?: unknown } => {
  try {
    return { ok: true, value: exactJson(text) };
  } catch {
    return { ok: false };
  }
};
