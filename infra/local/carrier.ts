// Stands in for every carrier we can send with: a process of its own, with a ledger that outlives whoever sends.
import { fstatSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { callbacksTo } from './carrier/callbacks.ts';
import { readFaults } from './carrier/faults.ts';
import type { EventsQueue } from './carrier/reports.ts';
import { openLedger } from './carrier/ledger.ts';
import { receiptsTo } from './carrier/receipts.ts';
import { startCarrier } from './carrier/server.ts';
import { shiftClock } from './shifted-clock.ts';

const giveUp = (sentence: string): never => {
  process.stderr.write(`carrier: ${sentence}\n`);
  return process.exit(2);
};

const readArguments = () => {
  try {
    return parseArgs({
      options: {
        port: { type: 'string', default: '0' },
        ledger: { type: 'string' },
        faults: { type: 'string', default: '' },
        'logs-url': { type: 'string' },
        region: { type: 'string', default: 'ap-southeast-1' },
        account: { type: 'string', default: '000000000000' },
        seed: { type: 'string', default: '1' },
        'clock-offset': { type: 'string', default: '0' },
        'callback-url': { type: 'string' },
        'callback-secret': { type: 'string', default: 'simulated' },
        'zalo-app': { type: 'string', default: 'simulated-app' },
        'zalo-secret': { type: 'string', default: 'simulated-secret' },
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

/** Known only when the stack has been read: whoever started us says it on our input, one JSON line. */
let events: EventsQueue | undefined;

const options = readArguments();
const port = Number(options.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) giveUp(`--port ${options.port} is not a port.`);
// What it says in ledger and receipts has to fit what the functions' clock says.
shiftClock(Number(options['clock-offset']) || 0);
const faults = readFaults(options.faults);
if ('problem' in faults) giveUp(`--faults ${faults.problem}`);
else {
  const { region, account, seed } = options;
  const ledger = await openLedger(options.ledger ?? giveUp('--ledger FILE is missing.'));
  const logsUrl = options['logs-url'];
  const delay = faults['receipt-delay'];
  const receipts = {
    ...callbacksTo({
      base: options['callback-url'],
      secret: options['callback-secret'],
      zalo: { appId: options['zalo-app'], secret: options['zalo-secret'] },
      events: () => events,
      delay,
    }),
    ...(logsUrl !== undefined && { sns: receiptsTo(logsUrl, { region, account, delay }) }),
  };
  const carrier = await startCarrier({ port, ledger, faults, seed, receipts });

  let ending: Promise<void> | undefined;
  const end = () => {
    ending ??= carrier.close().then(() => process.exit(0));
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  if (startedByAnother()) {
    const lines = createInterface(process.stdin);
    lines.on('line', (line) => (events = JSON.parse(line) as EventsQueue)).once('close', end);
  }
  process.stdout.write(`listening ${carrier.url}\n`);
}
