import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import {
  type Confirmation,
  confirmationPrivacy,
  type Confirmations,
} from '../../../domain/post/money/confirm-cash.ts';
import type { Vault } from '../../../domain/values/vault.ts';
import { conditionally } from '../conditional.ts';
import { expressions } from '../expressions.ts';
import { fromItem, type Item, toItem } from '../item.ts';
import { type Key, placeOf } from '../keys.ts';
import { openEach, sealEach } from '../personal.ts';
import { jobExpiresAt } from './expiry.ts';
import { confirmationKey } from './keys.ts';

const confirmationIn = (item: Item, vault: Vault): Confirmation => {
  const { pk, sk, confirmation } = fromItem(item) as Key & { confirmation: Record<string, unknown> };
  return openEach(confirmation, confirmationPrivacy, vault, placeOf({ pk, sk })) as Confirmation;
};

/** Who confirmed which money, and when, in the table: once for the ward and its id. */
export const dynamoConfirmations = (
  client: DynamoDBClient,
  tableName: string,
  vault: Vault,
): Confirmations => ({
  find: async (ward, confirmationId) => {
    const { Item } = await client.send(
      new GetItemCommand({
        TableName: tableName,
        Key: toItem(confirmationKey(ward, confirmationId)),
        ConsistentRead: true,
      }),
    );
    return Item && confirmationIn(Item, vault);
  },
  open: async (confirmation) => {
    const { ward, request, at } = confirmation;
    const key = confirmationKey(ward, request.confirmationId);
    const put = await conditionally(
      client.send(
        new PutItemCommand({
          TableName: tableName,
          Item: toItem({
            ...key,
            kind: 'confirmation',
            confirmation: sealEach(confirmation, confirmationPrivacy, vault, placeOf(key)),
            expiresAt: jobExpiresAt('paperwork', at),
          }),
          ...expressions({ ConditionExpression: 'attribute_not_exists(#pk)' }),
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      ),
    );
    if ('done' in put) return { is: 'opened' };
    return { is: 'existing', confirmation: confirmationIn(put.by ?? {}, vault) };
  },
});
