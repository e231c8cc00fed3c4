import {
  type DynamoDBClient,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { canonical } from '../../../domain/values/writing/canonical.ts';
import type { DecidedEvent, Outcome } from '../../../domain/dossier/event/decided-event.ts';
import { type AcceptedEvent, statusEventPrivacy } from '../../../domain/dossier/event/status-event.ts';
import { eventSweptFrom } from '../../../domain/notification/sweep.ts';
import type { Vault } from '../../../domain/values/vault.ts';
import { conditionally } from '../conditional.ts';
import { expiresAt } from '../expiry.ts';
import { expressions } from '../expressions.ts';
import { fromItem, type Item, toItem } from '../item.ts';
import { deskPartition, duePartitionOf, eventKey, type Key, placeOf } from '../keys.ts';
import type { Ward } from '../../../domain/values/ward.ts';
import { openTogether, sealTogether } from '../personal.ts';
import { readAll } from '../read-all.ts';
import { dueIndex, statusEventKind } from '../table.ts';
import { waitingAt } from '../waiting.ts';
import type { StatusEvents } from '../../../domain/dossier/event/status-events.ts';

type StoredEvent = Key & {
  event: Record<string, unknown>;
  personal?: string;
  bodyPrint: string;
  outcome?: Outcome;
  stuck?: string;
};

const itemOf = (event: AcceptedEvent, vault: Vault): Item => {
  const { ward, acceptedAt, ...body } = event;
  const key = eventKey(ward, event.eventId);
  const { open, sealed } = sealTogether(event, statusEventPrivacy, vault, placeOf(key));
  return toItem({
    ...key,
    kind: statusEventKind,
    event: open,
    personal: sealed,
    bodyPrint: vault.fingerprint(canonical(body)),
    duePk: duePartitionOf('event', event.eventId),
    dueSk: eventSweptFrom(event),
    expiresAt: expiresAt('event', acceptedAt),
  });
};

const decidedEvent = (item: Item, vault: Vault): DecidedEvent => {
  const { pk, sk, event, personal, outcome, stuck } = fromItem(item) as StoredEvent;
  const opened = openTogether({ open: event, sealed: personal }, vault, placeOf({ pk, sk }));
  return { ...(opened as AcceptedEvent), ...(outcome && { outcome }), ...(stuck && { stuck }) };
};

/** The status event in an image of the table's stream. */
export const eventFromItem = (image: Record<string, unknown>, vault: Vault): AcceptedEvent => {
  const { outcome: _outcome, stuck: _stuck, ...event } = decidedEvent(image as Item, vault);
  return event;
};

/** What lies on the desk of a ward, the longest first, after the place where a page before ended. */
const deskKeys = async (
  client: DynamoDBClient,
  tableName: string,
  ward: Ward,
  after: string | undefined,
  limit: number,
): Promise<(Key & { dueSk: string })[]> => {
  const list = deskPartition(ward, 'dossiers');
  const [dueSk, pk] = after?.split(' ') ?? [];
  const start = pk?.startsWith(eventKey(ward, '' as never).pk) && { duePk: list, dueSk, pk, sk: 'EVENT' };
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: tableName,
      IndexName: dueIndex.name,
      Limit: limit,
      ...(start && { ExclusiveStartKey: toItem(start) }),
      ...expressions({ KeyConditionExpression: '#duePk = :list' }, { list }),
    }),
  );
  return Items.map((item) => fromItem(item) as Key & { dueSk: string });
};

/**
 * Status events in the table: one item each, under ward and event id. An accept that the SDK repeats because its
 * answer was lost finds its own item and answers `duplicate`, which is as good to the caller.
 */
export const dynamoStatusEvents = (client: DynamoDBClient, tableName: string, vault: Vault): StatusEvents => {
  const update = async (key: Item, UpdateExpression: string, values: Record<string, unknown>) =>
    conditionally(
      client.send(
        new UpdateItemCommand({
          TableName: tableName,
          Key: key,
          ...expressions(
            {
              UpdateExpression,
              ConditionExpression: 'attribute_exists(#pk) AND attribute_not_exists(#outcome)',
            },
            values,
          ),
        }),
      ),
    );
  /** It leaves the clock and lies with its ward's people from now on. */
  const giveUp = async (key: Item, stuck: string) =>
    update(key, 'SET #stuck = :stuck, #duePk = :list', {
      stuck,
      list: deskPartition(key['pk']!.S!.split('#')[1] as Ward, 'dossiers'),
    });

  return {
    accept: async (event) => {
      const item = itemOf(event, vault);
      const put = await conditionally(
        client.send(
          new PutItemCommand({
            TableName: tableName,
            Item: item,
            ...expressions({ ConditionExpression: 'attribute_not_exists(#pk)' }),
            ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
          }),
        ),
      );
      if ('done' in put) return 'accepted';
      return put.by?.['bodyPrint']?.S === item['bodyPrint']?.S ? 'duplicate' : 'event-id-reused';
    },

    find: async (ward, ids) => {
      const items = await readAll(
        client,
        tableName,
        ids.map((id) => eventKey(ward, id)),
      );
      return items.map((item) => decidedEvent(item, vault));
    },

    overdue: async (now, limit) => {
      const keys = await waitingAt(client, tableName, 'event', now, limit);
      const place = new Map(keys.map((key, index) => [key.pk, index]));
      const items = (await readAll(client, tableName, keys))
        .filter(({ outcome, stuck }) => outcome === undefined && stuck === undefined)
        .toSorted((a, b) => place.get(a['pk']!.S!)! - place.get(b['pk']!.S!)!);
      const events: AcceptedEvent[] = [];
      const unreadable: Item[] = [];
      for (const item of items) {
        try {
          events.push(eventFromItem(item, vault));
        } catch {
          unreadable.push(item);
        }
      }
      await Promise.all(unreadable.map(async ({ pk, sk }) => giveUp({ pk: pk!, sk: sk! }, 'unreadable')));
      return { events, unreadable: unreadable.length };
    },

    leftToPeople: async (ward, after, limit) => {
      const keys = await deskKeys(client, tableName, ward, after, limit);
      const found = await readAll(client, tableName, keys);
      const place = new Map(keys.map(({ pk, dueSk }) => [pk, `${dueSk} ${pk}`]));
      const events = found.map((item) => ({
        event: decidedEvent(item, vault),
        place: place.get(item['pk']!.S!)!,
      }));
      const last = keys.at(-1);
      return {
        events: events.toSorted((a, b) => (a.place < b.place ? -1 : 1)).map(({ event }) => event),
        ...(keys.length >= limit && last && { cursor: `${last.dueSk} ${last.pk}` }),
      };
    },

    postpone: async ({ ward, eventId }, until, stuck) => {
      const key = toItem(eventKey(ward, eventId));
      if (stuck !== undefined) await giveUp(key, stuck);
      else {
        const duePk = duePartitionOf('event', eventId);
        await update(key, 'SET #duePk = :duePk, #dueSk = :until REMOVE #stuck', { duePk, until });
      }
    },
  };
};
