import { type DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { Vault } from '../../../domain/values/vault.ts';
import { consentKeyOf, consentsIn, consentUpdate } from './consent-item.ts';
import { readAll } from '../read-all.ts';
import type { Consents } from '../../../domain/office/consents.ts';

/** Citizens' choices in the table, each chooser's under a keyed hash: without the key nobody can tell whose they are. */
export const dynamoConsents = (client: DynamoDBClient, tableName: string, vault: Vault): Consents => ({
  record: async (whose, consent) => {
    await client.send(new UpdateItemCommand(consentUpdate(tableName, whose, consent, vault)));
  },

  of: async (choosers) => {
    const keys = choosers.map((whose) => consentKeyOf(whose, vault));
    const items = await readAll(client, tableName, keys);
    const choices = new Map(items.map((item) => [item['pk']!.S!, consentsIn(item, vault)]));
    return keys.map(({ pk }) => choices.get(pk) ?? []);
  },
});
