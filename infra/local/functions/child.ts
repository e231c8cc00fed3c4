import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';

/** A program that the runner started: ended politely by `stop`, at once by `kill`. */
export type Child = { url: string; pid: number; stop: () => Promise<void>; kill: () => Promise<void> };

const living = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of living) child.kill('SIGKILL');
});

/** Sees to it that a child does not outlive this process, unless that is killed outright. */
export const watchOver = (child: ChildProcess): void => {
  living.add(child);
  child.once('exit', () => living.delete(child));
};

/** How long a child may take to end by itself (milliseconds). */
const grace = 1500;

const isOver = ({ pid, exitCode, signalCode }: ChildProcess): boolean =>
  pid === undefined || exitCode !== null || signalCode !== null;

/** Ends a child: asks, and insists when it does not listen. */
export const stopChild = async (child: ChildProcess): Promise<void> => {
  if (isOver(child)) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), grace);
  await gone;
  clearTimeout(timer);
};

/** Ends a child as SIGKILL does: at once, with whatever it was doing. */
export const killChild = async (child: ChildProcess): Promise<void> => {
  if (isOver(child)) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
};

/** A port of 127.0.0.1 that nobody listens on at this moment. */
export const freePort = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
};
