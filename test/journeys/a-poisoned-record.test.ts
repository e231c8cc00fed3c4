import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { GetQueueAttributesCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { between, diceOf } from '../../infra/local/simulators/dice.ts';
import {
  aWardOffice,
  dayAt,
  eventsIn,
  itemsOf,
  ledgerOf,
  storeOf,
  type Taken,
  until,
  vungTau,
  type WardOffice,
} from './actors/a-ward-office.ts';

let office: WardOffice;
let token: string;
beforeAll(async () => {
  office = await aWardOffice();
  token = await office.token(await office.credentials('--ward', vungTau));
});
afterAll(() => office.stop());

/** An event as it must never be: sealed with a key that nobody has. */
const poison = {
  pk: `EVENT#${vungTau}#poison`,
  sk: 'EVENT',
  kind: 'status-event',
  event: { eventId: 'poison', dossierCode: 'H29.26-260302-6666', status: 'completed', ward: vungTau },
  personal: '9:nonsense',
};
const putPoison = async (more: Record<string, unknown> = {}) =>
  storeOf(office.system).send(
    new PutItemCommand({ TableName: office.system.tables[0], Item: marshall({ ...poison, ...more }) }),
  );

const report = async (numbers: readonly number[]) => {
  const day = dayAt(office.clockOffset);
  const events = numbers.map((number) => ({
    eventId: `good-${number}`,
    dossierCode: `H29.26-${day.slice(2).replaceAll('-', '')}-${String(number).padStart(4, '0')}`,
    status: 'completed',
    occurredAt: `${day}T16:00:00+07:00`,
    applicant: { phone: `0912 000 ${String(number).padStart(3, '0')}` },
  }));
  const answer = await fetch(`${office.system.url}/v1/status-events`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ events }),
  });
  expect(answer.status).toBe(202);
};
const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);

const queueNamed = (pattern: RegExp) =>
  Object.entries(office.system.queues).find(([name]) => pattern.test(name))![1];
const sqs = () =>
  new SQSClient({
    endpoint: office.system.endpoints.sqs,
    region: 'ap-southeast-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });

describe('one record of the table is poisoned', () => {
  it('the ninety-nine others are told within a minute, wherever it lies among them', async () => {
    const place = between(diceOf('poison'), 1, 98);
    const start = performance.now();
    await report(numbers(0, place));
    await putPoison();
    await report(numbers(place, 99));
    const taken = await until<Taken[]>(
      '99 messages at the carrier',
      async () => {
        const ledger = await ledgerOf(office.system);
        return ledger.length >= 99 && ledger;
      },
      60_000,
    );
    console.log(`poison at ${place} of 100: 99 told in ${((performance.now() - start) / 1000).toFixed(1)} s`);
    expect(new Set(taken.map(({ to }) => to)).size).toBe(99);
    expect(taken).toHaveLength(99);
  });

  it('the poisoned one waits among the dead letters, alone, and the log says that it could not be read', async () => {
    const client = sqs();
    const QueueUrl = queueNamed(/status-events-dead-letters/);
    const body = await until('a dead letter', async () => {
      const { Messages = [] } = await client.send(
        new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 1 }),
      );
      return Messages[0]?.Body;
    });
    expect(JSON.parse(body)).toMatchObject({
      requestContext: { condition: 'RetryAttemptsExhausted' },
      DDBStreamBatchInfo: { batchSize: 1 },
    });
    const { Attributes } = await client.send(
      new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }),
    );
    client.destroy();
    expect(Attributes).toMatchObject({
      ApproximateNumberOfMessages: '0',
      ApproximateNumberOfMessagesNotVisible: '1',
    });
    const reasons = office.lines.flatMap((line) =>
      line.is === 'step' && line.step.outcome === 'unreadable' ? [line.step.reason] : [],
    );
    expect(reasons.length).toBeGreaterThan(0);
    expect(new Set(reasons).size).toBe(1);
    expect(reasons[0]).toMatch(/^\w*Error at [\w.-]+:\d+:\d+$/);
  });

  it('the clock’s round passes it by too, gives it to a person, and decides what waits behind it', async () => {
    const long = '2026-01-01T00:00:00.000Z';
    await putPoison({ duePk: 'event#0', dueSk: long });
    const ring = async () => office.system.invoke('release-due', {});
    await expect(ring()).resolves.toBeNull();
    const poisoned = eventsIn(await itemsOf(office.system)).find(({ pk }) => pk === poison.pk)!;
    expect(poisoned['stuck']).toBe('unreadable');
    // No work of the clock's any more, but on the office's list.
    expect(poisoned['duePk']).toBe(`desk#${vungTau}#dossiers`);
    await until('one stuck event in the counts', async () => office.counted('stuck') === 1);
    await ring();
    expect(office.counted('stuck')).toBe(1);
  });
});
