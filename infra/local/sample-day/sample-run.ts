import { join, relative } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { lastOfficeDay } from '../clock/day-clock.ts';
import { arrangeOffice, carryPapers, type DayOptions, loadDay, lookAround } from './load-day.ts';
import { dayIsThrough } from '../api/page.ts';
import { sampleWard } from './sample-ward.ts';
import { writeSampleDay } from './sample-day.ts';
import { root, type System } from '../system.ts';

/** Receipts come within this (milliseconds) after the carrier took the last message. */
const receiptsAfter = 1500;
/** What waits longer than this waits for a person, or for another day: a carrier that was told to be bad. */
const longest = 60_000;

/** Resolves once nothing is under way and no line has been written for a moment. */
const rest = async (system: System, ended: () => boolean): Promise<void> => {
  let lastLine = performance.now();
  const stopListening = system.onLine(() => (lastLine = performance.now()));
  for (;;) {
    await pause(250);
    const quiet = performance.now() - lastLine;
    if (ended() || quiet >= longest) break;
    if (quiet >= receiptsAfter && (await system.atRest()) && performance.now() - lastLine >= quiet) break;
  }
  stopListening();
};

type Watching = { clockOffset: number; totals: ReadonlyMap<string, number>; ended: () => boolean };

/**
 * A day of an invented ward office in a running system: its file goes in, texts go out, its letters are written, a postman
 * brings papers round. Answers what became of it all.
 */
export const runSampleDay = async (
  system: System,
  { clockOffset, totals, ended }: Watching,
): Promise<string> => {
  const ward = sampleWard;
  const day = lastOfficeDay(Date.now() + clockOffset);
  const begun = performance.now();
  const local = join(root, '.local');
  const options: DayOptions = {
    url: system.url,
    root,
    ward,
    sampleDay: () => writeSampleDay(local, { day, ward, seed: 1 }),
  };
  try {
    const people = await arrangeOffice(options);
    const handedIn = await loadDay(options, people);
    await rest(system, ended);
    const journeys = await carryPapers(options, people);
    await rest(system, ended);
    const directory = join(local, 'letters', day);
    const found = await lookAround(options, people, directory);
    const milliseconds = performance.now() - begun;
    const letters = { files: found.letters, directory: relative(process.cwd(), directory) };
    return dayIsThrough({ day, ward, handedIn, totals, journeys, letters, work: found.work, milliseconds });
  } catch (error) {
    return `the sample day could not be finished: ${error instanceof Error ? error.message : String(error)}`;
  }
};
