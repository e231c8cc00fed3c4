import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { killChild, stopChild, watchOver, type Child } from '../functions/child.ts';
import { account, region } from '../place.ts';
import { simulatedWord, simulatedZalo } from '../stores/secrets.ts';

export type CarrierOptions = {
  /** The file that gets one line per message taken. */
  ledger: string;
  /** Faults as the simulator's `--faults` takes them. */
  faults: string | undefined;
  /** Where it reports what became of messages: our CloudWatch Logs. */
  logsUrl: string;
  /** Milliseconds by which its clock is ahead, as that of the functions is. */
  clockOffset: number;
  /** The API, which gateways call back. */
  callbackUrl: string;
};

/** A simulator can be told what is known only once it runs. */
export type Simulator = Child & { tell: (words: object) => void };

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/** Starts a simulator as a process of its own. It ends by itself when this process does: its stdin closes. */
const startSimulator = async (
  what: string,
  file: string,
  ledger: string,
  said: Record<string, string | number | undefined>,
): Promise<Simulator> => {
  await mkdir(dirname(ledger), { recursive: true });
  const child = spawn(
    process.execPath,
    [
      '--import',
      here('../../node-24.mjs'),
      here(file),
      `--ledger=${ledger}`,
      ...Object.entries(said).flatMap(([name, value]) => (value === undefined ? [] : [`--${name}=${value}`])),
    ],
    { stdio: ['pipe', 'pipe', 'pipe'] },
  );
  watchOver(child);
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors = (errors + chunk.toString()).slice(-2000);
  });
  const url = await Promise.race([
    once(createInterface(child.stdout), 'line').then(([line]) => String(line).replace(/^listening /, '')),
    once(child, 'exit').then(() => undefined),
  ]);
  if (url === undefined) throw new Error(`${what} did not start: ${errors.trim()}`);
  return {
    url,
    pid: child.pid ?? 0,
    stop: () => stopChild(child),
    kill: () => killChild(child),
    tell: (words) => void child.stdin.write(`${JSON.stringify(words)}\n`),
  };
};

/** Stands in for everybody who carries SMS. */
export const startCarrierProcess = async (options: CarrierOptions): Promise<Simulator> => {
  const { ledger, faults, logsUrl, clockOffset, callbackUrl } = options;
  return startSimulator('the carrier simulator', './sms/process.ts', ledger, {
    port: '0',
    faults,
    region,
    account,
    'logs-url': logsUrl,
    'clock-offset': clockOffset,
    'callback-url': callbackUrl,
    'callback-secret': simulatedWord,
    'zalo-app': simulatedZalo.appId,
    'zalo-secret': simulatedZalo.secret,
  });
};

export type PostalOptions = Pick<CarrierOptions, 'ledger' | 'faults' | 'clockOffset' | 'callbackUrl'>;

/** Stands in for every postal carrier that does not pull. */
export const startPostalProcess = async (options: PostalOptions): Promise<Child> => {
  const { ledger, faults, clockOffset, callbackUrl } = options;
  return startSimulator('the simulator of postal carriers', './post/process.ts', ledger, {
    port: '0',
    faults,
    'clock-offset': clockOffset,
    'callback-url': callbackUrl,
    'callback-secret': simulatedWord,
  });
};
