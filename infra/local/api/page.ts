import { relative } from 'node:path';
import { fileName } from './identity.ts';
import type { DayCounts } from '../sample-day/load-day.ts';
import type { Schedule } from '../template/read-calls.ts';
import type { LambdaFunction } from '../template/read-functions.ts';
import type { Running } from '../running.ts';
import type { Blueprint } from '../template/template.ts';

const times = (at: Schedule['at']): string =>
  'every' in at ? `every ${at.every / 60_000} min` : `${at.cron} (${at.timeZone})`;

/** What calls a function, in the order of the template. */
const triggers = (plan: Blueprint, { name }: LambdaFunction): string[] => [
  ...(plan.api?.routes ?? []).filter((route) => route.function === name).map(({ key }) => key),
  ...plan.streams.filter((mapping) => mapping.function === name).map(({ table }) => `stream of ${table}`),
  ...plan.polls.filter((mapping) => mapping.function === name).map(({ queue }) => `queue ${queue}`),
  ...plan.schedules.filter((schedule) => schedule.function === name).map(({ at }) => `clock ${times(at)}`),
  ...plan.logs.filter((log) => log.function === name).map(({ group }) => `log ${group}`),
];

/** The page that says where everything is and what calls what, without the line that says it is ready. */
export const page = (
  plan: Blueprint,
  running: Running,
  started: { milliseconds: number; engine: string; data: string | undefined },
) => {
  const { endpoints } = running;
  const places = [
    ['API', running.url],
    ['DynamoDB', `${endpoints.dynamodb}  (${running.tables.join(', ')}), played by ${started.engine}`],
    ['SQS, S3', endpoints.sqs],
    ['SMS carrier', endpoints.sns],
    ['postal carriers', endpoints.postal],
    ['ledger', relative(process.cwd(), running.ledger)],
    ['data', started.data ?? 'not kept: gone when this ends'],
  ];
  const functions = plan.functions.map((lambda) => [fileName(lambda.entry), ...triggers(plan, lambda)]);
  const width = Math.max(...functions.map(([name = '']) => name.length), 11) + 2;
  const row = ([name = '', first = '', ...more]: string[]): string[] => [
    `  ${name.padEnd(width)}${first}`.trimEnd(),
    ...more.map((text) => `  ${' '.repeat(width)}${text}`),
  ];
  return [
    `Báo Tin on one machine, Node ${process.versions.node}, up in ${(started.milliseconds / 1000).toFixed(1)} s`,
    '',
    ...places.flatMap(row),
    '',
    ...functions.flatMap(row),
    '',
  ].join('\n');
};

/** Where officers work, and as whom one may sign in there. */
export const deskIsOpen = (
  url: string,
  people: readonly { name: string; called: string; does: string }[],
): string =>
  [
    '',
    `The desk of the office: ${url}/viec`,
    ...people.map(({ name, called, does }) => `  sign in as ${called} (${name}) – ${does}`),
    '',
  ].join('\n');

/** What became of the sample day, in one paragraph: the figures are the functions' own counts. */
export const dayIsThrough = (seen: {
  day: string;
  ward: string;
  handedIn: DayCounts;
  totals: ReadonlyMap<string, number>;
  /** How many journeys of papers came to which step. */
  journeys: Readonly<Record<string, number>>;
  letters: { files: readonly string[]; directory: string };
  /** How much waits for a person, by list. */
  work: Readonly<Record<string, number>>;
  milliseconds: number;
}): string => {
  const each = (counts: Readonly<Record<string, number>>): string =>
    Object.entries(counts)
      .map(([name, number]) => `${number} ${name}`)
      .join(', ') || 'nothing';
  const sum = (counts: Readonly<Record<string, number>>): number =>
    Object.values(counts).reduce((all, one) => all + one, 0);
  const { accepted, duplicate, rejected } = seen.handedIn;
  const count = (name: string): number => seen.totals.get(name) ?? 0;
  // What was decided and nobody handed in: the results that the post brought home.
  const own = count('told') + count('silent') - accepted;
  return [
    '',
    `The day of ${seen.day} at ward office ${seen.ward} is through in ${(seen.milliseconds / 1000).toFixed(1)} s:`,
    `  ${accepted} events accepted, ${duplicate} came twice, ${rejected} refused; ${own} more told by the post`,
    `  ${count('told')} told their citizen, ${count('silent')} stayed silent`,
    `  ${count('sent')} SMS at the carrier (${count('parts')} parts), ${count('refused')} refused by it, ${count('unknown')} in doubt`,
    '  (a message that newer news overtakes does not leave any more: the reception, once the result is there)',
    `  ${count('delivered')} receipts say delivered, ${count('undelivered')} undelivered`,
    `  ${seen.letters.files.length} letters written, to be read in ${seen.letters.directory}`,
    `  ${sum(seen.journeys)} journeys of papers: ${each(seen.journeys)}`,
    `  ${sum(seen.work)} things for a person of the office: ${each(seen.work)}`,
    '',
    'Try: npm run -s cli -- trace H29.26-… with the credentials of npm run -s cli -- client create --ward 26506',
    '',
  ].join('\n');
};
