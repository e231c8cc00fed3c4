/**
 * A child's vaccination plan, counted from the day of birth: what a welcome letter promises and what it leaves to the
 * health station. Preterm children are counted by their birthday too; screening at the session decides.
 */
import * as z from 'zod';
import { Day, daysBetween, TimeOfDay } from '../../values/day.ts';
import { LocalDays } from '../../calendar/calendar.ts';
import { type ClosedDays, closedDays } from '../../calendar/closed-day.ts';
import { nationalCalendars } from '../../calendar/national/calendars.ts';
import { firstSession, SessionPlace } from './place.ts';
import { isShown, reach, type Schedule, type ScheduledDose } from './schedule.ts';

/** What a plan is counted from. `optional` names vaccines (code or dose id) that the ward switched on. */
export const PlanRequest = z.strictObject({
  bornOn: Day,
  sex: z.enum(['female', 'male']).optional(),
  optional: z.array(z.string()).optional(),
  place: SessionPlace.optional(),
  /** The ward's own days off, beside the national calendar. */
  localDays: LocalDays.optional(),
  /** The day the letter is written; doses due before it are left to the health station. */
  asOf: Day.optional(),
});
export type PlanRequest = z.infer<typeof PlanRequest>;

/** One dose with the day on which the family is expected. */
export const PlannedDose = z.strictObject({
  id: z.string(),
  vaccine: z.string(),
  dose: z.int().positive(),
  when: z.string(),
  dueOn: Day,
  /** The first session of the place on or after the due day. */
  session: z.strictObject({ on: Day, from: TimeOfDay, to: TimeOfDay, insteadOf: Day.optional() }).optional(),
  /** Days from due day to session, present only when they are more than the schedule calls a long gap. */
  gapDays: z.int().optional(),
  /** Due before the letter was written, or no session before the latest age: the family asks the health station. */
  past: z.literal(true).optional(),
});
export type PlannedDose = z.infer<typeof PlannedDose>;

export const VaccinationPlan = z.strictObject({
  schedule: z.string(),
  heading: z.string(),
  askHealthStation: z.string(),
  doses: z.array(PlannedDose),
  disclaimers: z.array(z.string()),
});
export type VaccinationPlan = z.infer<typeof VaccinationPlan>;

const latest = (days: readonly Day[]): Day => days.reduce((a, b) => (a > b ? a : b));

/** The day a family is asked to come: the session where there is one, else the due day. */
export const plannedOn = (dose: PlannedDose): Day => dose.session?.on ?? dose.dueOn;

const dueOn = (
  dose: ScheduledDose,
  bornOn: Day,
  before: PlannedDose | undefined,
  schedule: Schedule,
): Day => {
  const ages = [dose.recommendedAge, dose.earliestAge].filter((age) => age !== undefined);
  const interval = dose.after?.atLeast ?? `P${schedule.minimumIntervalDays}D`;
  return latest([
    bornOn,
    ...ages.map((age) => reach(bornOn, age)),
    ...(before ? [reach(plannedOn(before), interval)] : []),
  ]);
};

const meet = (
  dose: ScheduledDose,
  due: Day,
  request: PlanRequest,
  schedule: Schedule,
  isClosed: ClosedDays,
): Partial<PlannedDose> => {
  if (request.asOf && due < request.asOf) return { past: true };
  if (!request.place || dose.where === 'birthplace') return {};
  const session = firstSession(request.place, due, isClosed);
  if (!session) return {};
  const end = dose.latestAge && reach(request.bornOn, dose.latestAge);
  if (end && session.on > end) return { past: true };
  const gap = daysBetween(due, session.on);
  return { session, ...(gap > schedule.longGapDays && { gapDays: gap }) };
};

/**
 * Every dose on or after its earliest age and never closer to the one before than the minimum interval, counted from
 * the session at which the family is expected. No session is on a holiday or on a day the ward is closed. Sorted by due
 * day.
 */
export const planVaccination = (request: PlanRequest, schedule: Schedule): VaccinationPlan => {
  const planned = new Map<string, PlannedDose>();
  const isClosed = closedDays(nationalCalendars, request.localDays ?? { daysOff: [], extraWorkingDays: [] });
  for (const dose of schedule.doses) {
    if (!isShown(dose, request.optional ?? [], request.sex)) continue;
    const due = dueOn(dose, request.bornOn, dose.after && planned.get(dose.after.dose), schedule);
    const { id, vaccine, dose: number, when } = dose;
    const met = meet(dose, due, request, schedule, isClosed);
    planned.set(id, { id, vaccine, dose: number, when, dueOn: due, ...met });
  }
  return {
    schedule: `${schedule.id} ${schedule.version}`,
    heading: schedule.heading,
    askHealthStation: schedule.askHealthStation,
    doses: [...planned.values()].toSorted((a, b) => a.dueOn.localeCompare(b.dueOn)),
    disclaimers: schedule.disclaimers.map(({ text }) => text),
  };
};

/** Names that switch nothing on: a slip in a ward's settings. */
export const unknownOptional = (optional: readonly string[], schedule: Schedule): string[] =>
  optional.filter(
    (name) => !schedule.doses.some((dose) => dose.scope !== 'national' && isShown(dose, [name])),
  );
