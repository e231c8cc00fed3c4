import { fstatSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';

/** Says what is wrong in one sentence, and ends with 2. */
export const giveUp = (who: string, sentence: string): never => {
  process.stderr.write(`${who}: ${sentence}\n`);
  return process.exit(2);
};

/** What every simulator is told when it is started. */
const always = {
  port: { type: 'string', default: '0' },
  ledger: { type: 'string' },
  faults: { type: 'string', default: '' },
  seed: { type: 'string', default: '1' },
  /** Milliseconds by which its clock is ahead: what it says in ledger and reports has to fit the functions' clock. */
  'clock-offset': { type: 'string', default: '0' },
  'callback-url': { type: 'string' },
  'callback-secret': { type: 'string', default: 'simulated' },
} as const satisfies ParseArgsOptionsConfig;

const parse = <Options extends ParseArgsOptionsConfig>(more: Options) =>
  parseArgs({ options: { ...always, ...more } }).values;

/** The words a simulator was started with, checked as far as all of them are alike. */
export const readArguments = <Options extends ParseArgsOptionsConfig>(who: string, more: Options) => {
  let values: ReturnType<typeof parse<Options>>;
  try {
    values = parse(more);
  } catch (reason) {
    return giveUp(who, (reason as Error).message);
  }
  const { port } = values as { port: string };
  const isPort = Number.isInteger(Number(port)) && Number(port) >= 0 && Number(port) <= 65_535;
  return isPort ? values : giveUp(who, `--port ${port} is not a port.`);
};

/** The parent holds the other end of a pipe; when it dies, however it dies, the pipe closes. */
const startedByAnother = (): boolean => {
  const input = fstatSync(0);
  return input.isFIFO() || input.isSocket();
};

/** Says where it listens, hears what its parent says later, and ends when asked to or left alone. */
export const runUntilLeft = (
  { url, close }: { url: string; close: () => Promise<void> },
  hear: (line: string) => void = () => {},
): void => {
  let ending: Promise<void> | undefined;
  const end = () => {
    ending ??= close().then(() => process.exit(0));
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  if (startedByAnother()) createInterface(process.stdin).on('line', hear).once('close', end);
  process.stdout.write(`listening ${url}\n`);
};
