// `npm start`: the deployed stack on one machine, with one page that says where everything is.
import { enableCompileCache } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lastOfficeDay, offsetByDay } from './day-clock.ts';
import { inColour, lineOf, plain } from './line-format.ts';
import { help, optionsIn } from './options.ts';
import { dayIsThrough, page } from './page.ts';

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
const clockOffset = options.clockOffset ?? (options.empty ? 0 : offsetByDay(Date.now()));

const starting = startBaoTin({
  port: options.port,
  data: options.data,
  clockOffset,
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
let lastLine = Date.now();
system.onLine((line) => {
  lastLine = Date.now();
  if (line.is === 'metrics')
    for (const [name, value] of Object.entries(line.values))
      totals.set(name, (totals.get(name) ?? 0) + value);
  const text = lineOf(line, new Date(Date.now() + clockOffset), paint);
  if (text !== undefined && !ending) say(text);
});

if (!options.empty && !system.hadItems) {
  const { loadDay } = await import('./load-day.ts');
  const ward = '26506';
  const { writeSampleDay } = (await import(new URL('./sample-day.ts', import.meta.url).href)) as {
    writeSampleDay: (directory: string, day: Day) => Promise<string>;
  };
  const directory = join(root, '.local');
  const day = lastOfficeDay(Date.now() + clockOffset);
  const begun = performance.now();
  const sampleDay = (): Promise<string> => writeSampleDay(directory, { day, ward, seed: 1 });
  const loaded = await loadDay({ url: system.url, root, ward, sampleDay }).then(
    () => true,
    (error: Error) => say(`the sample day could not be loaded: ${error.message}`),
  );
  const quiet = 2000;
  while (loaded === true && !ending && Date.now() - lastLine < quiet) await pause(100);
  if (loaded === true && !ending)
    say(dayIsThrough({ day, ward, totals, milliseconds: performance.now() - begun - quiet }));
}
