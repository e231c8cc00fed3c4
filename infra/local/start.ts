// `npm start`: the deployed stack on one machine, with one page that says where everything is.
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { offsetByDay } from './clock/day-clock.ts';
import { inColour, lineOf, plain } from './line-format.ts';
import { help, optionsIn } from './options.ts';
import { deskIsOpen, page } from './api/page.ts';
import { people } from './simulators/people/people.ts';
import { sampleWard } from './sample-day/sample-ward.ts';

enableCompileCache(fileURLToPath(new URL('../../.local/compile-cache', import.meta.url)));

const giveUp = (error: unknown): never => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return process.exit(1);
};

const chosen = () => {
  try {
    return optionsIn(process.argv.slice(2));
  } catch (error) {
    return giveUp(error);
  }
};

const options = chosen();
if (options.help) {
  process.stdout.write(help);
  process.exit(0);
}

// Loaded late: --help and a wrong option need none of it.
const { startBaoTin } = await import('./bao-tin.ts');
const { root } = await import('./system.ts');

const clockOffset = options.clockOffset ?? (options.empty ? 0 : offsetByDay(Date.now()));

const starting = startBaoTin({
  port: options.port,
  data: options.data,
  clockOffset,
  faults: options.carrier,
  postalFaults: options.postal,
  carriers: options.carriers,
  aws: options.aws,
});

let ending = false;
const end = (): void => {
  if (ending) return;
  ending = true;
  starting.then((system) => system.stop()).then(() => process.exit(0), giveUp);
};
process.on('SIGINT', end);
process.on('SIGTERM', end);
process.stdout.on('error', end);
// The shell between npm and this process hands no signal on: when it is gone, this run is over.
if (process.env['npm_lifecycle_event'] !== undefined) {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) end();
  }, 250).unref();
}

const system = await starting.catch(giveUp);
const paint = process.stdout.isTTY ? inColour : plain;
const say = (text: string): void => void process.stdout.write(`${text}\n`);
const totals = new Map<string, number>();
say(
  page(system.plan, system, { milliseconds: performance.now(), engine: system.engine, data: options.data }),
);
say(`ready ${system.url}`);
system.onLine((line) => {
  if (line.is === 'metrics')
    for (const [name, value] of Object.entries(line.values))
      totals.set(name, (totals.get(name) ?? 0) + value);
  const text = lineOf(line, new Date(Date.now() + clockOffset), paint);
  if (text !== undefined && !ending) say(text);
});

const { seatOfficers } = await import('./sample-day/load-day.ts');
const seated = await seatOfficers({ url: system.url, root, ward: sampleWard }).then(
  () => deskIsOpen(system.url, people),
  (error: unknown) =>
    `nobody could be put on at the desk: ${error instanceof Error ? error.message : String(error)}`,
);
if (!ending) say(seated);

if (!options.empty && !system.hadItems) {
  const { runSampleDay } = await import('./sample-day/sample-run.ts');
  const said = await runSampleDay(system, { clockOffset, totals, ended: () => ending });
  if (!ending) say(said);
}
