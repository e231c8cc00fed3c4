import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { TokenPair, TokenPairs } from '../../../domain/office/token-pairs.ts';
import type { Vault } from '../../../domain/values/vault.ts';
import { conditionally } from '../conditional.ts';
import { expressions } from '../expressions.ts';
import { fromItem, toItem } from '../item.ts';
import { type Key, placeOf } from '../keys.ts';

const tokensKey = (owner: string): Key => ({ pk: `TOKENS#${owner}`, sk: 'TOKENS' });

/** Token pairs in the table, the tokens sealed. They have no expiry: they are about no citizen. */
export const dynamoTokenPairs = (client: DynamoDBClient, tableName: string, vault: Vault): TokenPairs => ({
  find: async (owner) => {
    const key = tokensKey(owner);
    const { Item } = await client.send(
      new GetItemCommand({ TableName: tableName, Key: toItem(key), ConsistentRead: true }),
    );
    if (!Item) return undefined;
    const { pair, version } = fromItem(Item) as { pair: Omit<TokenPair, 'version'>; version: number };
    const open = (sealed: string) => vault.open(sealed, placeOf(key));
    return { ...pair, access: open(pair.access), refresh: open(pair.refresh), version };
  },

  swap: async (owner, before, pair) => {
    const key = tokensKey(owner);
    const seal = (plain: string) => vault.seal(plain, placeOf(key));
    const put = await conditionally(
      client.send(
        new PutItemCommand({
          TableName: tableName,
          Item: toItem({
            ...key,
            kind: 'tokens',
            pair: { ...pair, access: seal(pair.access), refresh: seal(pair.refresh) },
            version: (before ?? 0) + 1,
          }),
          ...expressions(
            {
              ConditionExpression: before === undefined ? 'attribute_not_exists(#pk)' : '#version = :before',
            },
            { before },
          ),
        }),
      ),
    );
    return 'done' in put ? 'swapped' : 'conflict';
  },
});
