/**
 * Dossiers that are late, and those of them nobody has apologised for. An office that cannot keep a date writes the
 * apology with a new one (Mẫu 04, Phụ lục I, TT 03/2025/TT-VPCP) on or before the due date.
 */
import * as z from 'zod';
import { Day, dayOf, daysBetween } from '../../values/day.ts';
import { type Dossier, fact } from '../dossier.ts';
import { Instant } from '../../values/instant.ts';
import { statuses } from '../statuses.ts';

/** What is asked about one dossier. `dueAt` is the first date promised; absent where the rules fix none. */
export type Promised = {
  code: string;
  dueAt?: Instant;
  finishedAt?: Instant;
  /** When each apology was written. */
  apologies: readonly Instant[];
};

/** What the office promised for a dossier, and what became of the promise. */
export const promisedFor = (dossier: Dossier): Promised => {
  const dueAt = fact(dossier, 'dueAt');
  const finished = dossier.steps.find(({ status }) => statuses[status].ends !== false);
  return {
    code: dossier.code,
    ...(dueAt !== undefined && { dueAt }),
    ...(finished !== undefined && { finishedAt: finished.occurredAt }),
    apologies: dossier.steps.filter(({ status }) => status === 'delayed').map(({ occurredAt }) => occurredAt),
  };
};

/** Until when the office's first promise stands: due, unfinished, and nobody has apologised yet. */
export const openPromise = (dossier: Dossier): Instant | undefined => {
  const { dueAt, finishedAt, apologies } = promisedFor(dossier);
  return finishedAt === undefined && apologies.length === 0 ? dueAt : undefined;
};

export type Apology = 'on-time' | 'late' | 'none';
export type Late = { code: string; dueOn: Day; daysLate: number; finished: boolean; apology: Apology };

const apologyOf = (apologies: readonly Instant[], dueOn: Day): Apology => {
  if (apologies.some((written) => dayOf(written) <= dueOn)) return 'on-time';
  return apologies.length > 0 ? 'late' : 'none';
};

/**
 * The dossiers that are late at `now`, or were when they were finished, the longest first. Days are compared, not
 * hours, and a dossier without a date is never late, as form II.06a counts (TT 01/2020/TT-VPCP, confidence A/B).
 */
export const late = (dossiers: readonly Promised[], now: Instant): Late[] =>
  dossiers
    .flatMap(({ code, dueAt, finishedAt, apologies }): Late[] => {
      if (dueAt === undefined) return [];
      const dueOn = dayOf(dueAt);
      const daysLate = daysBetween(dueOn, dayOf(finishedAt ?? now));
      if (daysLate <= 0) return [];
      const finished = finishedAt !== undefined;
      return [{ code, dueOn, daysLate, finished, apology: apologyOf(apologies, dueOn) }];
    })
    .toSorted((a, b) => b.daysLate - a.daysLate || (a.code < b.code ? -1 : 1));

/** Those among the late for whom no apology was written on or before the due date. */
export const lateWithoutApology = (dossiers: readonly Promised[], now: Instant): Late[] =>
  late(dossiers, now).filter(({ apology }) => apology !== 'on-time');

/**
 * Those whose last day to be apologised for in time is this one: unfinished, due today, nothing written yet. The list a
 * clerk can still do something about.
 */
export const toApologiseToday = (dossiers: readonly Promised[], now: Instant): Promised[] =>
  dossiers.filter(
    ({ dueAt, finishedAt, apologies }) =>
      finishedAt === undefined &&
      apologies.length === 0 &&
      dueAt !== undefined &&
      dayOf(dueAt) === dayOf(now),
  );

/** What a ward owes an apology for (Mẫu 04, TT 03/2025/TT-VPCP), the longest late first. */
export const OverdueList = z.strictObject({
  late: z.array(z.strictObject({ code: z.string(), dueOn: Day, daysLate: z.int() })),
  /** Unfinished and due today: an apology written today is still in time. */
  apologiseToday: z.array(z.strictObject({ code: z.string(), dueAt: Instant })),
});
export type OverdueList = z.infer<typeof OverdueList>;
