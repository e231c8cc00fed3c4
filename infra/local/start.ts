// `npm start`: the deployed stack on one machine, with one page that says where everything is.
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import type { Neighbours } from './emulators.ts';
import { inColour, lineOf, plain } from './line-format.ts';
import { help, optionsIn } from './options.ts';
import { page } from './page.ts';
import type { Template } from './resource.ts';
import { root } from './system.ts';

enableCompileCache(join(root, '.local', 'compile-cache'));

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

// Loaded late: the SDK and the CDK take longer to read than all the rest.
const part = async <Part>(file: string): Promise<Part> =>
  (await import(new URL(file, import.meta.url).href)) as Part;
const { startSystem } = await import('./system.ts');
const { startCarrierProcess } = await import('./simulator.ts');
const { startKms } = await part<Pick<Neighbours, 'startKms'>>('./kms.ts');

type Day = { day: string; ward: string; seed: number };
/** The day at the ward (+07:00 all year), by the clock of the functions. */
const today = (): string =>
  new Date(Date.now() + options.clockOffset + 7 * 3_600_000).toISOString().slice(0, 10);

const begun = performance.now();
const starting = startSystem({
  template: async () => {
    const { synthesise } = await part<{ synthesise: (stage: 'dev' | 'prod') => Template }>(
      '../synthesise.ts',
    );
    return synthesise('dev');
  },
  startCarrier: startCarrierProcess,
  startKms,
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

const system = await starting.catch(giveUp);
const paint = process.stdout.isTTY ? inColour : plain;
const say = (text: string): void => void process.stdout.write(`${text}\n`);
const totals = new Map<string, number>();
say(page(system.plan, system, { milliseconds: performance.now() - begun, data: options.data }));
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
  const { writeSampleDay } = await part<{ writeSampleDay: (directory: string, day: Day) => Promise<string> }>(
    './sample-day.ts',
  );
  const directory = join(root, '.local');
  const sampleDay = (): Promise<string> => writeSampleDay(directory, { day: today(), ward, seed: 1 });
  await loadDay({ url: system.url, root, ward, sampleDay }).then(
    (said) => say(`the sample day is loaded: ${said}`),
    (error: unknown) => say(`the sample day could not be loaded: ${String(error)}`),
  );
}
