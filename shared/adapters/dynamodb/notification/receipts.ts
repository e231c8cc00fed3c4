import { type DynamoDBClient, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { divide } from '../../../domain/values/privacy.ts';
import { type Receipt, receiptPrivacy, type Receipts } from '../../../domain/notification/receipt.ts';
import type { Vault } from '../../../domain/values/vault.ts';
import { conditionally } from '../conditional.ts';
import { expiresAt } from '../expiry.ts';
import { expressions } from '../expressions.ts';
import { fromItem, toItem } from '../item.ts';
import { duePartitionOf, type Key, placeOf, receiptKey } from '../keys.ts';
import { openEach, sealEach } from '../personal.ts';
import { readAll } from '../read-all.ts';
import { waitingAt } from '../waiting.ts';

type StoredReceipt = Key & { receipt: Receipt; tries: number; closedAs?: string };

/** What cannot be read any more helps nobody to find an owner, and must not keep other receipts from theirs. */
const readable = (stored: Receipt, vault: Vault, place: string): Receipt => {
  try {
    return openEach(stored, receiptPrivacy, vault, place) as Receipt;
  } catch {
    return { ...divide(stored, receiptPrivacy).open, detail: '' } as Receipt;
  }
};

/** Receipts in the table, phone and carrier's words sealed. A closed one stays as evidence, but waits no more. */
export const dynamoReceipts = (client: DynamoDBClient, tableName: string, vault: Vault): Receipts => ({
  keep: async (receipt, lookAgainAt, tries) => {
    const key = receiptKey(receipt);
    await client.send(
      new PutItemCommand({
        TableName: tableName,
        Item: toItem({
          ...key,
          kind: 'receipt',
          receipt: sealEach(receipt, receiptPrivacy, vault, placeOf(key)),
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
      .map(({ pk, sk, receipt, tries }) => ({
        receipt: readable(receipt, vault, placeOf({ pk, sk })),
        tries,
      }));
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
