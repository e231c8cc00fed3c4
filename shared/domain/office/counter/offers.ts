/**
 * What an office offers beside its hours: times at which somebody fills in forms for those who find writing hard ("ngày không
 * viết", "viết giúp", volunteers in turn), and weekdays on which named procedures are answered at once ("ngày không hẹn").
 */
import * as z from 'zod';
import { Day, dayOf, TimeOfDay, Weekday, weekdayOf } from '../../values/day.ts';
import { type Dossier, fact } from '../../dossier/dossier.ts';
import { publicWords } from './public-words.ts';

const forwards = ({ from, to }: { from: TimeOfDay; to: TimeOfDay }) => from < to;
const forwardsOnly = 'help must begin before it ends';

/** `by` is who helps, as citizens know them: `Đoàn thanh niên`. */
const help = { from: TimeOfDay, to: TimeOfDay, by: publicWords(40) };

const HelpWeekly = z
  .strictObject({ weekdays: z.array(Weekday).min(1), ...help })
  .refine(forwards, forwardsOnly);
const HelpDated = z.strictObject({ day: Day, ...help }).refine(forwards, forwardsOnly);

export const Offers = z.strictObject({
  helpWeekly: z.array(HelpWeekly).max(20).default([]),
  /** On one date, beside the weekly times: whose turn it is. */
  helpDated: z.array(HelpDated).max(60).default([]),
  /** Procedures that are answered on the day they are filed, on these weekdays. */
  noAppointment: z
    .strictObject({
      weekdays: z.array(Weekday).min(1),
      procedures: z.array(z.string().min(1).max(30)).min(1).max(60),
    })
    .optional(),
});
export type Offers = z.infer<typeof Offers>;

export const noOffers: Offers = { helpWeekly: [], helpDated: [] };

/** Who helps on this day and when, in order. */
export const helpOn = (
  { helpWeekly, helpDated }: Offers,
  day: Day,
): { from: TimeOfDay; to: TimeOfDay; by: string }[] =>
  [
    ...helpWeekly.filter(({ weekdays }) => weekdays.includes(weekdayOf(day))),
    ...helpDated.filter((one) => one.day === day),
  ]
    .map(({ from, to, by }) => ({ from, to, by }))
    .toSorted((one, other) => (one.from < other.from ? -1 : 1));

/** The dossier as one that nobody waits for, if its office has chosen its procedure and the weekday on which it was filed. */
export const markedAtOnce = (dossier: Dossier, { noAppointment }: Offers): Dossier => {
  const { atOnce: _before, ...unmarked } = dossier;
  const filed = dossier.steps.find(({ status }) => status === 'received') ?? dossier.steps[0];
  const isChosen =
    filed !== undefined &&
    noAppointment?.procedures.includes(fact(dossier, 'procedureCode') ?? '') === true &&
    noAppointment.weekdays.includes(weekdayOf(dayOf(filed.occurredAt)));
  return isChosen ? { ...unmarked, atOnce: true } : unmarked;
};
