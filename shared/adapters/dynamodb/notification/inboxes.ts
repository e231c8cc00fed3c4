import {
  DeleteItemCommand,
  type DynamoDBClient,
  paginateQuery,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import {
  type Inboxes,
  mostWrittenFirst,
  noting,
  type UnclaimedNote,
} from '../../../domain/inbound/inboxes.ts';
import type { Ward } from '../../../domain/values/ward.ts';
import { conditionally } from '../conditional.ts';
import { expiresAt } from '../expiry.ts';
import { expressions } from '../expressions.ts';
import { fromItem, type Item, toItem } from '../item.ts';
import { inboxKey, unclaimedInboxes, unclaimedInboxKey } from '../keys.ts';
import { readAll } from '../read-all.ts';
import { putVersion } from '../versioned.ts';

const noteIn = (item: Item): { note: UnclaimedNote; version: number } => {
  const { provider, to, messages, firstAt, lastAt, known, version } = fromItem(item) as UnclaimedNote & {
    version: number;
  };
  return { note: { provider, to, messages, firstAt, lastAt, known }, version };
};

/**
 * Inboxes in the table. They are about an office and no citizen, so they do not expire; what is noted of those that nobody
 * has does, as the messages themselves.
 */
export const dynamoInboxes = (client: DynamoDBClient, tableName: string): Inboxes => ({
  wardOf: async (provider, to) => {
    const [item] = await readAll(client, tableName, [inboxKey(provider, to)]);
    return item && (fromItem(item)['ward'] as Ward);
  },

  give: async (ward, provider, to) => {
    const put = await conditionally(
      client.send(
        new PutItemCommand({
          TableName: tableName,
          Item: toItem({ ...inboxKey(provider, to), kind: 'inbox', ward }),
          ...expressions({ ConditionExpression: 'attribute_not_exists(#pk) OR #ward = :ward' }, { ward }),
        }),
      ),
    );
    if (!('done' in put)) return 'taken';
    const Key = toItem(unclaimedInboxKey(provider, to));
    await client.send(new DeleteItemCommand({ TableName: tableName, Key }));
    return 'given';
  },

  noteUnclaimed: async (inbound, at) => {
    const key = unclaimedInboxKey(inbound.provider, inbound.to);
    const [item] = await readAll(client, tableName, [key]);
    const { note: before, version = 0 } = item === undefined ? {} : noteIn(item);
    const note = noting(before, inbound, at);
    if (note === undefined) return;
    const kept = { ...key, kind: 'unclaimed-inbox', ...note, expiresAt: expiresAt('inbound', at) };
    // Whoever noted another message meanwhile: this one comes again, and is noted then.
    await conditionally(client.send(new PutItemCommand(putVersion(tableName, kept, version).Put)));
  },

  unclaimed: async () => {
    const asked = expressions({ KeyConditionExpression: '#pk = :pk' }, { pk: unclaimedInboxes });
    const query = { TableName: tableName, ...asked };
    const notes: UnclaimedNote[] = [];
    for await (const { Items = [] } of paginateQuery({ client }, query))
      notes.push(...Items.map((item) => noteIn(item).note));
    return mostWrittenFirst(notes);
  },
});
