import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Command } from 'commander';
import { dynamoClients } from '../../../../shared/adapters/dynamodb/office/clients.ts';
import { dynamoChoices } from '../../../../shared/adapters/dynamodb/office/choices.ts';
import { dynamoLetterSettings } from '../../../../shared/adapters/dynamodb/letter/letter-settings.ts';
import { dynamoArrangements } from '../../../../shared/adapters/dynamodb/post/arrangements.ts';
import { Tenant } from '../../../../shared/domain/office/client.ts';
import { PartnerHealth } from '../../../../shared/domain/post/partner/partner.ts';
import { dayOf } from '../../../../shared/domain/values/day.ts';
import { createClient } from '../../../../shared/flows/office/manage-clients.ts';
import { signIn } from '../../api-client/api.ts';
import { clockOf, localRun } from '../../api-client/running.ts';
import { openStore } from '../../api-client/store.ts';
import { postClient } from '../../partner-kit/post-client.ts';
import { carryPapers } from './carry-papers.ts';
import { saveLetters, workFor } from './look-around.ts';
import { sampleLetters, samplePartner, samplePost, sampleSettings } from './sample-office.ts';

const say = (value: object): void => void process.stdout.write(`${JSON.stringify(value)}\n`);

/** Sets up the invented office, and gives it and its postal partner credentials. */
const arrange = async (ward: string, command: Command): Promise<void> => {
  const url = command.optsWithGlobals<{ url?: string }>().url ?? process.env['BAO_TIN_URL'];
  const run = localRun(url);
  if (run === undefined) throw new Error('A sample office is set up on a local run only.');
  const now = clockOf(run);
  const { dynamodb, tableName } = openStore(command);
  const { savePost, savePartner } = dynamoArrangements(dynamodb, tableName, now);
  const create = createClient({
    clients: dynamoClients(dynamodb, tableName),
    sha256: (text) => createHash('sha256').update(text).digest('hex'),
    newSecret: () => randomBytes(32).toString('base64url'),
    newId: randomUUID,
    clock: now,
  });
  const [office, partner] = await Promise.all([
    create(Tenant.parse({ kind: 'ward', ward })),
    create(Tenant.parse({ kind: 'partner', partner: samplePartner.code })),
    dynamoLetterSettings(dynamodb, tableName, now).save(sampleLetters(ward, dayOf(now()))),
    savePost(samplePost(ward)),
    dynamoChoices(dynamodb, tableName, now).settings.save(sampleSettings(ward)),
    savePartner(samplePartner),
  ]);
  say({ ward: office, partner });
};

/** `demo …`: an invented office and its postman, for the sample day of a local run. */
export const demoCommand = (): Command => {
  const demo = new Command('demo').description('the people around a sample day: its office and its postman');
  demo
    .command('arrange <ward>')
    .description('set up letters and post of an invented office, and print credentials (on a local run only)')
    .action((ward: string, _options: unknown, command: Command) => arrange(ward, command));
  demo
    .command('post')
    .description('as the postal partner: take over what is on offer and say how each journey went')
    .action(async (_options: unknown, command: Command) => {
      const client = postClient(await signIn(command));
      const { serverTime } = PartnerHealth.parse((await client.ask('GET', '/health')).body);
      say(await carryPapers(client, Date.parse(serverTime)));
    });
  demo
    .command('look')
    .description('as the office: save the letters, and count what waits for a person')
    .requiredOption('--out <dir>', 'where the letters go')
    .action(async ({ out }: { out: string }, command: Command) => {
      const api = await signIn(command);
      say({ letters: await saveLetters(api, out), work: await workFor(api) });
    });
  return demo;
};
