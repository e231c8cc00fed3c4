import { randomUUID } from 'node:crypto';
import {
  type AttributeValue,
  CreateTableCommand,
  DynamoDBClient,
  paginateScan,
} from '@aws-sdk/client-dynamodb';
import { inject } from 'vitest';
import { dynamoChoices } from '../../shared/adapters/dynamodb/office/choices.ts';
import { dynamoClients } from '../../shared/adapters/dynamodb/office/clients.ts';
import { decisionStores } from '../../shared/adapters/dynamodb/decision/decision-stores.ts';
import { dynamoConsents } from '../../shared/adapters/dynamodb/office/consents.ts';
import { dynamoConversations } from '../../shared/adapters/dynamodb/notification/conversations.ts';
import { dynamoWorklist } from '../../shared/adapters/dynamodb/notification/worklist.ts';
import { dynamoInboxes } from '../../shared/adapters/dynamodb/notification/inboxes.ts';
import { dynamoLetterSettings } from '../../shared/adapters/dynamodb/letter/letter-settings.ts';
import { dynamoLetters } from '../../shared/adapters/dynamodb/letter/letters.ts';
import { dynamoAudit } from '../../shared/adapters/dynamodb/people/audit.ts';
import { dynamoOfficers } from '../../shared/adapters/dynamodb/people/officers.ts';
import { dynamoProposals } from '../../shared/adapters/dynamodb/people/proposals.ts';
import { dynamoSessions } from '../../shared/adapters/dynamodb/people/sessions.ts';
import { dynamoReceipts } from '../../shared/adapters/dynamodb/notification/receipts.ts';
import { table, type TableIndex, tableIndexes } from '../../shared/adapters/dynamodb/table.ts';
import { keyed } from '../../shared/adapters/kms/sealing.ts';
import type { Store } from '../../shared/adapters/memory/store.ts';
import { instantOf } from '../../shared/domain/values/instant.ts';
import type { Vault } from '../../shared/domain/values/vault.ts';

/** A vault with a key that everybody may know. */
export const aVault = keyed([{ id: '1', key: Buffer.alloc(32, 7) }]);

/** DynamoDB Local, as `emulators.ts` started it. */
export const emulatedDynamoDB = (): DynamoDBClient =>
  new DynamoDBClient({
    endpoint: inject('dynamodb'),
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });

const index = ({ name, partitionKey, sortKey, ...more }: TableIndex) => ({
  IndexName: name,
  KeySchema: [
    { AttributeName: partitionKey, KeyType: 'HASH' as const },
    { AttributeName: sortKey, KeyType: 'RANGE' as const },
  ],
  Projection:
    'includes' in more
      ? { ProjectionType: 'INCLUDE' as const, NonKeyAttributes: [...more.includes] }
      : { ProjectionType: 'KEYS_ONLY' as const },
});

/** A table of its own for one test, with the keys and indexes the stack gives it. */
export const aTable = async (client: DynamoDBClient): Promise<string> => {
  const tableName = `test-${randomUUID()}`;
  const names = new Set(tableIndexes.flatMap(({ partitionKey, sortKey }) => [partitionKey, sortKey]));
  await client.send(
    new CreateTableCommand({
      TableName: tableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [table.partitionKey, table.sortKey, ...names].map((AttributeName) => ({
        AttributeName,
        AttributeType: 'S',
      })),
      KeySchema: [
        { AttributeName: table.partitionKey, KeyType: 'HASH' },
        { AttributeName: table.sortKey, KeyType: 'RANGE' },
      ],
      GlobalSecondaryIndexes: tableIndexes.map(index),
    }),
  );
  return tableName;
};

export const storeIn = (client: DynamoDBClient, tableName: string, vault: Vault = aVault): Store => ({
  ...decisionStores(client, tableName, vault),
  desk: dynamoWorklist(client, tableName, vault),
  receipts: dynamoReceipts(client, tableName, vault),
  clients: dynamoClients(client, tableName),
  consents: dynamoConsents(client, tableName, vault),
  inboxes: dynamoInboxes(client, tableName),
  conversations: dynamoConversations(client, tableName, vault),
  letters: dynamoLetters(client, tableName, vault),
  wardLetters: dynamoLetterSettings(client, tableName, () => instantOf(new Date())),
  officers: dynamoOfficers(client, tableName, vault),
  sessions: dynamoSessions(client, tableName, vault),
  audit: dynamoAudit(client, tableName, vault),
  proposals: dynamoProposals(client, tableName, vault),
  ...dynamoChoices(client, tableName, () => instantOf(new Date())),
});

/** Everything that is kept, in a table of DynamoDB Local. */
export const dynamodbStore = async (): Promise<Store> => {
  const client = emulatedDynamoDB();
  return storeIn(client, await aTable(client));
};

/** Every item there is, to see what lies in the table and what waits. */
export const allItems = async (
  client: DynamoDBClient,
  tableName: string,
): Promise<Record<string, AttributeValue>[]> => {
  const items: Record<string, AttributeValue>[] = [];
  for await (const { Items = [] } of paginateScan({ client }, { TableName: tableName })) items.push(...Items);
  return items;
};
