import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { ParcelCodes } from '../../../domain/post/paper/parcel-code.ts';
import type { Clock } from '../../../domain/values/instant.ts';
import { toItem } from '../item.ts';
import { parcelKey } from './keys.ts';
import { jobExpiresAt } from './expiry.ts';

/** Codes of printed labels in the table, each by itself. A label that is printed again keeps its code for longer. */
export const dynamoParcelCodes = (client: DynamoDBClient, tableName: string, clock: Clock): ParcelCodes => ({
  note: async (code) => {
    const item = { ...parcelKey(code), kind: 'parcel-code', expiresAt: jobExpiresAt('dispatch', clock()) };
    await client.send(new PutItemCommand({ TableName: tableName, Item: toItem(item) }));
  },
  isOurs: async (code) => {
    const { Item } = await client.send(
      new GetItemCommand({ TableName: tableName, Key: toItem(parcelKey(code)) }),
    );
    return Item !== undefined;
  },
});
