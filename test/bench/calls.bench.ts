import { KMSClient } from '@aws-sdk/client-kms';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { startDynamoDb } from '../../infra/local/stores/dynamodb.ts';
import { startKms } from '../../infra/local/stores/kms.ts';
import { dynamoDataKeys } from '../../shared/adapters/dynamodb/data-keys.ts';
import { openVault } from '../../shared/adapters/kms/vault.ts';
import type { Ward } from '../../shared/domain/values/ward.ts';
import { countCalls } from '../support/counting/count-calls.ts';
import { aDaysEvents, countDay } from '../support/counting/counted-day.ts';
import { type DayCosts, type Kind, stages } from '../support/counting/day-costs.ts';
import { openPlaces, type Places } from '../support/day-places.ts';
import type { How, Row } from './figures.ts';

const untilSent = stages.filter((stage) => stage !== 'receipt');
const wardOf = (number: number) => String(10_000 + number) as Ward;

const rowsOf = (part: string, day: DayCosts, kind: Kind): Row[] => {
  const of = `${day.events[kind]} events`;
  const row = (name: string, value: number, unit: string): Row => ({ part, name, value, unit });
  const all = day.perEvent(kind, ...stages);
  return [
    { ...row('calls until sent', day.perEvent(kind, ...untilSent).calls, 'calls'), note: of },
    ...stages
      .filter((stage) => day.perEvent(kind, stage).calls > 0)
      .map((stage) => row(`  ${stage}`, day.perEvent(kind, stage).calls, 'calls')),
    row('read units', all.reads, 'RRU'),
    row('write units, table', all.table, 'WRU'),
    row('write units, indexes', all.index, 'WRU'),
  ];
};

/** What each cold start of a function that reads or writes phones adds. */
const coldStart = async (places: Places): Promise<Row[]> => {
  const server = await startKms({ keyDir: undefined });
  const kms = new KMSClient({ ...places.dynamodb, endpoint: server.url });
  const dynamodb = new DynamoDBClient(places.dynamodb);
  const arn = 'arn:aws:kms:ap-southeast-1:000000000000:key/00000000-0000-0000-0000-000000000000';
  const open = () => openVault(kms, arn, dynamoDataKeys(dynamodb, places.tableName));
  await open(); // the first one ever makes the key
  const counts = [countCalls(kms), countCalls(dynamodb)];
  await open();
  await server.close();
  const value = counts.reduce((sum, count) => sum + count.total(), 0);
  return [{ part: 'a cold start', name: 'opening the key for phones', value, unit: 'calls' }];
};

/** How many SDK calls and capacity units an event costs, counted over a ward's day; the same on every machine. */
export const benchCalls = async ({ smoke }: How): Promise<Row[]> => {
  const dynamodb = await startDynamoDb(undefined);
  await dynamodb.ready;
  try {
    const ward = new Map([[wardOf(0), aDaysEvents(1, smoke ? 40 : 200)]]);
    const places = await openPlaces(dynamodb.url);
    const { stream, queue } = places.batches;
    const day = await countDay(ward, places, { metered: true });
    const cold = await coldStart(places);
    await places.close();

    const quiet = await openPlaces(dynamodb.url);
    const few = smoke ? new Map([[wardOf(0), aDaysEvents(1, 10)]]) : ward;
    const alone = await countDay(few, quiet, { batches: { stream: 1, queue: 1 } });
    await quiet.close();
    const lone = 'the same events one by one, as on a quiet afternoon';
    const aLone = (kind: Kind): Row => ({
      part: lone,
      name: `${kind}, until sent`,
      value: alone.perEvent(kind, ...untilSent).calls,
      unit: 'calls',
    });

    const batches = `one ward reporting each half hour, batches of at most ${stream} events and ${queue} rings`;
    return [
      ...rowsOf(`an event that tells one citizen; ${batches}`, day, 'told'),
      ...rowsOf('an event that stays silent', day, 'silent'),
      ...rowsOf('an event whose message is overtaken before it leaves', day, 'overtaken'),
      ...rowsOf('an event that is sent a second time', day, 'duplicate'),
      aLone('told'),
      aLone('silent'),
      ...cold,
      {
        part: 'whatever happens',
        name: 'a round of the clock, each minute',
        value: day.clockRound,
        unit: 'calls',
      },
    ];
  } finally {
    await dynamodb.stop();
  }
};
