import { type DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { Consent } from '../../domain/consent.ts';
import type { Consents } from '../../domain/letter/ports.ts';
import { expiresAt } from './expiry.ts';
import { expressions } from './expressions.ts';
import { fromItem, toItem } from './item.ts';
import { consentKey } from './keys.ts';
import { readAll } from './read-all.ts';

/** What families said about letters, an item a person, every choice kept as evidence. */
export const dynamoConsents = (client: DynamoDBClient, tableName: string): Consents => ({
  find: async (people) => {
    const items = await readAll(client, tableName, people.map(consentKey));
    return items.flatMap((item) => (fromItem(item) as { consents: Consent[] }).consents);
  },
  add: async (ward, consent) => {
    await client.send(
      new UpdateItemCommand({
        TableName: tableName,
        Key: toItem(consentKey({ ward, person: consent.person })),
        ...expressions(
          {
            UpdateExpression:
              'SET #consents = list_append(if_not_exists(#consents, :none), :one), #kind = :kind, #expiresAt = :expiresAt',
          },
          { none: [], one: [consent], kind: 'consent', expiresAt: expiresAt('consent', consent.when) },
        ),
      }),
    );
  },
});
