import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ownerOf } from '../../../domain/notification/notification.ts';
import type { Notifications } from '../../../domain/notification/notifications.ts';
import type { Vault } from '../../../domain/values/vault.ts';
import { deskPartition, duePartitionOf } from '../keys.ts';
import { transactCounted } from '../transact.ts';
import { moveNotification, moveUpdate } from './notification-moves.ts';
import { putPhoneCard } from './phone-cards.ts';

const nowhere = ['#duePk', '#dueSk', '#lookupPk', '#lookupSk'];

/** What becomes of notifications that wait for room, or wait too long, in the table. */
export const lapsingNotifications = (
  client: DynamoDBClient,
  tableName: string,
  vault: Vault,
): Pick<Notifications, 'release' | 'changed'> => ({
  release: async ({ id }, now, card) => {
    const Update = moveUpdate(
      { tableName, vault },
      id,
      'room-found',
      {
        set: '#dueAt = :now, #releasedAt = :now, #duePk = :duePk, #dueSk = :now',
        remove: '#heldBy, #reason, #lookupPk, #lookupSk',
        onlyIf: 'attribute_exists(#heldBy)',
      },
      { now, duePk: duePartitionOf('queued', id) },
    );
    const written = await transactCounted(client, { Update }, putPhoneCard(tableName, card, now, vault));
    return ({ done: 'moved', refused: 'unchanged', conflict: 'conflict' } as const)[written];
  },

  changed: async (id, { happened, set, remove }) => {
    const { ward } = ownerOf(id);
    const call = happened === 'called-instead' && {
      duePk: deskPartition(ward, 'call-list'),
      dueSk: set.dueAt,
    };
    const work = happened === 'suppressed' && { lookupPk: deskPartition(ward, 'held-back') };
    const doubt = happened === 'may-have-left' && { duePk: deskPartition(ward, 'unknown') };
    const values = { ...set, ...call, ...work, ...doubt };
    const kept = Object.keys(values).map((name) => `#${name} = :${name}`);
    if (work) kept.push('#lookupSk = #createdAt');
    if (doubt) kept.push('#dueSk = #createdAt');
    const placed = new Set(kept.map((each) => each.split(' ')[0]!));
    const left = happened === 'reworded' ? [] : nowhere.filter((name) => !placed.has(name));
    const gone = [...remove.map((name) => `#${name}`), ...left].join(', ');
    const change = {
      set: kept.join(', '),
      ...(gone !== '' && { remove: gone }),
      onlyIf: 'attribute_exists(#pk)',
    };
    const moved = await moveNotification(client, tableName, vault)(id, happened, change, values);
    return 'done' in moved ? 'moved' : 'unchanged';
  },
});
