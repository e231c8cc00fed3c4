import { type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { type Audit, type Deed, deedPrivacy } from '../../../domain/people/audit.ts';
import type { Vault } from '../../../domain/values/vault.ts';
import { conditionally } from '../conditional.ts';
import { expiresAt } from '../expiry.ts';
import { expressions } from '../expressions.ts';
import { fromItem, type Item, toItem } from '../item.ts';
import { type Key, placeOf } from '../keys.ts';
import { openTogether, sealTogether } from '../personal.ts';
import { newestPage } from './newest-page.ts';
import { deedKey } from './people-keys.ts';

const deedIn = (item: Item, vault: Vault): Deed => {
  const { pk, sk, open, sealed } = fromItem(item) as Key & { open: Record<string, unknown>; sealed: string };
  return openTogether({ open, sealed }, vault, placeOf({ pk, sk })) as Deed;
};

/** What was done and read, in the table. Each deed is put once and never again. */
export const dynamoAudit = (client: DynamoDBClient, tableName: string, vault: Vault): Audit => ({
  note: async (deed) => {
    const key = deedKey(deed.ward, deed.at, deed.id);
    // A refusal is our own write whose answer was lost: no two deeds have one id.
    await conditionally(
      client.send(
        new PutItemCommand({
          TableName: tableName,
          Item: toItem({
            ...key,
            kind: 'deed',
            expiresAt: expiresAt('deed', deed.at),
            ...sealTogether(deed, deedPrivacy, vault, placeOf(key)),
          }),
          ...expressions({ ConditionExpression: 'attribute_not_exists(#pk)' }),
        }),
      ),
    );
  },

  of: async (ward, before) => {
    const pk = deedKey(ward, '', '').pk;
    const { items, ...cursor } = await newestPage(client, tableName, { pk, before });
    return { deeds: items.map((item) => deedIn(item, vault)), ...cursor };
  },
});
