import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { createTables } from '../../../infra/local/stores/create-tables.ts';
import { startDynamoDb, type DynamoDb } from '../../../infra/local/stores/dynamodb.ts';
import { installedDynoxide } from '../../../infra/local/stores/dynoxide.ts';
import { careForStreams, type StreamCare } from '../../../infra/local/streams/stream-care.ts';
import { readStream } from '../../../infra/local/streams/stream-reader.ts';
import { aDirectory } from './a-system.ts';

const table = 'bao-tin';
const ends: (() => unknown)[] = [];
afterAll(async () => {
  for (const end of ends.toReversed()) await end();
});

const aws = { region: 'local', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } };

/** A table with a stream in a file of Dynoxide's own, and what looks after it. */
const aCaredStream = async (directory: string) => {
  const engine: DynamoDb = await startDynamoDb(directory, 'dynoxide');
  await engine.ready;
  const client = new DynamoDBClient({ ...aws, endpoint: engine.url });
  const { streams } = await createTables(client, [
    {
      name: table,
      keys: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      attributes: [{ AttributeName: 'pk', AttributeType: 'S' }],
      indexes: [],
      stream: 'NEW_IMAGE',
      expiry: undefined,
    },
  ]);
  const care: StreamCare = careForStreams(engine.file ?? '');
  ends.push(engine.stop, care.close);
  const reader = new DynamoDBStreamsClient({ ...aws, endpoint: engine.url });
  const from = (checkpoint?: Parameters<typeof readStream>[3]) =>
    readStream(reader, streams.get(table) ?? '', 'TRIM_HORIZON', checkpoint);
  const put = (pk: string) => client.send(new PutItemCommand({ TableName: table, Item: { pk: { S: pk } } }));
  const rows = () => {
    const database = new DatabaseSync(engine.file ?? '', { readOnly: true });
    const counted = database.prepare('SELECT COUNT(*) AS many FROM _stream_records').get();
    database.close();
    return Number(counted?.['many']);
  };
  return { engine, care, from, put, rows };
};

const names = (records: { dynamodb?: { NewImage?: Record<string, { S?: string }> } }[]) =>
  records.map(({ dynamodb }) => dynamodb?.NewImage?.['pk']?.S);

describe.skipIf(installedDynoxide() === undefined)('a stream that Dynoxide keeps in a file', () => {
  it('is as short as its readers allow, and they miss nothing and hear nothing twice', async () => {
    const { care, from, put, rows } = await aCaredStream(await aDirectory());
    for (let n = 0; n < 20; n += 1) await put(`first-${n}`);
    const { shard, records } = await from().next();
    const sequence = records.at(-1)?.dynamodb?.SequenceNumber ?? '';
    await put('second');
    expect(care.forget(table, sequence)).toBe(false);
    expect(rows()).toBe(1);
    await put('third');
    const seen = await from({ shard, sequence }).next();
    expect(names(seen.records)).toEqual(['second', 'third']);
  });

  it('keeps its newest record, so that it counts on where it was, also after a restart', async () => {
    const directory = await aDirectory();
    const first = await aCaredStream(directory);
    for (let n = 0; n < 3; n += 1) await first.put(`before-${n}`);
    const { shard, records } = await first.from().next();
    const sequence = records.at(-1)?.dynamodb?.SequenceNumber ?? '';
    first.care.forget(table, '999999999999999999');
    expect(first.rows()).toBe(1);
    await first.engine.kill();
    const second = await aCaredStream(directory);
    await second.put('after');
    expect(names((await second.from({ shard, sequence }).next()).records)).toEqual(['after']);
  });

  it('is left in batches, so that nobody waits long', async () => {
    const { care, engine, put, rows } = await aCaredStream(await aDirectory());
    await put('one');
    const database = new DatabaseSync(engine.file ?? '', { timeout: 2000 });
    database.exec(`WITH RECURSIVE n(at) AS (SELECT 1 UNION ALL SELECT at + 1 FROM n WHERE at < 1200)
      INSERT INTO _stream_records (table_name, event_name, keys_json, sequence_number, shard_id, created_at)
      SELECT '${table}', 'INSERT', '{}', CAST(100 + at AS TEXT), 'shard', 0 FROM n`);
    database.close();
    expect([care.forget(table, '1300'), care.forget(table, '1300'), care.forget(table, '1300')]).toEqual([
      true,
      true,
      false,
    ]);
    expect(rows()).toBe(1);
  });

  it('is indexed by the very words with which Dynoxide looks for its newest record', () => {
    const program = readFileSync(installedDynoxide()?.binary ?? '', 'latin1');
    expect(program).toContain('MAX(CAST(sequence_number AS INTEGER))');
    expect(program).toContain('ORDER BY CAST(sequence_number AS INTEGER)');
  });
});

describe('a directory that one engine has written', () => {
  it.skipIf(installedDynoxide() === undefined)('is read by that engine, or not at all', async () => {
    const directory = join(await aDirectory(), 'dynamodb');
    const engine = await startDynamoDb(directory, 'dynoxide');
    await engine.ready;
    await engine.stop();
    await expect(startDynamoDb(directory, 'local')).rejects.toThrow(
      /was written with BAO_TIN_DYNAMODB=dynoxide: take that again, or another directory$/,
    );
  });
});
