import { Cron } from 'croner';

/** When the clock calls: every so many milliseconds, or by a cron expression in a time zone. */
export type Clockwork = { every: number } | { cron: string; timeZone: string };

const units: Record<string, number | undefined> = {
  minute: 60_000,
  minutes: 60_000,
  hour: 3_600_000,
  hours: 3_600_000,
  day: 86_400_000,
  days: 86_400_000,
};

/** AWS counts Sunday as 1, cron as 0. What stands behind `#` or `L` is no weekday and stays. */
const weekday = (field: string): string =>
  field
    .split('#')
    .map((part, index) => (index === 0 ? part.replaceAll(/\d+/g, (day) => String(Number(day) - 1)) : part))
    .join('#');

const either = (field: string): string => (field === '?' ? '*' : field);

/** AWS's six fields (minutes, hours, day of month, month, day of week, year) as cron's five. */
const cronOf = (id: string, expression: string): string => {
  const fields = expression.trim().split(/\s+/);
  const [minute, hour, day, month, dayOfWeek, year] = fields;
  if (fields.length !== 6 || year !== '*' || dayOfWeek === undefined)
    throw new Error(`${id}: cron(${expression}) is not understood: six fields are expected, any year`);
  return [minute, hour, either(String(day)), month, either(weekday(dayOfWeek))].join(' ');
};

/** Reads `rate(5 minutes)` or `cron(0 8 * * ? *)`; anything else, such as `at(…)`, is an error naming the resource. */
export const clockOf = (id: string, expression: string, timeZone: string): Clockwork => {
  const [, kind, inside = ''] = /^(rate|cron)\((.*)\)$/.exec(expression) ?? [];
  if (kind === 'cron') return { cron: cronOf(id, inside), timeZone };
  const [amount, unit = ''] = inside.split(' ');
  const every = Number(amount) * (units[unit] ?? Number.NaN);
  if (kind === 'rate' && every > 0) return { every };
  throw new Error(`${id}: the schedule ${expression} is not understood`);
};

/** The next call strictly after `now` (milliseconds since 1970); a rate counts from `start`. */
export const nextCall = (at: Clockwork, start: number, now: number): number => {
  if ('every' in at) return start + (Math.floor((now - start) / at.every) + 1) * at.every;
  const next = new Cron(at.cron, { timezone: at.timeZone, paused: true, sloppyRanges: true }).nextRun(
    new Date(now),
  );
  return next ? next.getTime() : Number.POSITIVE_INFINITY;
};
