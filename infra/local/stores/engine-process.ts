import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { killChild, stopChild, watchOver, type Child } from '../functions/child.ts';

/** A program that answers as DynamoDB does. */
export type Program = {
  name: string;
  command: string;
  words: readonly string[];
  port: number;
  /** The directory it runs in. */
  at?: string;
  /** What to say when there is no such command. */
  missing: string;
};

/** How long a program may take to answer (milliseconds); the slowest needs some seconds on a busy machine. */
const patience = 20_000;

const answers = async (url: string, name: string, failed: () => string | undefined): Promise<void> => {
  for (const end = Date.now() + patience; ; await wait(20)) {
    const trouble = failed();
    if (trouble !== undefined) throw new Error(trouble);
    if (Date.now() > end) throw new Error(`${name} did not answer within ${patience / 1000} seconds`);
    // Any answer will do; without a signature it is 400.
    const answer = await fetch(url).catch(() => undefined);
    if (answer !== undefined) return;
  }
};

/** Starts it; `ready` when it answers, or an error that says in one sentence why it never will. */
export const startProgram = (program: Program): Child & { ready: Promise<void> } => {
  const { name, command, words, port, at, missing } = program;
  const child = spawn(command, words, { cwd: at, stdio: ['ignore', 'ignore', 'pipe'] });
  watchOver(child);
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors = (errors + chunk.toString()).slice(-2000);
  });
  let failure: string | undefined;
  child.once('error', (error: NodeJS.ErrnoException) => {
    failure = error.code === 'ENOENT' ? missing : `${name} did not start: ${error.message}`;
  });
  child.once('exit', (code) => {
    failure ??= `${name} ended with ${code}. ${errors}`;
  });
  const url = `http://127.0.0.1:${port}`;
  const ready = answers(url, name, () => failure);
  ready.catch(() => {});
  return { url, ready, pid: child.pid ?? 0, stop: () => stopChild(child), kill: () => killChild(child) };
};
