import { days, plus, type Clock } from '../../domain/values/instant.ts';
import {
  lateWithoutApology,
  type OverdueList,
  promisedFor,
  toApologiseToday,
} from '../../domain/dossier/standing/overdue.ts';
import type { Ward } from '../../domain/values/ward.ts';
import type { Dossiers } from '../../domain/decision/dossiers.ts';

/** More open promises than a ward office breaks in a season; the longest broken come first. */
const atMost = 500;

/**
 * What a ward owes an apology for: dossiers that are late without one, and those whose last day for an apology in time
 * is today. Only promises still open are read, so the list costs what it shows.
 */
export const listOverdue =
  ({ dossiers, clock }: { dossiers: Pick<Dossiers, 'promisedUntil'>; clock: Clock }) =>
  async (ward: Ward): Promise<OverdueList> => {
    const now = clock();
    const promised = (await dossiers.promisedUntil(ward, plus(now, days(1)), atMost)).map(promisedFor);
    return {
      late: lateWithoutApology(promised, now).map(({ code, dueOn, daysLate }) => ({ code, dueOn, daysLate })),
      apologiseToday: toApologiseToday(promised, now).map(({ code, dueAt }) => ({ code, dueAt: dueAt! })),
    };
  };
