import { type DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { Consents } from '../../domain/office-ports.ts';
import type { Vault } from '../../domain/vault.ts';
import { consentsIn, consentUpdate } from './consent-item.ts';
import { consentKey } from './keys.ts';
import { readAll } from './read-all.ts';

/** Citizens' choices in the table, under the hash of their phone: without the key nobody can tell whose they are. */
export const dynamoConsents = (client: DynamoDBClient, tableName: string, vault: Vault): Consents => ({
  record: async (person, consent) => {
    await client.send(new UpdateItemCommand(consentUpdate(tableName, person, consent, vault)));
  },

  of: async (people) => {
    const keys = people.map(({ ward, phone }) => consentKey(ward, vault.hash(phone)));
    const items = await readAll(client, tableName, keys);
    const choices = new Map(items.map((item) => [item['pk']!.S!, consentsIn(item)]));
    return keys.map(({ pk }) => choices.get(pk) ?? []);
  },
});
