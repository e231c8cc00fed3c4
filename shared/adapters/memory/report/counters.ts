import type {
  CountedBefore,
  CountedName,
  FigureCounters,
  DailyFigures,
} from '../../../domain/report/counters.ts';
import type { Thing } from '../../../domain/report/counted/thing.ts';
import { type Figure, standing } from '../../../domain/report/figures.ts';
import type { Day } from '../../../domain/values/day.ts';
import type { Instant } from '../../../domain/values/instant.ts';
import type { Ward } from '../../../domain/values/ward.ts';

/** Figures in memory, over things that a caller keeps under their names. */
export const memoryCounters = (
  things: ReadonlyMap<CountedName, { ward: Ward; thing: Thing }>,
): FigureCounters & DailyFigures => {
  const counted = new Map<CountedName, CountedBefore>();
  const kept = new Map<Ward, { countedAt: Instant; days: Map<Day, Partial<Record<Figure, number>>> }>();
  return {
    before: async (names) =>
      new Map(names.flatMap((name) => (counted.has(name) ? [[name, counted.get(name)!] as const] : []))),
    things: async (names) =>
      new Map(names.flatMap((name) => (things.has(name) ? [[name, things.get(name)!] as const] : []))),
    write: async (recounts, at) =>
      new Map(
        recounts.map(({ name, ward, before, after, more }) => {
          if ((counted.get(name)?.version ?? 0) !== before.version) return [name, 'conflict'] as const;
          counted.set(name, { tallies: after, version: before.version + 1 });
          const office = kept.get(ward) ?? { countedAt: at, days: new Map() };
          for (const { day, figure, by } of more) {
            const figures = office.days.get(day) ?? {};
            office.days.set(day, { ...figures, [figure]: (figures[figure] ?? 0) + by });
          }
          kept.set(ward, { ...office, countedAt: at });
          return [name, 'counted'] as const;
        }),
      ),
    of: async (ward, from, to) => {
      const office = kept.get(ward);
      if (office === undefined) return { figures: new Map() };
      const days = [...office.days].toSorted(([one], [other]) => (one < other ? -1 : 1));
      const since = days.find(([day]) => day !== standing)?.[0];
      return {
        figures: new Map(days.filter(([day]) => day === standing || (day >= from && day <= to))),
        countedAt: office.countedAt,
        ...(since !== undefined && { since }),
      };
    },
    wards: async () => [...kept.keys()].toSorted(),
  };
};
