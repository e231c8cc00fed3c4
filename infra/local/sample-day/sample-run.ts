import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { lastOfficeDay } from '../clock/day-clock.ts';
import { type DayCounts, loadDay } from './load-day.ts';
import { dayIsThrough } from '../api/page.ts';
import { writeSampleDay } from './sample-day.ts';
import { root, type System } from '../system.ts';

/** A day is through when nothing has happened for this long. */
const quiet = 2000;

/** Resolves once the system has written no line for a while. */
const quietness = async (system: System, ended: () => boolean): Promise<void> => {
  let lastLine = Date.now();
  const stopListening = system.onLine(() => (lastLine = Date.now()));
  for (;;) {
    await pause(100);
    if (ended() || Date.now() - lastLine >= quiet) break;
  }
  stopListening();
};

/** Loads the sample day of a ward office into a running system and says what became of it. */
export const runSampleDay = async (
  system: System,
  {
    clockOffset,
    totals,
    ended,
  }: { clockOffset: number; totals: ReadonlyMap<string, number>; ended: () => boolean },
): Promise<string> => {
  const ward = '26506';
  const day = lastOfficeDay(Date.now() + clockOffset);
  const begun = performance.now();
  const sampleDay = (): Promise<string> => writeSampleDay(join(root, '.local'), { day, ward, seed: 1 });
  let handedIn: DayCounts;
  try {
    handedIn = await loadDay({ url: system.url, root, ward, sampleDay });
  } catch (error) {
    return `the sample day could not be loaded: ${error instanceof Error ? error.message : String(error)}`;
  }
  await quietness(system, ended);
  return dayIsThrough({ day, ward, handedIn, totals, milliseconds: performance.now() - begun - quiet });
};
