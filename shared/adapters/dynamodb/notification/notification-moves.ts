import {
  type DynamoDBClient,
  UpdateItemCommand,
  type UpdateItemCommandOutput,
} from '@aws-sdk/client-dynamodb';
import {
  type NotificationMove,
  notificationMoves,
  type NotificationState,
} from '../../../domain/notification/notification.ts';
import type { Vault } from '../../../domain/values/vault.ts';
import { conditionally } from '../conditional.ts';
import { expressions } from '../expressions.ts';
import { type Item, toItem } from '../item.ts';
import { notificationKey } from '../keys.ts';
import { sealedFor } from './notification-item.ts';
import type { NotificationId } from '../../../domain/values/ids.ts';

/** What a move changes beside the state, and what must hold beside the move table. */
type Change = { set: string; remove?: string; onlyIf: string };

/** `#state IN (:sending, :unknown)`, and the values to it. */
const stateIn = (from: readonly NotificationState[]) => ({
  condition: `#state IN (${from.map((state) => `:${state}`).join(', ')})`,
  values: Object.fromEntries(from.map((state) => [state, state])),
});

/** The write of one move: the move table is its condition. A value that has the name of a personal field is sealed. */
export const moveUpdate = (
  { tableName, vault }: { tableName: string; vault: Vault },
  id: NotificationId,
  happened: NotificationMove,
  { set, remove, onlyIf }: Change,
  values: Record<string, unknown>,
) => {
  const { from, to } = notificationMoves[happened];
  const state = stateIn(from);
  return {
    TableName: tableName,
    Key: toItem(notificationKey(id)),
    ...expressions(
      {
        UpdateExpression: `SET #state = :moveTo, ${set}${remove === undefined ? '' : ` REMOVE ${remove}`}`,
        ConditionExpression: `${state.condition} AND ${onlyIf}`,
      },
      { ...state.values, ...sealedFor(id, values, vault), moveTo: to },
    ),
  };
};

/** One move of one notification in one write. It answers the item as it is after the move, or as it was found instead. */
export const moveNotification =
  (client: DynamoDBClient, tableName: string, vault: Vault) =>
  async (
    id: NotificationId,
    happened: NotificationMove,
    change: Change,
    values: Record<string, unknown>,
  ): Promise<{ done: UpdateItemCommandOutput } | { refused: true; by?: Item }> =>
    conditionally(
      client.send(
        new UpdateItemCommand({
          ...moveUpdate({ tableName, vault }, id, happened, change, values),
          ReturnValues: 'ALL_NEW',
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      ),
    );
