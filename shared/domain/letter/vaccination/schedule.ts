/**
 * The schedule of childhood vaccination as data: which dose at which age, and how sure we are of it.
 *
 * Since 1 July 2026 no law in force carries a table of ages (Thông tư 13/2026/TT-BYT art. 5(4) leaves it to guidance),
 * so every value has its sources and a confidence, and nothing goes out until a ward had it confirmed.
 */
import * as z from 'zod';
import { addDays, addMonthsClamped, type Day } from '../../values/day.ts';
import published from './vn-epi-children-2026-11-21.json' with { type: 'json' };

/** An age or an interval in whole days, completed months or years: `P7D`, `P2M`, `P1Y` (ISO 8601 durations). */
const Age = z.string().regex(/^P\d{1,3}[DMY]$/);

/** A: an official text, or two independent quotations of it. B: one secondary source. C: memory only. */
const Confidence = z.enum(['A', 'B', 'C']);

const ScheduledDose = z.strictObject({
  id: z.string(),
  /** The vaccine by its code; a ward switches optional ones on by code or by dose id. */
  code: z.string(),
  vaccine: z.string(),
  dose: z.int().positive(),
  /** The age in a family's words. */
  when: z.string(),
  recommendedAge: Age.optional(),
  earliestAge: Age.optional(),
  latestAge: Age.optional(),
  /** The dose before it; without `atLeast` the schedule's minimum interval holds. */
  after: z.strictObject({ dose: z.string(), atLeast: Age.optional() }).optional(),
  given: z.enum(['injected', 'oral']),
  where: z.enum(['birthplace', 'birthplace-or-health-station', 'health-station', 'school-or-health-station']),
  /** Only `national` doses are on by default. */
  scope: z.enum(['national', 'by-province', 'selected-areas', 'pilot']),
  onlyFor: z.literal('female').optional(),
  sources: z.array(z.string()),
  confidence: Confidence,
  note: z.string().optional(),
});
export type ScheduledDose = z.infer<typeof ScheduledDose>;

/** One version of the schedule. Reference data for a letter, never medical advice. */
export const Schedule = z
  .strictObject({
    id: z.string(),
    version: z.iso.date(),
    /** True only in a ward's own copy, after its health station or CDC read it. */
    confirmed: z.boolean(),
    legalStatus: z.strictObject({ summary: z.string(), chain: z.array(z.string()), confirmWith: z.string() }),
    sources: z.record(z.string(), z.strictObject({ title: z.string(), read: z.string() })),
    minimumIntervalDays: z.int().positive(),
    /** A family waits longer than this many days for a session: the plan says so. */
    longGapDays: z.int().positive(),
    heading: z.string(),
    disclaimers: z.array(
      z.strictObject({ text: z.string(), confidence: Confidence, sources: z.array(z.string()) }),
    ),
    askHealthStation: z.string(),
    /** Each vaccine by its code as a mother calls it, and the diseases that it prevents. */
    vaccines: z.record(z.string(), z.strictObject({ short: z.string(), against: z.string() })),
    doses: z.array(ScheduledDose),
  })
  .refine(
    ({ doses }) =>
      doses.every(
        ({ after }, index) => !after || doses.slice(0, index).some((earlier) => earlier.id === after.dose),
      ),
    'a dose stands after the one it follows',
  )
  .refine(
    ({ doses, sources }) => doses.every((dose) => dose.sources.every((source) => source in sources)),
    'every source is described',
  )
  .refine(
    ({ doses, vaccines }) => doses.every(({ code }) => code in vaccines),
    'every vaccine says in plain words what it is for',
  );
export type Schedule = z.infer<typeof Schedule>;

/** The schedule in use: the last published values, not confirmed by anyone. */
export const currentSchedule: Schedule = Schedule.parse(published);

/** The day on which an age is reached; a missing day of the month becomes the last day of that month. */
export const reach = (from: Day, age: string): Day => {
  const count = Number(age.slice(1, -1));
  if (age.endsWith('D')) return addDays(from, count);
  return addMonthsClamped(from, age.endsWith('Y') ? count * 12 : count);
};

/**
 * Whether a plan shows this dose. National doses always; the others when the ward names them by vaccine code or by dose
 * id. A value from memory (confidence C) is shown only when it is named by its id.
 */
export const isShown = (
  dose: ScheduledDose,
  optional: readonly string[],
  sex?: 'female' | 'male',
): boolean => {
  if (dose.onlyFor === 'female' && sex === 'male') return false;
  if (dose.scope === 'national') return true;
  return optional.some(
    (name) => name.toLowerCase() === dose.id || (name.toUpperCase() === dose.code && dose.confidence !== 'C'),
  );
};
