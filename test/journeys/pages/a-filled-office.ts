import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startBaoTin } from '../../../infra/local/bao-tin.ts';
import { lastOfficeDay, offsetByDay } from '../../../infra/local/clock/day-clock.ts';
import {
  arrangeOffice,
  carryPapers,
  loadDay,
  seatOfficers,
} from '../../../infra/local/sample-day/load-day.ts';
import { writeSampleDay } from '../../../infra/local/sample-day/sample-day.ts';
import { sampleWard } from '../../../infra/local/sample-day/sample-ward.ts';
import { root, type System } from '../../../infra/local/system.ts';

/** A system in which a small office has had a day: letters wait, calls are to be made, papers travel. */
export const aFilledOffice = async (): Promise<System> => {
  const clockOffset = offsetByDay(Date.now());
  const local = await mkdtemp(join(tmpdir(), 'bao-tin-pages-'));
  const system = await startBaoTin({ clockOffset });
  const day = lastOfficeDay(Date.now() + clockOffset);
  const options = {
    url: system.url,
    root,
    ward: sampleWard,
    sampleDay: () => writeSampleDay(local, { day, ward: sampleWard, seed: 1, dossiers: 40 }),
  };
  try {
    const [people] = await Promise.all([arrangeOffice(options), seatOfficers(options)]);
    await loadDay(options, people);
    for (const end = Date.now() + 60_000; !(await system.atRest()) && Date.now() < end;) await pause(250);
    await carryPapers(options, people);
    return system;
  } catch (error) {
    await system.stop();
    throw error;
  }
};
