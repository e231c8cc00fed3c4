import { BatchWriteItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createTables } from '../../infra/local/stores/create-tables.ts';
import { startDynamoDb } from '../../infra/local/stores/dynamodb.ts';
import { blueprint } from '../../infra/local/template/template.ts';
import { synthesise } from '../../infra/synthesise.ts';
import { dynamoDispatchJobs } from '../../shared/adapters/dynamodb/post/job/dispatch-jobs.ts';
import { dynamoPolls } from '../../shared/adapters/dynamodb/post/polls.ts';
import { jobItem } from '../../shared/adapters/dynamodb/post/job/job-item.ts';
import { keyed } from '../../shared/adapters/kms/sealing.ts';
import { claimJobs } from '../../shared/flows/post/partner/claim-jobs.ts';
import { countCalls } from '../support/counting/count-calls.ts';
import { aClaim, at, jobNumber } from '../support/builders/post.ts';
import type { How, Row } from './figures.ts';

const vault = keyed([{ id: '1', key: Buffer.alloc(32, 7) }]);

/** The table as the stack has it, under a name of its own. */
const tableFor = async (client: DynamoDBClient, name: string): Promise<string> => {
  const plan = blueprint(synthesise('dev'), { api: 'http://127.0.0.1', sqs: 'http://127.0.0.1' });
  await createTables(client, [{ ...plan.tables[0]!, name, stream: undefined }]);
  return name;
};

/** Fifty wait in each ward of few, sixty in each of the country's. */
const wardOf = (n: number, jobs: number): string => String(10_000 + (n % (jobs > 1000 ? 3321 : 20)));

/** Puts so many jobs on offer, 25 a call and 8 calls at a time. */
const fill = async (client: DynamoDBClient, table: string, jobs: number): Promise<void> => {
  let next = 0;
  const filler = async (): Promise<void> => {
    while (next < jobs) {
      const from = next;
      next += 25;
      const numbers = Array.from({ length: Math.min(25, jobs - from) }, (_, n) => from + n + 1);
      const puts = numbers.map((n) => ({
        PutRequest: { Item: jobItem(jobNumber(n, { ward: wardOf(n, jobs) }), vault) },
      }));
      await client.send(new BatchWriteItemCommand({ RequestItems: { [table]: puts } }));
    }
  };
  await Promise.all(Array.from({ length: 8 }, filler));
};

/**
 * Whether a claim costs more when more jobs wait: among 1,000 and among 100,000 that are ready, of 50 and, from a single ward,
 * of 5.
 */
export const benchClaims = async ({ smoke }: How): Promise<Row[]> => {
  const [few, many, claims] = smoke ? [100, 200, 1] : [1000, 100_000, 5];
  const dynamodb = await startDynamoDb(undefined);
  await dynamodb.ready;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const rows: Row[] = [];
  try {
    for (const ready of [few, many]) {
      const client = new DynamoDBClient({ endpoint: dynamodb.url, region: 'local', credentials });
      const table = await tableFor(client, `claims-${ready}`);
      await fill(client, table, ready);
      const count = countCalls(client);
      const claim = claimJobs({
        jobs: dynamoDispatchJobs(client, table, vault),
        polls: dynamoPolls(client, table),
        clock: () => at('09:30'),
      });
      const amongOf = (jobs: number) => `among ${jobs.toLocaleString('en')}`;
      for (const { of, wanted, filter } of [
        { of: '', wanted: 50, filter: {} },
        { of: ' of one ward', wanted: 5, filter: { wards: [wardOf(7, ready)] } },
      ]) {
        const [calls, units, times]: [number[], number[], number[]] = [[], [], []];
        for (let n = 1; n <= claims; n += 1) {
          const [callsBefore, unitsBefore, begun] = [count.total(), count.readUnits, performance.now()];
          const claimed = await claim('vnpost', { ...aClaim(`bench-claim-${wanted}-${n}`, wanted), filter });
          const got = claimed.is === 'claimed' ? claimed.answer.jobs.length : 0;
          if (got !== wanted && !smoke) throw new Error(`${wanted} were wanted, ${got} given`);
          calls.push(count.total() - callsBefore);
          units.push(count.readUnits - unitsBefore);
          times.push(performance.now() - begun);
        }
        const row = (name: string, value: number[], unit: string): Row => ({
          name: `${name}${of}, ${amongOf(ready)}`,
          value,
          unit,
          ...(ready > few && { ratioTo: `${name}${of}, ${amongOf(few)}` }),
        });
        rows.push(
          row('calls', calls, 'calls a claim'),
          row('read units', units, 'units a claim'),
          row('time', times, 'ms'),
        );
      }
      client.destroy();
    }
  } finally {
    await dynamodb.stop();
  }
  return rows;
};
