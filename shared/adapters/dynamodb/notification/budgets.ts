import {
  type DynamoDBClient,
  PutItemCommand,
  type PutItemCommandInput,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { conditionally } from '../conditional.ts';
import { fromItem, type Item, toItem } from '../item.ts';
import { spendingKey } from '../keys.ts';
import { readAll } from '../read-all.ts';
import { putVersion } from '../versioned.ts';
import type { Ward } from '../../../domain/values/ward.ts';
import {
  type Allowed,
  type Budgets,
  type Count,
  isFull,
  type WardSpending,
  withCounts,
} from '../../../domain/notification/spending.ts';

/**
 * How often a day or month that has just begun is opened against others who count: opening it writes the whole, counting in
 * one that is open hinders nobody.
 */
const openings = 30;

const spendingIn = (item: Item): WardSpending => {
  const { ward, spent, version } = fromItem(item) as WardSpending;
  return { ward, spent, version };
};

/**
 * What wards have sent, in the table. Counts of an office, nothing of a citizen, so they do not expire. An answer that is lost
 * is asked for again and counts twice: a ward then has that much less to send, or, where something was given back, that much
 * more. One group's messages of a day's thousands are not worth a second write for every count.
 */
export const dynamoBudgets = (client: DynamoDBClient, tableName: string): Budgets => {
  /** Writes the whole, if it still stands as it was seen; how it stands instead, where it does not. */
  const write = async ({ ward, spent, version }: WardSpending): Promise<'reserved' | WardSpending> => {
    const item = { ...spendingKey(ward), kind: 'spending', ward, spent };
    const { Put } = putVersion(tableName, item, version);
    const put = await conditionally(
      client.send(
        new PutItemCommand({
          ...(Put as PutItemCommandInput),
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      ),
    );
    return 'done' in put ? 'reserved' : foundBy(ward, put.by);
  };

  return {
    of: async (wards) => {
      const items = await readAll(client, tableName, wards.map(spendingKey));
      const known = new Map(items.map(spendingIn).map((spending) => [spending.ward, spending]));
      return wards.map((ward) => known.get(ward) ?? { ward, spent: {}, version: 0 });
    },

    reserve: async (spending) => ((await write(spending)) === 'reserved' ? 'reserved' : 'conflict'),

    add: async (seen, counts, allowed) => {
      let standing = seen;
      for (let tries = 0; tries < openings; tries += 1) {
        const paths = pathsTo(standing.spent, counts);
        if (paths === undefined) {
          if (isFull(standing.spent, counts, allowed)) return 'full';
          const spent = withCounts(standing.spent, counts);
          const written = await write({ ...standing, spent });
          if (written === 'reserved') return { spent };
          standing = written;
          continue;
        }
        const counted = await conditionally(
          client.send(
            new UpdateItemCommand({
              TableName: tableName,
              Key: toItem(spendingKey(seen.ward)),
              ...countingAt(paths, allowed),
              ReturnValues: 'ALL_NEW',
              ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
            }),
          ),
        );
        if ('done' in counted) return { spent: spendingIn(counted.done.Attributes!).spent };
        standing = foundBy(seen.ward, counted.by);
        if (isFull(standing.spent, counts, allowed)) return 'full';
      }
      throw new Error('the day of a ward kept being opened meanwhile');
    },
  };
};

const foundBy = (ward: Ward, by: Item | undefined): WardSpending =>
  by === undefined ? { ward, spent: {}, version: 0 } : spendingIn(by);

type Path = Count & { path: string };

const names = { '#spent': 'spent', '#day': 'ward-day', '#month': 'ward-month', '#before': 'before' };

/** Where each of these is counted in an item that stands so; undefined while one of the days or months is not open. */
const pathsTo = (spent: WardSpending['spent'], counts: readonly Count[]): Path[] | undefined => {
  const paths = counts.flatMap((count): Path[] => {
    const counter = spent[count.cap];
    const at = `#spent.${count.cap === 'ward-day' ? '#day' : '#month'}`;
    if (counter?.since === count.since) return [{ ...count, path: at }];
    return counter?.before?.since === count.since ? [{ ...count, path: `${at}.#before` }] : [];
  });
  return paths.length === counts.length ? paths : undefined;
};

/** The write that counts there, if these are still the same days and months and there is room. */
const countingAt = (paths: readonly Path[], allowed: Allowed) => {
  const set = paths.map(({ path }, index) => `${path}.#used = ${path}.#used + :by${index}`);
  const only = paths.flatMap(({ path, cap, by }, index) => [
    `${path}.#since = :since${index}`,
    ...(by > 0 && allowed[cap] < Infinity ? [`${path}.#used <= :room${index}`] : []),
  ]);
  const values = Object.fromEntries(
    paths.flatMap(({ cap, since, by }, index) => [
      [`:by${index}`, by],
      [`:since${index}`, since],
      ...(by > 0 && allowed[cap] < Infinity ? [[`:room${index}`, allowed[cap] - by]] : []),
    ]) as [string, unknown][],
  );
  const UpdateExpression = `SET ${[...set, '#version = #version + :one'].join(', ')}`;
  const ConditionExpression = only.join(' AND ');
  const said = `${UpdateExpression} ${ConditionExpression}`;
  const all = { ...names, '#used': 'used', '#since': 'since', '#version': 'version' };
  return {
    UpdateExpression,
    ConditionExpression,
    ExpressionAttributeNames: Object.fromEntries(
      Object.entries(all).filter(([name]) => new RegExp(`${name}\\b`).test(said)),
    ),
    ExpressionAttributeValues: toItem({ ...values, ':one': 1 }),
  };
};
