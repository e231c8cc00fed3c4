// Stands in for every postal carrier that does not pull: a process of its own, whose ledger outlives whoever orders.
import { fstatSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readFaults } from './carrier/faults.ts';
import { openLedger } from './carrier/ledger.ts';
import type { PostalLine } from './postal/depot.ts';
import { startPostal } from './postal/server.ts';
import { shiftClock } from './shifted-clock.ts';

const giveUp = (sentence: string): never => {
  process.stderr.write(`postal: ${sentence}\n`);
  return process.exit(2);
};

const readArguments = () => {
  try {
    return parseArgs({
      options: {
        port: { type: 'string', default: '0' },
        ledger: { type: 'string' },
        faults: { type: 'string', default: '' },
        seed: { type: 'string', default: '1' },
        'clock-offset': { type: 'string', default: '0' },
        'callback-url': { type: 'string' },
        'callback-secret': { type: 'string', default: 'simulated' },
      },
    }).values;
  } catch (reason) {
    return giveUp((reason as Error).message);
  }
};

/** The parent holds the other end of a pipe; when it dies, however it dies, the pipe closes. */
const startedByAnother = () => {
  const input = fstatSync(0);
  return input.isFIFO() || input.isSocket();
};

const options = readArguments();
const port = Number(options.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) giveUp(`--port ${options.port} is not a port.`);
shiftClock(Number(options['clock-offset']) || 0);
const faults = readFaults(options.faults);
if ('problem' in faults) giveUp(`--faults ${faults.problem}`);
else {
  const base = options['callback-url'];
  const postal = await startPostal({
    port,
    ledger: await openLedger<PostalLine>(options.ledger ?? giveUp('--ledger FILE is missing.')),
    faults,
    seed: options.seed,
    ...(base !== undefined && { callbacks: { base, word: options['callback-secret'] } }),
  });

  let ending: Promise<void> | undefined;
  const end = () => {
    ending ??= postal.close().then(() => process.exit(0));
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  if (startedByAnother()) process.stdin.once('end', end).once('close', end).resume();
  process.stdout.write(`listening ${postal.url}\n`);
}
