import {
  type DynamoDBClient,
  PutItemCommand,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/client-dynamodb';
import type { DailyFigures } from '../../../domain/report/counters.ts';
import { type Figure, type FiguresByDay, standing } from '../../../domain/report/figures.ts';
import type { Day } from '../../../domain/values/day.ts';
import type { Instant } from '../../../domain/values/instant.ts';
import { Ward } from '../../../domain/values/ward.ts';
import { expressions } from '../expressions.ts';
import { fromItem, toItem } from '../item.ts';
import { figuresKey, officesPartition } from './report-keys.ts';

type Row = { sk: Day; countedAt: Instant } & Partial<Record<Figure, number>>;

const figuresIn = (row: Row): [Day, Partial<Record<Figure, number>>] => {
  const counts = Object.entries(row).filter((one): one is [string, number] => typeof one[1] === 'number');
  return [row.sk, Object.fromEntries(counts)];
};

/** Notes which offices have figures, once for each as long as this process lives. */
export const noteOffices = (client: DynamoDBClient, tableName: string) => {
  const noted = new Set<Ward>();
  return async (wards: readonly Ward[]): Promise<void> => {
    for (const ward of new Set(wards)) {
      if (noted.has(ward)) continue;
      const Item = toItem({ pk: officesPartition, sk: ward, kind: 'figures-office' });
      await client.send(new PutItemCommand({ TableName: tableName, Item }));
      noted.add(ward);
    }
  };
};

/** The figures of offices, in the table: counts of an office, nothing of a citizen, so they do not expire. */
export const dynamoFigures = (client: DynamoDBClient, tableName: string): DailyFigures => {
  const ask = async (query: Partial<QueryCommandInput>): Promise<Row[]> => {
    const rows: Row[] = [];
    let from: QueryCommandInput['ExclusiveStartKey'];
    do {
      const page: {
        Items?: Record<string, never>[];
        LastEvaluatedKey?: QueryCommandInput['ExclusiveStartKey'];
      } = (await client.send(
        new QueryCommand({ TableName: tableName, ...query, ...(from && { ExclusiveStartKey: from }) }),
      )) as never;
      rows.push(...(page.Items ?? []).map((item) => fromItem(item) as Row));
      from = query.Limit === undefined ? page.LastEvaluatedKey : undefined;
    } while (from !== undefined);
    return rows;
  };

  return {
    of: async (ward, from, to) => {
      const { pk } = figuresKey(ward, from);
      const [days, first] = await Promise.all([
        ask(
          expressions(
            { KeyConditionExpression: '#pk = :pk AND #sk BETWEEN :from AND :to' },
            { pk, from, to },
          ),
        ),
        // What stands now sorts before every day; behind it comes the first that has figures.
        ask({ Limit: 2, ...expressions({ KeyConditionExpression: '#pk = :pk' }, { pk }) }),
      ]);
      const now = first.filter(({ sk }) => sk === standing);
      const since = first.find(({ sk }) => sk !== standing)?.sk;
      const rows = [...now, ...days];
      const countedAt = rows
        .map((row) => row.countedAt)
        .toSorted()
        .at(-1);
      return {
        figures: new Map(rows.map(figuresIn)) satisfies FiguresByDay,
        ...(countedAt !== undefined && { countedAt }),
        ...(since !== undefined && { since }),
      };
    },

    wards: async () =>
      (await ask(expressions({ KeyConditionExpression: '#pk = :pk' }, { pk: officesPartition }))).map(
        ({ sk }) => Ward.parse(sk),
      ),
  };
};
