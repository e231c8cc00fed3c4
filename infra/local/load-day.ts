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

/** The line that says what was wrong: the one with the error in it, else the last. */
const reason = (stderr: string): string => {
  const lines = stderr.trim().split('\n');
  return (lines.find((line) => /^\w*error\b/i.test(line)) ?? lines.at(-1) ?? '').trim();
};

/**
 * Loads the sample day the way a ward office would: creates a client for the ward and pushes the file through the API
 * with the command line tool. The tool's last line comes back; a failure is thrown with what it said.
 */
export const loadDay = async ({ url, root, ward, sampleDay }: DayOptions): Promise<string> => {
  const tool = async (...words: string[]): Promise<string> => {
    const node = ['--import', join(root, 'infra/node-24.mjs'), join(root, 'infra/ops/bao-tin.ts')];
    const run = promisify(execFile)(process.execPath, [...node, ...words, '--url', url]);
    const { stdout } = await run.catch((error: { stderr: string }) => {
      throw new Error(reason(error.stderr));
    });
    return stdout.trim();
  };
  const file = await sampleDay();
  const { clientId, clientSecret } = JSON.parse(await tool('client', 'create', '--ward', ward, '--json')) as {
    clientId: string;
    clientSecret: string;
  };
  const said = await tool('push', file, '--client-id', clientId, '--client-secret', clientSecret);
  return said.split('\n').at(-1) ?? '';
};
