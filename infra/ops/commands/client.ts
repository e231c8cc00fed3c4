import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Command } from 'commander';
import { dynamoClients } from '../../../shared/adapters/dynamodb/office/clients.ts';
import { scopesOf, Tenant } from '../../../shared/domain/office/client.ts';
import { instantOf } from '../../../shared/domain/values/instant.ts';
import {
  createClient,
  listClients,
  type Credentials,
  revokeClient,
  rotateSecret,
} from '../../../shared/flows/office/manage-clients.ts';
import { openStore } from '../api-client/store.ts';

const ports = (command: Command) => {
  const { dynamodb, tableName } = openStore(command);
  return {
    clients: dynamoClients(dynamodb, tableName),
    sha256: (text: string) => createHash('sha256').update(text).digest('hex'),
    newSecret: () => randomBytes(32).toString('base64url'),
    newId: randomUUID,
    clock: () => instantOf(new Date()),
  };
};

const show = ({ clientId, clientSecret }: Credentials, json: boolean): void =>
  void process.stdout.write(
    json
      ? `${JSON.stringify({ clientId, clientSecret })}\n`
      : `client id      ${clientId}\nclient secret  ${clientSecret}\nThe secret is shown this one time.\n`,
  );

type Whose = { ward?: string; partner?: string; operator?: true; persons?: true };

const tenantOf = ({ ward, partner, operator }: Whose): Tenant => {
  if ((ward === undefined) === (partner === undefined))
    throw new Error('Give either --ward CODE or --partner CODE.');
  const office = { kind: 'ward', ward, ...(operator && { operator }) };
  const tenant = Tenant.safeParse(ward === undefined ? { kind: 'partner', partner } : office);
  if (!tenant.success) throw new Error(tenant.error.issues.map(({ message }) => message).join('; '));
  return tenant.data;
};

const noSuchClient = (clientId: string) => new Error(`There is no live client ${clientId}.`);

/** `client create | list | rotate | revoke`: the credentials of ward systems and partners. */
export const clientCommand = (): Command => {
  const client = new Command('client').description('credentials of ward systems and postal partners');
  client
    .command('create')
    .description('make credentials for a ward office or a partner')
    .option('--ward <code>', 'five digits, such as 26506')
    .option('--partner <code>', 'small letters, digits and hyphens')
    .option('--operator', 'of an operator acting for that ward, who may hand its dossiers over')
    .option('--persons', 'may show and erase all that is kept about a citizen: on the order of a leader')
    .option('--json', 'one line of JSON')
    .action(async (options: Whose & { json?: boolean }, command: Command) => {
      const tenant = tenantOf(options);
      const scopes = options.persons && scopesOf(tenant);
      show(await createClient(ports(command))(tenant, scopes), options.json ?? false);
    });
  client
    .command('list')
    .description('all of a ward office or a partner, one line of JSON each; no secrets')
    .option('--ward <code>', 'five digits, such as 26506')
    .option('--partner <code>', 'small letters, digits and hyphens')
    .action(async (options: Whose, command: Command) => {
      const listed = await listClients(ports(command))(tenantOf(options));
      for (const one of listed) process.stdout.write(`${JSON.stringify(one)}\n`);
    });
  client
    .command('rotate <clientId>')
    .description('give a second secret; the older one works until the next rotation')
    .option('--json', 'one line of JSON')
    .action(async (clientId: string, options: { json?: boolean }, command: Command) => {
      const credentials = await rotateSecret(ports(command))(clientId);
      if (credentials === undefined) throw noSuchClient(clientId);
      show(credentials, options.json ?? false);
    });
  client
    .command('revoke <clientId>')
    .description('end its access; tokens already issued live for at most five minutes')
    .action(async (clientId: string, _options: unknown, command: Command) => {
      if ((await revokeClient(ports(command))(clientId)) === 'no-such-client') throw noSuchClient(clientId);
      process.stdout.write(`${clientId} is revoked.\n`);
    });
  return client;
};
