// `npm start`: the deployed stack on one machine, with one page that says where everything is.
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inColour, lineOf, plain } from './line-format.ts';
import { help, optionsIn } from './options.ts';
import { page } from './page.ts';

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

type Day = { day: string; ward: string; seed: number };
/** The day at the ward (+07:00 all year), by the clock of the functions. */
const today = (): string =>
  new Date(Date.now() + options.clockOffset + 7 * 3_600_000).toISOString().slice(0, 10);

const starting = startBaoTin({
  port: options.port,
  data: options.data,
  clockOffset: options.clockOffset,
  faults: options.carrier,
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

const system = await starting.catch(giveUp);
const paint = process.stdout.isTTY ? inColour : plain;
const say = (text: string): void => void process.stdout.write(`${text}\n`);
const totals = new Map<string, number>();
say(page(system.plan, system, { milliseconds: performance.now(), data: options.data }));
say(`ready ${system.url}`);
system.onLine((line) => {
  if (line.is === 'metrics')
    for (const [name, value] of Object.entries(line.values))
      totals.set(name, (totals.get(name) ?? 0) + value);
  const text = lineOf(line, new Date(Date.now() + options.clockOffset), paint);
  if (text !== undefined && !ending) say(text);
});
process.on('exit', () => {
  if (totals.size > 0) say([...totals].map(([name, value]) => `${name} ${value}`).join(', '));
});

if (!options.empty && !system.hadItems) {
  const { loadDay } = await import('./load-day.ts');
  const ward = '26506';
  const { writeSampleDay } = (await import(new URL('./sample-day.ts', import.meta.url).href)) as {
    writeSampleDay: (directory: string, day: Day) => Promise<string>;
  };
  const directory = join(root, '.local');
  const sampleDay = (): Promise<string> => writeSampleDay(directory, { day: today(), ward, seed: 1 });
  await loadDay({ url: system.url, root, ward, sampleDay }).then(
    (said) => say(`the sample day is loaded: ${said}`),
    (error: Error) => say(`the sample day could not be loaded: ${error.message}`),
  );
}
