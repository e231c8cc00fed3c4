// Stands in for every postal carrier that does not pull: a process of its own, whose ledger outlives whoever orders.
import { readFaults } from '../sms/faults.ts';
import { openLedger } from '../sms/ledger.ts';
import type { PostalLine } from './depot.ts';
import { startPostal } from './server.ts';
import { shiftClock } from '../../clock/shifted-clock.ts';
import { giveUp, readArguments, runUntilLeft } from '../simulator-process.ts';

const who = 'postal';
const options = readArguments(who, {});
shiftClock(Number(options['clock-offset']) || 0);
const faults = readFaults(options.faults);
if ('problem' in faults) giveUp(who, `--faults ${faults.problem}`);
else {
  const base = options['callback-url'];
  const postal = await startPostal({
    port: Number(options.port),
    ledger: await openLedger<PostalLine>(options.ledger ?? giveUp(who, '--ledger FILE is missing.')),
    faults,
    seed: options.seed,
    ...(base !== undefined && { callbacks: { base, word: options['callback-secret'] } }),
  });
  runUntilLeft(postal);
}
