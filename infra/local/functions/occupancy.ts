import { execFileSync } from 'node:child_process';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { writeWhole } from '../whole-file.ts';

/** A process and when it was born: process ids are used again. */
type Occupant = { pid: number; born: string };
type Occupants = { runner: Occupant; children: Occupant[] };

const fileIn = (directory: string): string => join(directory, 'occupied.json');

/** When a living process was born, in whatever words the system has for it; nothing for the dead. */
const birthOf = async (pid: number): Promise<string | undefined> => {
  try {
    if (process.platform !== 'linux')
      return (
        execFileSync('ps', ['-p', String(pid), '-o', 'lstart='], { encoding: 'utf8' }).trim() || undefined
      );
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : fields[19];
  } catch {
    return undefined;
  }
};

const lives = async ({ pid, born }: Occupant): Promise<boolean> => (await birthOf(pid)) === born;

const occupant = async (pid: number): Promise<Occupant> => ({ pid, born: (await birthOf(pid)) ?? 'dead' });

const occupantsOf = async (directory: string): Promise<Occupants | undefined> => {
  const text = await readFile(fileIn(directory), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as Occupants);
};

/** Ends what a killed run left working in a directory. False when that run still lives. */
const clear = async (directory: string): Promise<boolean> => {
  const occupants = await occupantsOf(directory);
  if (!occupants) return true;
  if (occupants.runner.pid !== process.pid && (await lives(occupants.runner))) return false;
  for (const child of occupants.children) {
    if (!(await lives(child))) continue;
    process.kill(child.pid, 'SIGKILL');
    while (await lives(child)) await wait(20);
  }
  return true;
};

/**
 * Takes a directory for this run. What a killed run left working there (its database, its carrier) is ended first, so
 * that two never write the same data; a run that still lives is an error.
 */
export const occupy = async (directory: string): Promise<void> => {
  if (!(await clear(directory))) {
    const runner = (await occupantsOf(directory))?.runner.pid;
    throw new Error(`${directory} is in use by process ${runner}; stop it, or name another directory`);
  }
  await note(directory, []);
};

/** Ends and takes away what killed runs left behind that keep no data, each of which had a directory of its own. */
export const sweep = async (local: string): Promise<void> => {
  const names = await readdir(local).catch(() => []);
  for (const name of names.filter((one) => one.startsWith('memory-'))) {
    const directory = join(local, name);
    if ((await occupantsOf(directory))?.runner.pid === process.pid) continue;
    if (!(await clear(directory))) continue;
    await rm(join(directory, 'dynamodb'), { recursive: true, force: true });
    await leave(directory);
  }
};

let noted: Promise<unknown> = Promise.resolve();

/** Writes down which programs work in the directory now; the last one to be asked has the last word. */
export const note = (directory: string, children: readonly number[]): Promise<void> => {
  const write = async (): Promise<void> => {
    const occupants: Occupants = {
      runner: await occupant(process.pid),
      children: await Promise.all(children.filter((pid) => pid > 0).map(occupant)),
    };
    await writeWhole(fileIn(directory), JSON.stringify(occupants));
  };
  const writing = noted.then(write);
  noted = writing.catch(() => undefined);
  return writing;
};

/** The directory is free again. */
export const leave = async (directory: string): Promise<void> => rm(fileIn(directory), { force: true });
