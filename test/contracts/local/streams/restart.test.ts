import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { note } from '../../../../infra/local/functions/occupancy.ts';
import type { System } from '../../../../infra/local/system.ts';
import { aFunction, arnOf, aTable } from '../../../adapters/local/a-template.ts';
import { aDirectory, aSystem, handlerFile, seen } from '../a-system.ts';

const running = new Set<System>();
afterAll(async () => {
  for (const system of running) await system.stop();
});

const aStream = (file: string) => ({
  Table: aTable,
  Documents: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'documents' } },
  Keep: aFunction(handlerFile('keep-order'), { Environment: { Variables: { SEEN: file } } }),
  Doorbell: {
    Type: 'AWS::Lambda::EventSourceMapping',
    Properties: {
      EventSourceArn: arnOf('Table', 'StreamArn'),
      FunctionName: { Ref: 'Keep' },
      BatchSize: 10,
      StartingPosition: 'TRIM_HORIZON',
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    },
  },
});

const write = async (system: System, name: string) => {
  const client = new DynamoDBClient({
    region: 'ap-southeast-1',
    endpoint: system.endpoints.dynamodb,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  await client.send(
    new PutItemCommand({ TableName: 'bao-tin', Item: { pk: { S: 'ward' }, sk: { S: name } } }),
  );
};
const names = (lines: string[]) => lines.map((line) => line.split(' ')[0]);

const aLeftover = () => spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });

/** What a run that was killed leaves in its directory: its own number, and that of a program it started. */
const leftBehind = async (directory: string, pid = 0, born?: string) => {
  await note(directory, [pid]);
  const file = join(directory, 'occupied.json');
  const { children } = JSON.parse(await readFile(file, 'utf8')) as {
    children: { pid: number; born: string }[];
  };
  const runner = { pid: 4_000_000, born: 'long ago' };
  await writeFile(
    file,
    JSON.stringify({ runner, children: children.map((child) => ({ ...child, ...(born && { born }) })) }),
  );
};

describe('a run that keeps its data', () => {
  it('carries on after a hard end: items, files, and where the stream was', async () => {
    const data = await aDirectory();
    const file = join(data, 'seen');
    const first = await aSystem(aStream(file), { data });
    expect(first.hadItems).toBe(false);
    await write(first, 'before');
    await fetch(`${first.endpoints.s3}/documents/letter.pdf`, { method: 'PUT', body: 'a letter' });
    await seen(file, (lines) => lines.length >= 1);
    await first.kill();

    const second = await aSystem(aStream(file), { data });
    running.add(second);
    expect(second.hadItems).toBe(true);
    expect(await (await fetch(`${second.endpoints.s3}/documents/letter.pdf`)).text()).toBe('a letter');
    await write(second, 'after');
    const lines = await seen(file, (all) => names(all).includes('after'));
    expect(names(lines).at(-1)).toBe('after');
    expect(names(lines).filter((name) => name === 'before').length).toBeLessThanOrEqual(2);
  });

  it('ends what a killed run left at work in the same directory', async () => {
    const data = await aDirectory();
    const left = aLeftover();
    const gone = once(left, 'exit');
    await leftBehind(data, left.pid);
    running.add(await aSystem({ Table: aTable }, { data }));
    expect(await gone).toEqual([null, 'SIGKILL']);
  });

  it('leaves a process alone that only has the same number', async () => {
    const data = await aDirectory();
    const other = aLeftover();
    await leftBehind(data, other.pid, 'another day');
    running.add(await aSystem({ Table: aTable }, { data }));
    expect([other.exitCode, other.signalCode]).toEqual([null, null]);
    other.kill('SIGKILL');
  });
});

describe('a run that ends', () => {
  it('says where it is while it runs, and takes it back', async () => {
    const local = await aDirectory();
    await mkdir(join(local, 'running'), { recursive: true });
    const system = await aSystem(aStream(join(local, 'seen')), { local });
    const file = `${new URL(system.url).port}.json`;
    const said = JSON.parse(await readFile(join(local, 'running', file), 'utf8')) as Record<string, unknown>;
    expect(said).toMatchObject({
      url: system.url,
      pid: process.pid,
      region: 'ap-southeast-1',
      tables: ['bao-tin'],
      endpoints: { dynamodb: system.endpoints.dynamodb },
    });
    await system.stop();
    expect(await readdir(join(local, 'running'))).toEqual([]);
    await expect(fetch(system.endpoints.dynamodb)).rejects.toThrow('fetch failed');
    await expect(fetch(system.url)).rejects.toThrow('fetch failed');
  });

  it('ends everything when it cannot be started', async () => {
    await expect(aSystem({ Bus: { Type: 'AWS::Events::EventBus' } })).rejects.toThrow(
      /Bus \(AWS::Events::EventBus\)/,
    );
  });
});
