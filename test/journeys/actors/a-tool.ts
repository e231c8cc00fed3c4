import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

export const root = join(import.meta.dirname, '../../..');

/** What a program said, and the status it ended with. */
export type Told = { status: number | null; stdout: string; stderr: string };

/** Runs the `bao-tin` command line tool as a process of its own; `input` is what it reads, `unread` closes what it says. */
export const tool = async (
  words: readonly string[],
  {
    cwd = root,
    who,
    input,
    unread = false,
  }: {
    cwd?: string;
    who?: { clientId: string; clientSecret: string } | undefined;
    input?: string;
    unread?: boolean;
  } = {},
): Promise<Told> => {
  const program = ['--import', join(root, 'infra/node-24.mjs'), join(root, 'infra/ops/bao-tin.ts')];
  const child = spawn(process.execPath, [...program, ...words], {
    cwd,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: {
      ...process.env,
      ...(who && { BAO_TIN_CLIENT_ID: who.clientId, BAO_TIN_CLIENT_SECRET: who.clientSecret }),
    },
  });
  child.stdin.on('error', () => {}); // it may end before it has read all
  child.stdin.end(input ?? '');
  if (unread) child.stdout.destroy();
  const [stdout, stderr, [status]] = await Promise.all([
    unread ? '' : text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  return { status, stdout, stderr };
};

/** The last line of what a program said. */
export const lastLine = (said: string): string => said.trimEnd().split('\n').at(-1) ?? '';
