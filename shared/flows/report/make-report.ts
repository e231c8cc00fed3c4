import { ofAll, sumOf, standing } from '../../domain/report/figures.ts';
import type { DailyFigures, OfficeFigures } from '../../domain/report/counters.ts';
import { type Month, stretchOf } from '../../domain/report/month.ts';
import { type ReportName, reports } from '../../domain/report/reports/all.ts';
import type { Report } from '../../domain/report/report.ts';
import type { SettingsStore } from '../../domain/office/ward-settings.ts';
import { type Day, dayOf } from '../../domain/values/day.ts';
import type { Clock, Instant } from '../../domain/values/instant.ts';
import type { Ward } from '../../domain/values/ward.ts';

type Ports = { figures: DailyFigures; settings: Pick<SettingsStore, 'of'>; clock: Clock };

/** A report, and from when its figures are: when they were last added to, and the first day that has any. */
export type MadeReport = { report: Report; countedAt?: Instant; since?: Day; offices: number };

/** How many offices are read at once for a province. */
const atOnce = 10;

const newest = (all: readonly (Instant | undefined)[]): Instant | undefined =>
  all
    .filter((one) => one !== undefined)
    .toSorted()
    .at(-1);
const oldest = (all: readonly (Day | undefined)[]): Day | undefined =>
  all.filter((one) => one !== undefined).toSorted()[0];

/**
 * A report of a month, of one office or of all that the stage has. What is read are the days of the month and of the month
 * before, so a page costs the same however long the office has worked with us.
 */
export const makeReport =
  ({ figures, settings, clock }: Ports) =>
  async (of: Ward | 'all', name: ReportName, month: Month): Promise<MadeReport> => {
    const today = dayOf(clock());
    const stretch = stretchOf(month, today);
    const wards = of === 'all' ? await figures.wards() : [of];
    const read: OfficeFigures[] = [];
    // The form looks back from what is open now to what was open then.
    const until = name === 'bieu-06a' ? today : stretch.days.at(-1)!;
    for (let at = 0; at < wards.length; at += atOnce)
      read.push(
        ...(await Promise.all(
          wards.slice(at, at + atOnce).map((ward) => figures.of(ward, stretch.before[0]!, until)),
        )),
      );
    const all = ofAll(read.map((office) => office.figures));
    const budget = of === 'all' ? undefined : (await settings.of(of)).limits.budgetPerMonth;
    const countedAt = newest(read.map((office) => office.countedAt));
    const since = oldest(read.map((office) => office.since));
    return {
      report: reports[name].make({
        figures: all,
        stretch,
        openNow: sumOf(all, [standing], 'open'),
        ...(budget?.currency === 'VND' && { dongPerPart: budget.pricePerPart }),
      }),
      ...(countedAt !== undefined && { countedAt }),
      ...(since !== undefined && { since }),
      offices: wards.length,
    };
  };
