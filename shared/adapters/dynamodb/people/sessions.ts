import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { canonical } from '../../../domain/values/writing/canonical.ts';
import { type Session, sessionPrivacy, type Sessions } from '../../../domain/people/session.ts';
import type { Vault } from '../../../domain/values/vault.ts';
import { conditionally } from '../conditional.ts';
import { expiresAt } from '../expiry.ts';
import { expressions } from '../expressions.ts';
import { fromItem, type Item, toItem } from '../item.ts';
import { type Key, placeOf } from '../keys.ts';
import { openTogether, sealTogether } from '../personal.ts';
import { formKey, sessionKey } from './people-keys.ts';

type Kept = Key & { open: Record<string, unknown>; sealed?: string };

const sessionIn = (item: Item, vault: Vault): Session => {
  const { pk, sk, open, sealed } = fromItem(item) as Kept;
  return openTogether({ open, sealed }, vault, placeOf({ pk, sk })) as Session;
};

/** The open part decides who was faster; what was typed is written with it. */
const openPart = (session: Session): object => {
  const { draft: _typed, ...open } = session;
  return open;
};

/** Sessions in the table, what was typed sealed. */
export const dynamoSessions = (client: DynamoDBClient, tableName: string, vault: Vault): Sessions => ({
  find: async (id) => {
    const { Item } = await client.send(
      new GetItemCommand({ TableName: tableName, Key: toItem(sessionKey(id)), ConsistentRead: true }),
    );
    return Item && sessionIn(Item, vault);
  },

  save: async (session, before) => {
    const key = sessionKey(session.id);
    const put = await conditionally(
      client.send(
        new PutItemCommand({
          TableName: tableName,
          Item: toItem({
            ...key,
            kind: 'session',
            expiresAt: expiresAt('session', session.seenAt),
            ...sealTogether(session, sessionPrivacy, vault, placeOf(key)),
          }),
          ...expressions(
            { ConditionExpression: before ? '#open = :before' : 'attribute_not_exists(#pk)' },
            { before: before && openPart(before) },
          ),
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      ),
    );
    if ('done' in put) return 'saved';
    // Our own write whose answer was lost, met by its repeat.
    const isOurs = put.by !== undefined && canonical(sessionIn(put.by, vault)) === canonical(session);
    return isOurs ? 'saved' : 'conflict';
  },

  firstTime: async (session, form, now) => {
    const put = await conditionally(
      client.send(
        new PutItemCommand({
          TableName: tableName,
          Item: toItem({ ...formKey(session, form), kind: 'form', expiresAt: expiresAt('session', now) }),
          ...expressions({ ConditionExpression: 'attribute_not_exists(#pk)' }),
        }),
      ),
    );
    return 'done' in put;
  },
});
