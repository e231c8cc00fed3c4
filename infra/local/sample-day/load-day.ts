import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { people } from '../simulators/people/people.ts';

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

/** What the command line tool signs in with. */
type Credentials = { clientId: string; clientSecret: string };
type Said = { stdout: string; stderr: string; failed: boolean };

/** What became of the rows of the file; some are refused before they are sent. */
export type DayCounts = { accepted: number; duplicate: number; rejected: number };

/** The line that says what was wrong: the one with the error in it, else the last. */
const reason = (stderr: string): string => {
  const lines = stderr.trim().split('\n');
  return (lines.find((line) => /^\w*error\b/i.test(line)) ?? lines.at(-1) ?? '').trim();
};

/** The command line tool as a person would run it; `who` are the credentials. */
const toolOf =
  ({ url, root }: Pick<DayOptions, 'url' | 'root'>) =>
  async (words: readonly string[], who?: Credentials): Promise<Said> => {
    const node = ['--import', join(root, 'infra/node-24.mjs'), join(root, 'infra/ops/bao-tin.ts')];
    const signed = who && {
      BAO_TIN_CLIENT_ID: who.clientId,
      BAO_TIN_CLIENT_SECRET: who.clientSecret,
    };
    const run = promisify(execFile)(process.execPath, [...node, ...words, '--url', url], {
      env: { ...process.env, ...signed },
      maxBuffer: 64 * 1024 * 1024,
    });
    return run.then(
      (said) => ({ ...said, failed: false }),
      ({ stdout, stderr }: { stdout: string; stderr: string }) => ({ stdout, stderr, failed: true }),
    );
  };

/** Runs the tool and reads the one line of JSON that it answers; what went wrong is thrown with what it said. */
const answered = async <Answer>(running: Promise<Said>): Promise<Answer> => {
  const { stdout, stderr, failed } = await running;
  if (failed) throw new Error(reason(stderr));
  return JSON.parse(stdout) as Answer;
};

/** Who acts in the sample day: the office, and the postal partner that carries its papers. */
export type People = { ward: Credentials; partner: Credentials };

/** Sets the invented office up: its letters, its post, and credentials for both. */
export const arrangeOffice = (options: DayOptions): Promise<People> =>
  answered(toolOf(options)(['demo', 'arrange', options.ward]));

/** Puts the people of the sample office on, so that they may sign in at the desk. */
export const seatOfficers = (options: Pick<DayOptions, 'url' | 'root' | 'ward'>): Promise<unknown> =>
  answered(
    toolOf(options)([
      'officer',
      'put',
      ...people.map(({ login, name, role }) =>
        JSON.stringify({ login, name, ward: options.ward, roles: [role] }),
      ),
    ]),
  );

/** Lets the postman work once; how many journeys came to which step. */
export const carryPapers = (options: DayOptions, { partner }: People): Promise<Record<string, number>> =>
  answered(toolOf(options)(['demo', 'post'], partner));

/** Saves the letters as PDF files into a directory, and counts what waits for a person, by list. */
export const lookAround = (
  options: DayOptions,
  { ward }: People,
  directory: string,
): Promise<{ letters: string[]; work: Record<string, number> }> =>
  answered(toolOf(options)(['demo', 'look', '--out', directory], ward));

/**
 * Loads the sample day the way a ward office would: pushes the file through the API with the command line tool. The tool's counts come back; a day that could not be sent is thrown with what it said.
 * Rows that are refused do not fail the day: the sample has some on purpose.
 */
export const loadDay = async (options: DayOptions, { ward }: People): Promise<DayCounts> => {
  const { stderr } = await toolOf(options)(['push', await options.sampleDay()], ward);
  const counts = /^(\d+) accepted, (\d+) duplicate, (\d+) rejected/m.exec(stderr);
  if (counts === null) throw new Error(reason(stderr));
  const [accepted = 0, duplicate = 0, rejected = 0] = counts.slice(1).map(Number);
  return { accepted, duplicate, rejected };
};
