import type { DailyFigures, OfficeFigures } from '../../domain/report/counters.ts';
import { ofAll, standing, sumOf } from '../../domain/report/figures.ts';
import { type Month, stretchOf } from '../../domain/report/month.ts';
import type { MonthRead } from '../../domain/report/report.ts';
import type { SettingsStore } from '../../domain/office/ward-settings.ts';
import { dayOf } from '../../domain/values/day.ts';
import type { Clock } from '../../domain/values/instant.ts';
import type { Ward } from '../../domain/values/ward.ts';

type Ports = { figures: DailyFigures; settings: Pick<SettingsStore, 'of'>; clock: Clock };

/** How many offices are read at once for a province. */
const atOnce = 10;

/**
 * What the reports of a month are made of, for one office or for all that the stage has. What is read are the days of the month
 * and of the month before, so a page costs the same however long the office has worked with us; `upToToday` reads on from a month
 * that is over, for what follows from how things stand now.
 */
export const readMonth =
  ({ figures, settings, clock }: Ports) =>
  async (of: Ward | 'all', month: Month, { upToToday = false } = {}): Promise<MonthRead> => {
    const today = dayOf(clock());
    const stretch = stretchOf(month, today);
    const wards = of === 'all' ? await figures.wards() : [of];
    const until = upToToday ? today : stretch.days.at(-1)!;
    const read: OfficeFigures[] = [];
    for (let at = 0; at < wards.length; at += atOnce) {
      const some = wards.slice(at, at + atOnce);
      read.push(...(await Promise.all(some.map((ward) => figures.of(ward, stretch.before[0]!, until)))));
    }
    const all = ofAll(read.map((office) => office.figures));
    const budget = of === 'all' ? undefined : (await settings.of(of)).limits.budgetPerMonth;
    const [countedAt] = read
      .flatMap((office) => office.countedAt ?? [])
      .toSorted()
      .toReversed();
    const [since] = read.flatMap((office) => office.since ?? []).toSorted();
    return {
      basis: {
        figures: all,
        stretch,
        openNow: sumOf(all, [standing], 'open'),
        ...(budget?.currency === 'VND' && { dongPerPart: budget.pricePerPart }),
      },
      ...(countedAt !== undefined && { countedAt }),
      ...(since !== undefined && { since }),
      offices: wards.length,
    };
  };
