import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { type Clock, instantOf } from '../../../shared/domain/values/instant.ts';

/** What a local run says of itself while it runs, one file a port. */
const Running = z.object({
  url: z.string(),
  pid: z.int(),
  region: z.string(),
  endpoints: z.record(z.string(), z.string()),
  environment: z.record(z.string(), z.string()),
  /** How far its time is from this machine's (milliseconds). */
  clockOffset: z.int(),
});
export type Running = z.infer<typeof Running>;

/** The time as this run has it: what is written later than that is not there yet for its functions. */
export const clockOf =
  ({ clockOffset }: Pick<Running, 'clockOffset'>): Clock =>
  () =>
    instantOf(new Date(Date.now() + clockOffset));

const folder = join('.local', 'running');

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** The local runs on this machine that are alive, started from this folder. */
export const localRuns = (): Running[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .map((name) => Running.safeParse(JSON.parse(readFileSync(join(folder, name), 'utf8'))).data)
        .filter((run) => run !== undefined)
        .filter(({ pid }) => alive(pid))
    : [];

/** The local run meant by this address, or the only one there is; undefined when an address elsewhere is meant. */
export const localRun = (url: string | undefined): Running | undefined => {
  const runs = localRuns();
  if (url !== undefined)
    return runs.find((run) => new URL(run.url).port === new URL(url).port && isHere(url));
  return runs.length === 1 ? runs[0] : undefined;
};

const isHere = (url: string): boolean => ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname);
