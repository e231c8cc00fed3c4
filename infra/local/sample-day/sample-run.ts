import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { lastOfficeDay } from '../clock/day-clock.ts';
import { type DayCounts, loadDay } from './load-day.ts';
import { dayIsThrough } from '../api/page.ts';
import { writeSampleDay } from './sample-day.ts';
import { root, type System } from '../system.ts';

/** Receipts come within this (milliseconds) after the carrier took the last message. */
const receiptsAfter = 1500;
/** What waits longer than this waits for a person, or for another day: a carrier that was told to be bad. */
const longest = 60_000;

/** Resolves once nothing is under way and no line has been written for a moment; answers when the last one was. */
const throughAt = async (system: System, ended: () => boolean): Promise<number> => {
  let lastLine = performance.now();
  const stopListening = system.onLine(() => (lastLine = performance.now()));
  for (;;) {
    await pause(250);
    const quiet = performance.now() - lastLine;
    if (ended() || quiet >= longest) break;
    if (quiet >= receiptsAfter && (await system.atRest()) && performance.now() - lastLine >= quiet) break;
  }
  stopListening();
  return lastLine;
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
  const milliseconds = (await throughAt(system, ended)) - begun;
  return dayIsThrough({ day, ward, handedIn, totals, milliseconds });
};
