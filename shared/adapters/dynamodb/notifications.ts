import { type DynamoDBClient, paginateQuery } from '@aws-sdk/client-dynamodb';
import { plus } from '../../domain/instant.ts';
import {
  type Notification,
  type NotificationState,
  ownerOf,
  receiptsComeWithin,
} from '../../domain/notification.ts';
import type { Notifications } from '../../domain/ports.ts';
import type { Vault } from '../../domain/vault.ts';
import { expressions } from './expressions.ts';
import {
  dossierKey,
  doubtLookup,
  duePartitionOf,
  type Key,
  notificationIdIn,
  notificationKey,
  notificationPrefix,
  referenceLookup,
} from './keys.ts';
import { fromItem } from './item.ts';
import { lookUp } from './lookup.ts';
import { notificationIn } from './notification-item.ts';
import { moveNotification } from './notification-moves.ts';
import { readAll } from './read-all.ts';
import { waitingAt } from './waiting.ts';

const noLongerDue = '#duePk, #dueSk';
const sameAttempt = '#attempt.#id = :attemptId';

/** Notifications in the table, beside their dossier. Every move is one write and reads nothing first. */
export const dynamoNotifications = (
  client: DynamoDBClient,
  tableName: string,
  vault: Vault,
): Notifications => {
  const move = moveNotification(client, tableName);
  const moved = async (...args: Parameters<typeof move>) =>
    'done' in (await move(...args)) ? 'moved' : 'unchanged';

  return {
    claim: async (id, attempt) => {
      const claim = await move(
        id,
        'claimed',
        {
          set: '#attempt = :attempt, #attempts = #attempts + :one, #duePk = :duePk, #dueSk = :now',
          remove: '#reference, #lookupPk, #lookupSk',
          onlyIf: '#dueAt <= :now',
        },
        { attempt, one: 1, duePk: duePartitionOf('sending', id), now: attempt.at },
      );
      if ('done' in claim) return { is: 'ours', notification: notificationIn(claim.done.Attributes!, vault) };
      if (claim.by === undefined) return { is: 'not-ours' };
      const found = notificationIn(claim.by, vault);
      // The SDK repeats a write whose answer was lost, and the repeat meets our own claim.
      const isOurs = found.state === 'sending' && found.attempt?.id === attempt.id;
      return isOurs ? { is: 'ours', notification: found } : { is: 'not-ours', state: found.state };
    },

    accepted: (id, attempt, carrier, reference) =>
      moved(
        id,
        'accepted',
        {
          set: '#reference = :reference, #lookupPk = :lookupPk, #lookupSk = :at, #duePk = :duePk, #dueSk = :overdue',
          remove: '#reason',
          onlyIf: sameAttempt,
        },
        {
          reference,
          lookupPk: referenceLookup(carrier, reference),
          at: attempt.at,
          attemptId: attempt.id,
          duePk: duePartitionOf('sent', id),
          overdue: plus(attempt.at, receiptsComeWithin),
        },
      ),

    notTaken: (id, attempt, again, reason) =>
      moved(
        id,
        'not-taken',
        { set: '#reason = :reason, #dueAt = :again, #duePk = :duePk, #dueSk = :again', onlyIf: sameAttempt },
        { reason, again, duePk: duePartitionOf('queued', id), attemptId: attempt.id },
      ),

    refused: (id, attempt, reason) =>
      moved(
        id,
        'refused',
        { set: '#reason = :reason', remove: noLongerDue, onlyIf: sameAttempt },
        { reason, attemptId: attempt.id },
      ),

    doubted: (id, which, reason) =>
      moved(
        id,
        'doubted',
        {
          set: '#reason = :reason, #lookupPk = #doubtPk, #lookupSk = #attempt.#at',
          remove: noLongerDue,
          onlyIf: 'id' in which ? sameAttempt : '#attempt.#at < :staleSince',
        },
        'id' in which ? { reason, attemptId: which.id } : { reason, staleSince: which.staleSince },
      ),

    postponed: (id, until) =>
      moved(
        id,
        'postponed',
        { set: '#dueAt = :until, #dueSk = :until', onlyIf: 'attribute_exists(#pk)' },
        { until },
      ),

    unconfirmed: (id) =>
      moved(
        id,
        'receipt-overdue',
        { set: '#reason = :reason', remove: noLongerDue, onlyIf: 'attribute_exists(#pk)' },
        { reason: 'no receipt in time' },
      ),

    cancelled: (id, reason) =>
      moved(
        id,
        'cancelled',
        { set: '#reason = :reason', remove: noLongerDue, onlyIf: 'attribute_exists(#pk)' },
        { reason },
      ),

    queuedAmong: async (ids) =>
      (await readAll(client, tableName, ids.map(notificationKey)))
        .map((item) => fromItem(item) as Key & { state: NotificationState })
        .filter(({ state }) => state === 'queued')
        .map(notificationIdIn),

    settled: (id, { carrier, reference, outcome, detail, takenAt, attempt }) =>
      moved(
        id,
        `receipt-${outcome}`,
        {
          // Left as it is where it was, the entry of the index is not written again.
          set: '#reason = :detail, #reference = :reference, #lookupPk = :lookupPk, #lookupSk = if_not_exists(#lookupSk, :takenAt)',
          remove: noLongerDue,
          // A receipt that names another attempt, or has another reference, speaks of another attempt.
          onlyIf:
            attempt === undefined
              ? '(attribute_not_exists(#reference) OR #reference = :reference)'
              : sameAttempt,
        },
        {
          detail,
          reference,
          lookupPk: referenceLookup(carrier, reference),
          takenAt,
          ...(attempt !== undefined && { attemptId: attempt }),
        },
      ),

    withReference: async (carrier, reference) => {
      const [key] = await lookUp(client, tableName, referenceLookup(carrier, reference));
      return key && notificationIdIn(key);
    },

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
      const waiting = (['queued', 'sending', 'sent'] as const).map(async (waits) =>
        (await waitingAt(client, tableName, waits, now, limit)).map((key) => {
          const id = notificationIdIn(key);
          return { id, ward: ownerOf(id).ward, waits, since: key.dueSk };
        }),
      );
      return (await Promise.all(waiting))
        .flat()
        .toSorted((a, b) => (a.since < b.since ? -1 : 1))
        .slice(0, limit);
    },
  };
};
