import { type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { type Notification, ownerOf } from '../../../domain/notification/notification.ts';
import type { DeskList } from '../../../domain/notification/acts.ts';
import type { Vault } from '../../../domain/values/vault.ts';
import { expressions } from '../expressions.ts';
import { fromItem, toItem } from '../item.ts';
import { deskPartition, duePartitionOf, type Key, notificationIdIn, notificationKey } from '../keys.ts';
import { notificationIn } from './notification-item.ts';
import { moveNotification, moveUpdate } from './notification-moves.ts';
import { putPhoneCard } from './phone-cards.ts';
import { readAll } from '../read-all.ts';
import { dueIndex, lookupIndex } from '../table.ts';
import { transactCounted } from '../transact.ts';
import type { NotificationId } from '../../../domain/values/ids.ts';
import { worklistPageSize, type NotificationWorklist } from '../../../domain/notification/desk.ts';

/** Where a page ended. The partition is not in it, so that no cursor leads to another ward. */
const Place = z.strictObject({
  pk: z.string(),
  sk: z.string(),
  dueSk: z.string().optional(),
  lookupSk: z.string().optional(),
});

const cursorOf = (place: unknown): string =>
  Buffer.from(JSON.stringify(Place.strip().parse(place))).toString('base64url');

const placeIn = (cursor: string): z.infer<typeof Place> | undefined => {
  try {
    return Place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    return undefined;
  }
};

const isOn = (which: DeskList, { state, heldBy }: Notification): boolean => {
  if (which === 'held-back') return state === 'suppressed' || (state === 'queued' && heldBy !== undefined);
  return state === (which === 'call-list' ? 'queued' : which);
};

/** Notifications as a ward's people meet them: by what has to be done about them. The index follows by a moment. */
export const dynamoWorklist = (
  client: DynamoDBClient,
  tableName: string,
  vault: Vault,
): NotificationWorklist => {
  const move = moveNotification(client, tableName, vault);
  const read = async (ids: readonly NotificationId[]) =>
    (await readAll(client, tableName, ids.map(notificationKey))).map((item) => notificationIn(item, vault));

  return {
    list: async (ward, which, { now, cursor }) => {
      const partition = deskPartition(ward, which);
      // What is held back waits for the clock in the other index, and here for people.
      const index = which === 'held-back' ? lookupIndex : dueIndex;
      const place = cursor === undefined ? undefined : placeIn(cursor);
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName: tableName,
          IndexName: index.name,
          Limit: worklistPageSize,
          ...(place && { ExclusiveStartKey: toItem({ ...place, [index.partitionKey]: partition }) }),
          ...expressions(
            {
              KeyConditionExpression: `#${index.partitionKey} = :partition AND #${index.sortKey} <= :now`,
            },
            { partition, now },
          ),
        }),
      );
      const ids = Items.map((item) => notificationIdIn(fromItem(item) as Key));
      const items = (await read(ids))
        .filter((each) => isOn(which, each))
        .toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
      return { items, ...(LastEvaluatedKey && { cursor: cursorOf(fromItem(LastEvaluatedKey)) }) };
    },

    find: async (ward, id) => (ownerOf(id).ward === ward ? (await read([id]))[0] : undefined),

    act: async (seen, { happened, dueAt, reason }, act, card) => {
      const isCall = seen.channel === 'call-list';
      const partition = isCall
        ? deskPartition(seen.ward, happened === 'call-given-up' ? 'undelivered' : 'call-list')
        : duePartitionOf('queued', seen.id);
      const when = dueAt === undefined ? '' : ', #dueAt = :dueAt, #duePk = :duePk, #dueSk = :dueAt';
      const count = act.what === 'call' ? ', #attempts = :attempts + :one' : '';
      // Who saw to it otherwise takes nothing from what is known of it.
      const names = act.what === 'settle' ? [] : ['#carrier', '#reference'];
      const forgotten = act.what === 'call' ? [] : [...names, '#lookupPk', '#lookupSk'];
      const givenUp = happened === 'call-given-up';
      const left = dueAt === undefined && !givenUp ? ['#duePk', '#dueSk'] : [];
      const remove = [...forgotten, ...left].join(', ');
      const change = {
        // The acts are those that were seen: each of them changes the state or the count of attempts.
        set: `#reason = :reason, #acts = :acts${when}${count}${givenUp ? ', #duePk = :duePk, #dueSk = :at' : ''}`,
        ...(remove !== '' && { remove }),
        onlyIf: '#state = :seen AND #attempts = :attempts',
      };
      const values = {
        reason,
        acts: [...(seen.acts ?? []), act],
        dueAt,
        duePk: partition,
        at: act.at,
        seen: seen.state,
        attempts: seen.attempts,
        one: 1,
      };
      if (card === undefined)
        return 'done' in (await move(seen.id, happened, change, values)) ? 'moved' : 'changed';
      const Update = moveUpdate({ tableName, vault }, seen.id, happened, change, values);
      const written = await transactCounted(client, { Update }, putPhoneCard(tableName, card, act.at, vault));
      return ({ done: 'moved', refused: 'changed', conflict: 'conflict' } as const)[written];
    },
  };
};
