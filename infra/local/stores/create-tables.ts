import {
  CreateTableCommand,
  DescribeTableCommand,
  ListTablesCommand,
  ScanCommand,
  UpdateTimeToLiveCommand,
  type DynamoDBClient,
} from '@aws-sdk/client-dynamodb';
import type { Table } from '../template/read-stores.ts';

/** What became of the tables: the ARN of each stream by the table's name, and whether any item was there before. */
export type Tables = { streams: Map<string, string>; hadItems: boolean };

const create = async (client: DynamoDBClient, table: Table): Promise<void> => {
  await client.send(
    new CreateTableCommand({
      TableName: table.name,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: table.attributes,
      KeySchema: table.keys,
      ...(table.indexes.length > 0 && {
        GlobalSecondaryIndexes: table.indexes.map(({ name, keys, projection }) => ({
          IndexName: name,
          KeySchema: keys,
          Projection: projection,
        })),
      }),
      ...(table.stream && { StreamSpecification: { StreamEnabled: true, StreamViewType: table.stream } }),
    }),
  );
  if (table.expiry === undefined) return;
  await client.send(
    new UpdateTimeToLiveCommand({
      TableName: table.name,
      TimeToLiveSpecification: { AttributeName: table.expiry, Enabled: true },
    }),
  );
};

/** Creates the tables that are not there yet; those of an earlier run stay as they are. */
export const createTables = async (client: DynamoDBClient, tables: readonly Table[]): Promise<Tables> => {
  const { TableNames: there = [] } = await client.send(new ListTablesCommand({}));
  const streams = new Map<string, string>();
  let hadItems = false;
  for (const table of tables) {
    if (there.includes(table.name)) {
      const { Count = 0 } = await client.send(new ScanCommand({ TableName: table.name, Limit: 1 }));
      hadItems ||= Count > 0;
    } else await create(client, table);
    const { Table: made } = await client.send(new DescribeTableCommand({ TableName: table.name }));
    if (made?.LatestStreamArn) streams.set(table.name, made.LatestStreamArn);
  }
  return { streams, hadItems };
};
