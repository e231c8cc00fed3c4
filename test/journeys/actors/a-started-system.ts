import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Running } from '../../../infra/local/running.ts';
import { root } from './a-tool.ts';
import { until } from './a-ward-office.ts';

/** A program started as a person starts it, with everything it starts in a process group of its own. */
export type Started = {
  child: ChildProcess;
  /** What it has said so far on both streams. */
  said: () => string;
  /** Waits for a line that fits. */
  line: (pattern: RegExp, patience?: number) => Promise<RegExpExecArray>;
  /** The status it ended with, or the signal. */
  ended: Promise<number | string | null>;
  /** A signal to all of its processes, as Ctrl-C in a terminal or a power cut is. */
  toAll: (signal: NodeJS.Signals) => void;
};

const started = new Set<Started>();

/** Ends whatever a test left running. */
export const endAll = (): void => {
  for (const one of started) one.toAll('SIGKILL');
};

export const start = (
  command: string,
  words: readonly string[],
  env: Record<string, string> = {},
): Started => {
  const child = spawn(command, words, {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (chunk: string) => (text += chunk));
  }
  const ended = once(child, 'close').then(
    ([code, signal]) => (code ?? signal) as number | string | null,
    (error: Error) => error.message,
  );
  const one: Started = {
    child,
    said: () => text,
    line: (pattern, patience) =>
      until(
        `${pattern} in ${command} ${words.join(' ')}`,
        async () => pattern.exec(text) ?? (child.exitCode !== null && failed(text)),
        patience,
      ),
    ended,
    toAll: (signal) => {
      try {
        process.kill(-child.pid!, signal);
      } catch {
        // Nobody of the group is left.
      }
    },
  };
  started.add(one);
  return one;
};

const failed = (text: string): never => {
  throw new Error(`it ended and said: ${text.slice(-500)}`);
};

/** `npm start` in short: the same program without npm around it. */
export const startDirectly = (words: readonly string[]): Started =>
  start(process.execPath, ['--import', './infra/node-24.mjs', 'infra/local/start.ts', ...words]);

/** What a system that is ready says of itself. */
export const runningAt = async (url: string): Promise<Running> =>
  JSON.parse(await readFile(join(root, '.local/running', `${new URL(url).port}.json`), 'utf8')) as Running;

/** What still runs of a system some seconds after it was told to end: nothing, as soon as nothing does. */
export const leftAfterEnd = async ({ child }: Started): Promise<string[]> => {
  for (const end = Date.now() + 8000; ; await wait(100)) {
    const left = await processesOf(child.pid!);
    if (left.length === 0 || Date.now() > end) return left;
  }
};

/** The processes of a group, with what they are. */
export const processesOf = async (group: number): Promise<string[]> => {
  const ps = spawn('ps', ['-e', '-o', 'pgid=,stat=,args='], { stdio: ['ignore', 'pipe', 'ignore'] });
  let text = '';
  ps.stdout.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  await once(ps, 'close');
  return text
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\S+)\s+(.*)$/.exec(line))
    .flatMap((found) =>
      found && Number(found[1]) === group && !found[2]!.startsWith('Z') ? [found[3]!] : [],
    );
};
