import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import {
  CarrierOrder,
  takeOrderStep,
  type CarrierOrders,
} from '../../../../domain/post/carrier-orders/carrier-order.ts';
import { conditionally } from '../../conditional.ts';
import { expressions } from '../../expressions.ts';
import { fromItem, type Item, toItem, withoutHousekeeping } from '../../item.ts';
import { duePartitionOf } from '../../keys.ts';
import { readAll } from '../../read-all.ts';
import { waitingAt } from '../../waiting.ts';
import { jobExpiresAt } from '../expiry.ts';
import { orderKey } from '../keys.ts';

const orderItem = (order: CarrierOrder): Item =>
  toItem({
    ...orderKey(order.partner, order.reference),
    kind: 'carrier-order',
    ...order,
    // What somebody has to go on with does not expire; it rings.
    ...(order.dueAt === undefined
      ? { expiresAt: jobExpiresAt('dispatch', order.changedAt) }
      : { duePk: duePartitionOf('order', order.reference), dueSk: order.dueAt }),
  });

const orderIn = (item: Item): CarrierOrder => CarrierOrder.parse(fromItem(withoutHousekeeping(item)));

/** Orders at carriers in the table. They name jobs and numbers, and no citizen. */
export const dynamoCarrierOrders = (client: DynamoDBClient, tableName: string): CarrierOrders => ({
  open: async (order) => {
    const put = await conditionally(
      client.send(
        new PutItemCommand({
          TableName: tableName,
          Item: orderItem(order),
          ...expressions({ ConditionExpression: 'attribute_not_exists(#pk)' }),
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      ),
    );
    return 'done' in put ? order : orderIn(put.by ?? {});
  },

  find: async (partner, reference) => {
    const { Item } = await client.send(
      new GetItemCommand({
        TableName: tableName,
        Key: toItem(orderKey(partner, reference)),
        ConsistentRead: true,
      }),
    );
    return Item && orderIn(Item);
  },

  move: async (order, step) => {
    const moved = takeOrderStep(order, step);
    if (!moved) return undefined;
    const { revision: before } = order;
    const put = await conditionally(
      client.send(
        new PutItemCommand({
          TableName: tableName,
          Item: orderItem(moved),
          ...expressions({ ConditionExpression: '#revision = :before' }, { before }),
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      ),
    );
    if ('done' in put) return moved;
    // The SDK repeats a write whose answer was lost, and the repeat meets our own.
    const found = put.by && orderIn(put.by);
    return found && isSame(found, moved) ? moved : undefined;
  },

  due: async (now, limit) => {
    const keys = await waitingAt(client, tableName, 'order', now, limit);
    return (await readAll(client, tableName, keys))
      .map(orderIn)
      .filter(({ dueAt }) => dueAt !== undefined && dueAt <= now)
      .toSorted((a, b) => (a.dueAt! < b.dueAt! ? -1 : 1));
  },
});

const isSame = (a: CarrierOrder, b: CarrierOrder): boolean =>
  a.revision === b.revision && a.state === b.state && a.changedAt === b.changedAt && a.dueAt === b.dueAt;
