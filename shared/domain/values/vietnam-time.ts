/**
 * Times as provincial systems and clerks write them, on the clocks of Viet Nam, which stand at +07:00 all year:
 * `yyyyMMddHHmmss` and its beginnings, ISO 8601 with an offset or without, `dd/MM/yyyy` before or behind a time.
 */
type Parts = { year: string; month: string; day: string; hour?: string; minute?: string; second?: string };

const date = '(?<day>\\d{1,2})[/.-](?<month>\\d{1,2})[/.-](?<year>\\d{4})';
const time = '(?<hour>\\d{1,2})[:hg](?<minute>\\d{2})(?::(?<second>\\d{2}))?';
const shapes = [
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?:(?<hour>\d{2})(?<minute>\d{2})(?<second>\d{2})?)?$/,
  /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?:[T ](?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2}))?(?:\.\d+)?)?$/,
  new RegExp(`^${date}(?:[ ,]+${time})?$`),
  new RegExp(`^${time}[ ,]+(?:ngày )?${date}$`),
];
const withOffset = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/;

const two = (digits: string): string => digits.padStart(2, '0');

/** That moment with its offset, or undefined if it is none: no 30 February, no hour 24. `whole` is the hour of a day alone. */
export const readVietnamTime = (written: string, whole = '00:00:00'): string | undefined => {
  const text = written.trim();
  if (withOffset.test(text)) return Number.isNaN(Date.parse(text)) ? undefined : atSeven(text);
  const parts = shapes.map((shape) => shape.exec(text)?.groups).find((groups) => groups !== undefined);
  if (parts === undefined) return undefined;
  const { year, month, day, hour, minute = '00', second } = parts as Parts;
  const clock = hour === undefined ? whole : [hour, minute, second ?? '00'].map(two).join(':');
  const local = `${year}-${two(month)}-${two(day)}T${clock}`;
  const utc = new Date(`${local}Z`);
  const isReal = !Number.isNaN(utc.getTime()) && utc.toISOString().startsWith(local);
  return isReal ? `${local}+07:00` : undefined;
};

const sevenHours = 7 * 3_600_000;

/** The same instant as Viet Nam's clocks show it. */
const atSeven = (instant: string): string =>
  `${new Date(Date.parse(instant) + sevenHours).toISOString().slice(0, 19)}+07:00`;
