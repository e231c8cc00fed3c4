import { type DynamoDBClient, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { Receipts } from '../../domain/carrier-ports.ts';
import type { Receipt } from '../../domain/receipt.ts';
import type { Vault } from '../../domain/vault.ts';
import { conditionally } from './conditional.ts';
import { expiresAt } from './expiry.ts';
import { expressions } from './expressions.ts';
import { fromItem, toItem } from './item.ts';
import { duePartitionOf, type Key, placeOf, receiptKey } from './keys.ts';
import { readAll } from './read-all.ts';
import { waitingAt } from './waiting.ts';

type StoredReceipt = Key & { receipt: Receipt; tries: number; closedAs?: string };

/** A phone that cannot be read any more helps nobody to find an owner, and must not keep other receipts from theirs. */
const readable = (vault: Vault, sealed: string, place: string): string | undefined => {
  try {
    return vault.open(sealed, place);
  } catch {
    return undefined;
  }
};

/** Receipts in the table, the phone in them sealed. A closed one stays as evidence, but waits no more. */
export const dynamoReceipts = (client: DynamoDBClient, tableName: string, vault: Vault): Receipts => ({
  keep: async (receipt, lookAgainAt, tries) => {
    const key = receiptKey(receipt);
    const { to } = receipt;
    await client.send(
      new PutItemCommand({
        TableName: tableName,
        Item: toItem({
          ...key,
          kind: 'receipt',
          receipt: { ...receipt, to: to === undefined ? undefined : vault.seal(to, placeOf(key)) },
          tries,
          duePk: duePartitionOf('receipt', receipt.reference),
          dueSk: lookAgainAt,
          expiresAt: expiresAt('receipt', receipt.takenAt),
        }),
      }),
    );
  },

  overdue: async (now, limit) => {
    const keys = await waitingAt(client, tableName, 'receipt', now, limit);
    const place = new Map(keys.map((key, index) => [placeOf(key), index]));
    return (await readAll(client, tableName, keys))
      .map((item) => fromItem(item) as StoredReceipt)
      .filter(({ closedAs }) => closedAs === undefined)
      .toSorted((a, b) => place.get(placeOf(a))! - place.get(placeOf(b))!)
      .map(({ pk, sk, receipt, tries }) => {
        const { to: sealed, ...rest } = receipt;
        const to = sealed === undefined ? undefined : readable(vault, sealed, placeOf({ pk, sk }));
        return { receipt: { ...rest, ...(to !== undefined && { to }) }, tries };
      });
  },

  close: async (receipt, as) => {
    await conditionally(
      client.send(
        new UpdateItemCommand({
          TableName: tableName,
          Key: toItem(receiptKey(receipt)),
          ...expressions(
            {
              UpdateExpression: 'SET #closedAs = :as REMOVE #duePk, #dueSk',
              ConditionExpression: 'attribute_exists(#pk)',
            },
            { as },
          ),
        }),
      ),
    );
  },
});
