import { parseArgs } from 'node:util';
import { type SmsCarrierName, smsCarrierNames } from '../../shared/adapters/carriers/sms/names.ts';
import { type Strict, strictIn } from './gate/strict/options.ts';
import { milliseconds } from './clock/duration.ts';

/** What `npm start --` was asked for. */
export type Options = {
  help: boolean;
  port: number;
  /** Where tables, files and the ledger are kept; without it only the ledger outlives the run. */
  data: string | undefined;
  empty: boolean;
  /** Milliseconds by which the handlers' clock is ahead (behind, when negative), where somebody said so. */
  clockOffset: number | undefined;
  /** Who carries SMS, in order, where somebody said so. */
  carriers: readonly SmsCarrierName[] | undefined;
  /** Faults of the carrier simulator, as its own option takes them. */
  carrier: string | undefined;
  /** Faults of the postal carriers, likewise. */
  postal: string | undefined;
  /** AWS's own limits, where they are asked for. */
  aws: Strict | undefined;
};

export const help = `Báo Tin on one machine: the deployed stack, read from its template.

  npm start -- [options]

  --port N                 port of the API (4000; 0 takes any free one)
  --data DIR               keep tables, files and the carrier's ledger in DIR and carry on from it
  --empty                  do not load the sample day
  --clock-offset DURATION  move the clock of the functions: 2h, -30m, 1d; without it, a run with the sample
                           day that begins at night stands at 08:00, since no SMS leaves by night
  --carriers LIST          who carries SMS, in order, of ${smsCarrierNames.join(', ')} (sns alone without this)
  --carrier FAULTS         for example refuse=1%,drop-after-accept=2%,slow=200ms,receipt-loss=2%
  --postal FAULTS          the same for postal carriers that do not pull
  --aws LIMITS             strict: limits as AWS has them, as strict,partition=1000,sms=20,lag=0.2s says: items and
                           transactions of its size, units a second of a partition, SMS a second, late indexes
  --help                   this text
`;

/** `--clock-offset -30m` is one thing, though what follows an option may not begin with a dash otherwise. */
const joined = (word: string, index: number, argv: readonly string[]): string[] => {
  if (argv[index - 1] === '--clock-offset') return [];
  return word === '--clock-offset' ? [`${word}=${argv[index + 1] ?? ''}`] : [word];
};

const carrierNamed = (given: string): SmsCarrierName => {
  const name = smsCarrierNames.find((known) => known === given.trim());
  if (name === undefined)
    throw new Error(`--carriers: no carrier is called ${given}; there are ${smsCarrierNames.join(', ')}`);
  return name;
};

/** Reads the command line; a mistake is thrown as a sentence. */
export const optionsIn = (argv: readonly string[]): Options => {
  const { values } = parseArgs({
    args: argv.flatMap(joined),
    options: {
      port: { type: 'string', default: '4000' },
      data: { type: 'string' },
      empty: { type: 'boolean', default: false },
      'clock-offset': { type: 'string' },
      carriers: { type: 'string' },
      carrier: { type: 'string' },
      postal: { type: 'string' },
      aws: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`--port ${values.port} is no port`);
  return {
    help: values.help,
    port,
    data: values.data,
    empty: values.empty,
    clockOffset: values['clock-offset'] === undefined ? undefined : milliseconds(values['clock-offset']),
    carriers: values.carriers?.split(',').map(carrierNamed),
    carrier: values.carrier,
    postal: values.postal,
    aws: values.aws === undefined ? undefined : strictIn(values.aws),
  };
};
