import { readFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import { dynamoChoices } from '../../../../shared/adapters/dynamodb/office/choices.ts';
import { dynamoInboxes } from '../../../../shared/adapters/dynamodb/notification/inboxes.ts';
import {
  type InboundProvider,
  inboundProviders,
  inboxNames,
} from '../../../../shared/adapters/carriers/sms/names.ts';
import { numbersProvider } from '../../../../shared/domain/inbound/inboxes.ts';
import { WardSettings } from '../../../../shared/domain/office/ward-settings.ts';
import { chooseSettings } from '../../../../shared/flows/office/choose-settings.ts';
import { ChosenSettings } from '../../../../shared/domain/office/choose-settings.ts';
import { instantOf } from '../../../../shared/domain/values/instant.ts';
import { Ward } from '../../../../shared/domain/values/ward.ts';
import { paperCommands } from './papers.ts';
import { openStore } from '../../api-client/store.ts';
import { wardPostCommand } from './post.ts';
import { roundCommands } from './rounds.ts';
import { addLetterCommands } from './letters.ts';
import { errorsOf, type ProblemError } from '../../../../shared/domain/values/problem-error.ts';

/** What ward offices chose: settings and texts, in the store that this command means. */
export const openChoices = (command: Command) => {
  const { dynamodb, tableName } = openStore(command);
  return dynamoChoices(dynamodb, tableName, () => instantOf(new Date()));
};

/** The ward office by its five digits, or a sentence that says what is wrong. */
export const wardIn = (code: string): Ward => {
  const ward = Ward.safeParse(code);
  if (ward.success) return ward.data;
  throw new Error(ward.error.issues.map(({ message }) => message).join('; '));
};

export const writeLine = (value: unknown): void => void process.stdout.write(`${JSON.stringify(value)}\n`);

const wordsOf = (errors: readonly ProblemError[]): string =>
  errors.map(({ pointer, message }) => `${pointer}: ${message}`).join('\n');

type Given = { file?: string; office?: string; hotline?: string; returnPlace?: string };

const set = async (code: string, { file, ...given }: Given, command: Command) => {
  const ward = wardIn(code);
  const { settings } = openChoices(command);
  const { ward: _ward, ...before } = await settings.of(ward);
  const base = file === undefined ? before : (JSON.parse(readFileSync(file, 'utf8')) as object);
  const chosen = ChosenSettings.safeParse({ ...base, ...given });
  if (!chosen.success) throw new Error(wordsOf(errorsOf(chosen.error)));
  const { dynamodb, tableName } = openStore(command);
  const inboxes = dynamoInboxes(dynamodb, tableName);
  const saved = await chooseSettings({ settings, inboxes })({ ...chosen.data, ward });
  if (saved.is !== 'saved') throw new Error(wordsOf(saved.errors));
  writeLine({ ...chosen.data, ward });
};

/** `ward set | show | inbox | unclaimed`: what an office has chosen, and which numbers citizens write to it at. */
export const wardCommand = (): Command => {
  const ward = new Command('ward').description('what a ward office has chosen');
  ward
    .command('set <code>')
    .description('change single choices, or with --file all of them at once')
    .option('--file <settings.json>', 'as GET /v1/settings shows them, without `ward`; replaces every choice')
    .option(
      '--office <name>',
      'how it names itself in messages: at most 20 characters, accents are taken off',
    )
    .option('--hotline <number>', 'the phone a citizen may ring')
    .option('--return-place <place>', 'where results are collected: at most 24 characters')
    .action(set);
  ward
    .command('show <code>')
    .description('all its choices, with ours where it made none')
    .action(async (code: string, _options: unknown, command: Command) =>
      writeLine(await openChoices(command).settings.of(wardIn(code))),
    );
  ward
    .command('inbox <code>')
    .description('give the office the number or account that citizens write to; texts then name the number')
    .addOption(
      new Option('--provider <name>', 'who hands the messages over')
        .choices(inboundProviders)
        .makeOptionMandatory(),
    )
    .requiredOption('--to <number>', 'as the provider names it')
    .action(
      async (code: string, { provider, to }: { provider: InboundProvider; to: string }, command: Command) => {
        const { dynamodb, tableName } = openStore(command);
        const { like, means } = inboxNames[provider];
        const name = to.trim().toLowerCase();
        if (!like.test(name)) throw new Error(`${provider} names an inbox by ${means}.`);
        const whose = wardIn(code);
        const given = await dynamoInboxes(dynamodb, tableName).give(whose, provider, name);
        if (given === 'taken') throw new Error(`${to} at ${provider} belongs to another ward office.`);
        const { settings } = openChoices(command);
        const told = WardSettings.shape.inbox.safeParse(provider === numbersProvider ? name : undefined).data;
        if (told !== undefined) await settings.save({ ...(await settings.of(whose)), inbox: told });
        writeLine({ ward: code, provider, to: name, ...(told !== undefined && { inbox: told }) });
      },
    );
  ward
    .command('unclaimed')
    .description(
      'numbers and accounts that citizens wrote to and no office has; `ward inbox` gives one to its office',
    )
    .action(async (_options: unknown, command: Command) => {
      const { dynamodb, tableName } = openStore(command);
      for (const inbox of await dynamoInboxes(dynamodb, tableName).unclaimed()) writeLine(inbox);
    });
  ward.addCommand(wardPostCommand());
  for (const command of [...paperCommands('/v1'), ...roundCommands()]) ward.addCommand(command);
  addLetterCommands(ward);
  return ward;
};
