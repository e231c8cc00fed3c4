// Stands in for every carrier we can send with: a process of its own, with a ledger that outlives whoever sends.
import { callbacksTo } from './callbacks.ts';
import { readFaults } from './faults.ts';
import { openLedger } from './ledger.ts';
import { receiptsTo } from './receipts.ts';
import type { EventsQueue } from './reports.ts';
import { startCarrier } from './server.ts';
import { shiftClock } from '../../clock/shifted-clock.ts';
import { giveUp, readArguments, runUntilLeft } from '../simulator-process.ts';

/** Known only when the stack has been read: whoever started us says it on our input, one JSON line. */
let events: EventsQueue | undefined;

const who = 'carrier';
const options = readArguments(who, {
  'logs-url': { type: 'string' },
  region: { type: 'string', default: 'ap-southeast-1' },
  account: { type: 'string', default: '000000000000' },
  'zalo-app': { type: 'string', default: 'simulated-app' },
  'zalo-secret': { type: 'string', default: 'simulated-secret' },
});
shiftClock(Number(options['clock-offset']) || 0);
const faults = readFaults(options.faults);
if ('problem' in faults) giveUp(who, `--faults ${faults.problem}`);
else {
  const { region, account, seed } = options;
  const ledger = await openLedger(options.ledger ?? giveUp(who, '--ledger FILE is missing.'));
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
  const carrier = await startCarrier({ port: Number(options.port), ledger, faults, seed, receipts });
  runUntilLeft(carrier, (line) => (events = JSON.parse(line) as EventsQueue));
}
