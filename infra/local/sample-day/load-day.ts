import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

export type DayOptions = {
  /** The API of the running system. */
  url: string;
  /** The project's directory. */
  root: string;
  /** The ward office whose day it is. */
  ward: string;
  /** Writes the day's file and says where it is. */
  sampleDay: () => Promise<string>;
};

/** What became of the rows of the file; some are refused before they are sent. */
export type DayCounts = { accepted: number; duplicate: number; rejected: number };

/** The line that says what was wrong: the one with the error in it, else the last. */
const reason = (stderr: string): string => {
  const lines = stderr.trim().split('\n');
  return (lines.find((line) => /^\w*error\b/i.test(line)) ?? lines.at(-1) ?? '').trim();
};

/**
 * Loads the sample day the way a ward office would: creates a client for the ward and pushes the file through the API
 * with the command line tool. The tool's counts come back; a day that could not be sent is thrown with what it said.
 * Rows that are refused do not fail the day: the sample has some on purpose.
 */
export const loadDay = async ({ url, root, ward, sampleDay }: DayOptions): Promise<DayCounts> => {
  const tool = async (...words: string[]): Promise<{ stdout: string; stderr: string; failed: boolean }> => {
    const node = ['--import', join(root, 'infra/node-24.mjs'), join(root, 'infra/ops/bao-tin.ts')];
    const run = promisify(execFile)(process.execPath, [...node, ...words, '--url', url]);
    return run.then(
      (said) => ({ ...said, failed: false }),
      ({ stdout, stderr }: { stdout: string; stderr: string }) => ({ stdout, stderr, failed: true }),
    );
  };
  const file = await sampleDay();
  const created = await tool('client', 'create', '--ward', ward, '--json');
  if (created.failed) throw new Error(reason(created.stderr));
  const { clientId, clientSecret } = JSON.parse(created.stdout) as { clientId: string; clientSecret: string };
  const { stderr } = await tool('push', file, '--client-id', clientId, '--client-secret', clientSecret);
  const counts = /^(\d+) accepted, (\d+) duplicate, (\d+) rejected/m.exec(stderr);
  if (counts === null) throw new Error(reason(stderr));
  const [accepted = 0, duplicate = 0, rejected = 0] = counts.slice(1).map(Number);
  return { accepted, duplicate, rejected };
};
