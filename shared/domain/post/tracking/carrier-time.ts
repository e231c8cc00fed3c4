import { type Instant, instantOf } from '../../values/instant.ts';

/** Forms in which carriers write the time of Viet Nam, which has been UTC+7 all year since 1975. */
const forms = {
  'dd/MM/yyyy HH:mm:ss': /^(?<d>\d{2})\/(?<M>\d{2})\/(?<y>\d{4}) (?<h>\d{2}):(?<m>\d{2}):(?<s>\d{2})$/,
  'dd-MM-yyyy HH:mm:ss': /^(?<d>\d{2})-(?<M>\d{2})-(?<y>\d{4}) (?<h>\d{2}):(?<m>\d{2}):(?<s>\d{2})$/,
  'yyyy-MM-dd HH:mm:ss': /^(?<y>\d{4})-(?<M>\d{2})-(?<d>\d{2}) (?<h>\d{2}):(?<m>\d{2}):(?<s>\d{2})$/,
} as const;
export type CarrierTimeForm = keyof typeof forms;

/**
 * The instant of a carrier's local time in one stated form, else nothing: the same digits mean another day in another
 * form, so it is never guessed, and a day that no calendar has (31/02) is no day.
 */
export const carrierTime = (text: string, form: CarrierTimeForm): Instant | undefined => {
  const { y, M, d, h, m, s } = forms[form].exec(text.trim())?.groups ?? {};
  const local = `${y}-${M}-${d}T${h}:${m}:${s}`;
  const time = Date.parse(`${local}+07:00`);
  if (Number.isNaN(time)) return undefined;
  const back = new Date(time + 7 * 3_600_000).toISOString().slice(0, 19);
  return back === local ? instantOf(new Date(time)) : undefined;
};
