import { type DynamoDBClient, paginateQuery } from '@aws-sdk/client-dynamodb';
import { type Notification, ownerOf } from '../../../domain/notification/notification.ts';
import { isUnsent } from '../../../domain/notification/has-left.ts';
import type { Vault } from '../../../domain/values/vault.ts';
import { notificationOfAttempt } from '../office/attempts.ts';
import { expressions } from '../expressions.ts';
import {
  dossierKey,
  doubtLookup,
  type Key,
  notificationIdIn,
  notificationKey,
  notificationPrefix,
  referenceLookup,
} from '../keys.ts';
import { lookUp } from '../lookup.ts';
import { notificationIn } from './notification-item.ts';
import { readAll } from '../read-all.ts';
import { waitingAt, waitingPage, type WaitingPlace } from '../waiting.ts';
import type { Instant } from '../../../domain/values/instant.ts';
import type { DueNotification, Notifications } from '../../../domain/notification/notifications.ts';

type Lookups = Pick<
  Notifications,
  | 'unsentAmong'
  | 'asNow'
  | 'heldAmong'
  | 'withReference'
  | 'withAttempt'
  | 'doubtsAbout'
  | 'ofDossier'
  | 'due'
  | 'dueOf'
>;

/** How notifications are found again: by carrier's reference, attempt, phone, dossier, and by the clock. */
export const notificationLookups = (client: DynamoDBClient, tableName: string, vault: Vault): Lookups => ({
  unsentAmong: async (ids) =>
    (await readAll(client, tableName, ids.map(notificationKey)))
      .map((item) => notificationIn(item, vault))
      .filter(isUnsent)
      .map(({ id }) => id),

  asNow: async (id) => {
    const [item] = await readAll(client, tableName, [notificationKey(id)]);
    return item && notificationIn(item, vault);
  },

  heldAmong: async (ids) =>
    (await readAll(client, tableName, ids.map(notificationKey)))
      .map((item) => notificationIn(item, vault))
      .filter(({ state, heldBy }) => state === 'queued' && heldBy !== undefined),

  withReference: async (carrier, reference) => {
    const [key] = await lookUp(client, tableName, referenceLookup(carrier, reference));
    return key && notificationIdIn(key);
  },

  withAttempt: async (attempt) => notificationOfAttempt(client, tableName, attempt),

  doubtsAbout: async (e164, from, until) =>
    (await lookUp(client, tableName, doubtLookup(vault.hash(e164)), { from, until })).map(notificationIdIn),

  ofDossier: async (ward, code) => {
    const condition = { KeyConditionExpression: '#pk = :pk AND begins_with(#sk, :prefix)' };
    const values = { pk: dossierKey(ward, code).pk, prefix: notificationPrefix };
    const query = { TableName: tableName, ConsistentRead: true, ...expressions(condition, values) };
    const found: Notification[] = [];
    for await (const { Items = [] } of paginateQuery({ client }, query)) {
      found.push(...Items.map((item) => notificationIn(item, vault)));
    }
    return found.toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
  },

  due: async (now, limit) => {
    const waiting = (['queued', 'held', 'sending', 'sent'] as const).map(async (waits) =>
      (await waitingAt(client, tableName, waits, now, limit)).map(dueAs(waits)),
    );
    return (await Promise.all(waiting))
      .flat()
      .toSorted((a, b) => (a.since < b.since ? -1 : 1))
      .slice(0, limit);
  },

  dueOf: async (waits, now, place) => {
    const { keys, next } = await waitingPage(
      client,
      tableName,
      waits,
      now,
      place as WaitingPlace | undefined,
    );
    return { due: keys.map(dueAs(waits)), ...(next && { next }) };
  },
});

const dueAs =
  (waits: DueNotification['waits']) =>
  (key: Key & { dueSk: Instant }): DueNotification => {
    const id = notificationIdIn(key);
    return { id, ward: ownerOf(id).ward, waits, since: key.dueSk };
  };
