import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { plus } from '../../../domain/values/instant.ts';
import { ownerOf, receiptsComeWithin } from '../../../domain/notification/notification.ts';
import type { Vault } from '../../../domain/values/vault.ts';
import { rememberAttempt } from '../office/attempts.ts';
import { deskPartition, duePartitionOf, referenceLookup } from '../keys.ts';
import { notificationIn } from './notification-item.ts';
import { notificationLookups } from './notification-lookups.ts';
import { lapsingNotifications } from './lapsing.ts';
import { moveNotification } from './notification-moves.ts';
import { oweNotification } from './owe-notification.ts';
import type { Notifications } from '../../../domain/notification/notifications.ts';

const noLongerDue = '#duePk, #dueSk';
const sameAttempt = '#attempt.#id = :attemptId';

/** Notifications in the table, beside their dossier. Every move is one write and reads nothing first. */
export const dynamoNotifications = (
  client: DynamoDBClient,
  tableName: string,
  vault: Vault,
): Notifications => {
  const move = moveNotification(client, tableName, vault);
  const moved = async (...args: Parameters<typeof move>) =>
    'done' in (await move(...args)) ? 'moved' : 'unchanged';

  return {
    ...notificationLookups(client, tableName, vault),
    owe: oweNotification(client, tableName, vault),

    claim: async (id, attempt) => {
      const claim = await move(
        id,
        'claimed',
        {
          set: '#attempt = :attempt, #attempts = #attempts + :one, #duePk = :duePk, #dueSk = :now',
          remove: '#carrier, #reference, #lookupPk, #lookupSk',
          onlyIf:
            '#dueAt <= :now AND #channel <> :calls AND attribute_not_exists(#heldBy) AND (attribute_not_exists(#goodUntil) OR #goodUntil >= :now)',
        },
        { calls: 'call-list', attempt, one: 1, duePk: duePartitionOf('sending', id), now: attempt.at },
      );
      if ('done' in claim) return { is: 'ours', notification: notificationIn(claim.done.Attributes!, vault) };
      if (claim.by === undefined) return { is: 'not-ours' };
      const found = notificationIn(claim.by, vault);
      // The SDK repeats a write whose answer was lost, and the repeat meets our own claim.
      const isOurs = found.state === 'sending' && found.attempt?.id === attempt.id;
      if (isOurs) return { is: 'ours', notification: found };
      const { state, dueAt, channel, heldBy, goodUntil } = found;
      const isReady = state === 'queued' && dueAt <= attempt.at && channel !== 'call-list';
      const lapsed =
        isReady && heldBy === undefined && goodUntil !== undefined && goodUntil < attempt.at && found;
      return { is: 'not-ours', state, ...(lapsed && { lapsed }) };
    },

    ...lapsingNotifications(client, tableName, vault),

    accepted: (id, attempt, carrier, reference) =>
      moved(
        id,
        'accepted',
        {
          set: '#carrier = :carrier, #reference = :reference, #lookupPk = :lookupPk, #lookupSk = :at, #duePk = :duePk, #dueSk = :overdue',
          remove: '#reason',
          onlyIf: sameAttempt,
        },
        {
          carrier,
          reference,
          lookupPk: referenceLookup(carrier, reference),
          at: attempt.at,
          attemptId: attempt.id,
          duePk: duePartitionOf('sent', id),
          overdue: plus(attempt.at, receiptsComeWithin),
        },
      ),

    notTaken: (id, attempt, again, reason, how) =>
      moved(
        id,
        'not-taken',
        {
          set: `#reason = :reason, #dueAt = :again, #duePk = :duePk, #dueSk = :again${how?.counts === false ? ', #attempts = #attempts - :one' : ''}`,
          onlyIf: sameAttempt,
        },
        { reason, again, duePk: duePartitionOf('queued', id), attemptId: attempt.id, one: 1 },
      ),

    refused: (id, attempt, reason) =>
      moved(
        id,
        'refused',
        {
          set: '#reason = :reason, #duePk = :duePk, #dueSk = #attempt.#at',
          onlyIf: sameAttempt,
        },
        { reason, attemptId: attempt.id, duePk: deskPartition(ownerOf(id).ward, 'failed') },
      ),

    doubted: async (id, which, reason) => {
      const doubt = await move(
        id,
        'doubted',
        {
          set: '#reason = :reason, #lookupPk = #doubtPk, #lookupSk = #attempt.#at, #duePk = :duePk, #dueSk = #attempt.#at',
          onlyIf: 'id' in which ? sameAttempt : '#attempt.#at < :staleSince',
        },
        {
          reason,
          duePk: deskPartition(ownerOf(id).ward, 'unknown'),
          ...('id' in which ? { attemptId: which.id } : { staleSince: which.staleSince }),
        },
      );
      if (!('done' in doubt)) return 'unchanged';
      const { attempt } = notificationIn(doubt.done.Attributes!, vault);
      await rememberAttempt(client, tableName, attempt!, id);
      return 'moved';
    },

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
        {
          set: '#reason = :reason, #duePk = :duePk, #dueSk = #attempt.#at',
          onlyIf: 'attribute_exists(#pk)',
        },
        { reason: 'no receipt in time', duePk: deskPartition(ownerOf(id).ward, 'unconfirmed') },
      ),

    cancelled: (id, reason) =>
      moved(
        id,
        'cancelled',
        {
          set: '#reason = :reason',
          remove: `${noLongerDue}, #lookupPk, #lookupSk`,
          onlyIf: 'attribute_exists(#pk)',
        },
        { reason },
      ),

    settled: (id, { carrier, reference, outcome, detail, takenAt, attempt }) =>
      moved(
        id,
        `receipt-${outcome}`,
        {
          // Left as it is where it was, the entry of the index is not written again.
          set: `#reason = :reason, #carrier = :carrier, #reference = :reference, #lookupPk = :lookupPk, #lookupSk = if_not_exists(#lookupSk, :takenAt)${outcome === 'undelivered' ? ', #duePk = :duePk, #dueSk = if_not_exists(#attempt.#at, :takenAt)' : ''}`,
          ...(outcome === 'delivered' && { remove: noLongerDue }),
          // A receipt that names another attempt, or has another reference, speaks of another attempt. Where a store that was
          // brought back knows of none, any may be the one that was lost.
          onlyIf:
            attempt === undefined
              ? '(attribute_not_exists(#reference) OR #reference = :reference)'
              : `(attribute_not_exists(#attempt) OR ${sameAttempt})`,
        },
        {
          reason: detail,
          carrier,
          reference,
          lookupPk: referenceLookup(carrier, reference),
          takenAt,
          duePk: deskPartition(ownerOf(id).ward, 'undelivered'),
          ...(attempt !== undefined && { attemptId: attempt }),
        },
      ),
  };
};
