import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cameBack } from '../../../infra/local/queues/batch-answer.ts';
import type { Outcome } from '../../../infra/local/template/environment.ts';
import { takeBatch, type GivenUp } from '../../../infra/local/streams/stream-batch.ts';
import { streamFailure } from '../../../infra/local/streams/stream-failure.ts';
import { streamRecord, type StreamRecord } from '../../../infra/local/streams/stream-record.ts';

const failed: Outcome = { is: 'failed', fault: { errorType: 'Error', errorMessage: 'no' } };
const result = (value: unknown): Outcome => ({ is: 'result', result: JSON.stringify(value) });

describe('what came back of a batch', () => {
  const ids = ['1', '2', '3'];
  const cases: [what: string, outcome: Outcome, partial: boolean, back: string[]][] = [
    ['nothing, when the answer is empty', result({}), true, []],
    ['nothing, when there is no answer', result(null), true, []],
    ['nothing, when the list is empty', result({ batchItemFailures: [] }), true, []],
    ['what the list names', result({ batchItemFailures: [{ itemIdentifier: '2' }] }), true, ['2']],
    [
      'everything, when the list names a stranger',
      result({ batchItemFailures: [{ itemIdentifier: '9' }] }),
      true,
      ids,
    ],
    ['everything, when an entry has no name', result({ batchItemFailures: [{}] }), true, ids],
    ['everything, when the answer is a word', result('done'), true, ids],
    ['everything, when the function failed', failed, true, ids],
    ['everything, when it failed and cannot say what', failed, false, ids],
    [
      'nothing, when the mapping does not ask',
      result({ batchItemFailures: [{ itemIdentifier: '2' }] }),
      false,
      [],
    ],
  ];
  it.each(cases)('%s', (_, outcome, partial, back) => {
    expect([...cameBack(ids, outcome, partial)]).toEqual(back);
  });
});

const aRecord = (number: number, at = 1_772_000_000): StreamRecord =>
  streamRecord('bao-tin', {
    eventID: String(number),
    eventName: 'INSERT',
    dynamodb: { SequenceNumber: String(number), ApproximateCreationDateTime: new Date(at * 1000) },
  });
const numberOf = (record: StreamRecord) => Number(record.dynamodb.SequenceNumber);

const rules = { bisect: true, retries: 1, maxAge: -1, partialFailures: true };
const take = async (
  batch: StreamRecord[],
  change: Partial<typeof rules>,
  answer: (batch: number[]) => Outcome,
  now = 0,
) => {
  const calls: number[][] = [];
  const passed: number[] = [];
  const givenUp: [numbers: number[], why: GivenUp, tries: number][] = [];
  await takeBatch(
    batch,
    { ...rules, ...change },
    {
      invoke: async (records) => {
        calls.push(records.map(numberOf));
        return answer(records.map(numberOf));
      },
      passed: async (record) => void passed.push(numberOf(record)),
      giveUp: async (records, why, tries) => void givenUp.push([records.map(numberOf), why, tries]),
      stopped: () => false,
      now: () => now,
    },
  );
  return { calls, passed, givenUp };
};
const refusing =
  (...bad: number[]) =>
  (batch: number[]): Outcome => {
    const first = batch.find((number) => bad.includes(number));
    return first === undefined
      ? result({})
      : result({ batchItemFailures: [{ itemIdentifier: String(first) }] });
  };

describe('a batch of the stream', () => {
  it('goes through in one call when nothing fails', async () => {
    expect(
      await take(
        [1, 2, 3].map((number) => aRecord(number)),
        {},
        refusing(),
      ),
    ).toEqual({
      calls: [[1, 2, 3]],
      passed: [3],
      givenUp: [],
    });
  });

  it('goes on from the first record that failed', async () => {
    const { calls, passed, givenUp } = await take(
      [1, 2, 3, 4].map((number) => aRecord(number)),
      {},
      refusing(2),
    );
    expect(calls).toEqual([[1, 2, 3, 4], [2, 3], [2], [2], [3], [4]].slice(0, calls.length));
    expect(passed.at(-1)).toBe(4);
    expect(givenUp).toEqual([[[2], 'RetryAttemptsExhausted', 2]]);
  });

  it('gives the rest of the batch up together when it may not be halved', async () => {
    const { calls, givenUp } = await take(
      [1, 2, 3].map((number) => aRecord(number)),
      { bisect: false },
      refusing(2),
    );
    expect(calls).toEqual([
      [1, 2, 3],
      [2, 3],
    ]);
    expect(givenUp).toEqual([[[2, 3], 'RetryAttemptsExhausted', 2]]);
  });

  it('gives up what is too old without another try', async () => {
    const { calls, givenUp } = await take(
      [aRecord(1, 1000), aRecord(2, 5000)],
      { maxAge: 60 },
      refusing(1),
      5_010_000,
    );
    expect(givenUp).toEqual([[[1], 'RecordAgeExceeded', 1]]);
    expect(calls).toEqual([[1, 2], [2]]);
  });

  it('hands every good record over, in order, and gives up the bad ones alone', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 12 }),
        fc.uniqueArray(fc.integer({ min: 0, max: 11 }), { maxLength: 2 }),
        fc.boolean(),
        async (size, bad, whole) => {
          const numbers = Array.from({ length: size }, (_, index) => index);
          const answer = refusing(...bad);
          const { calls, passed, givenUp } = await take(
            numbers.map((number) => aRecord(number)),
            { retries: 0 },
            (batch) => (whole && batch.some((number) => bad.includes(number)) ? failed : answer(batch)),
          );
          const poisoned = numbers.filter((number) => bad.includes(number));
          expect(givenUp.flatMap(([given]) => given)).toEqual(poisoned);
          expect([...new Set(calls.flat())]).toEqual(numbers);
          expect(passed.at(-1)).toBe(size - 1);
          expect(passed).toEqual(passed.toSorted((one, other) => one - other));
        },
      ),
      { seed: 26506, numRuns: 60 },
    );
  });
});

describe('a record of the stream', () => {
  it('has epoch seconds and base64, as Lambda hands it over', () => {
    const record = streamRecord('bao-tin', {
      eventID: 'e',
      eventName: 'MODIFY',
      eventVersion: '1.1',
      dynamodb: {
        ApproximateCreationDateTime: new Date('2026-03-02T02:15:00.900Z'),
        SequenceNumber: '7',
        SizeBytes: 3,
        StreamViewType: 'NEW_AND_OLD_IMAGES',
        Keys: { pk: { S: 'a' } },
        NewImage: {
          pk: { S: 'a' },
          sealed: { B: new Uint8Array([1, 2]) },
          list: { L: [{ B: new Uint8Array([3]) }, { N: '1' }] },
          map: { M: { inner: { BS: [new Uint8Array([4])] } } },
        },
      },
    });
    expect(record).toMatchObject({
      eventName: 'MODIFY',
      eventSourceARN: 'arn:aws:dynamodb:ap-southeast-1:000000000000:table/bao-tin/stream/local',
      awsRegion: 'ap-southeast-1',
      dynamodb: {
        ApproximateCreationDateTime: 1_772_417_700,
        NewImage: {
          sealed: { B: 'AQI=' },
          list: { L: [{ B: 'Aw==' }, { N: '1' }] },
          map: { M: { inner: { BS: ['BA=='] } } },
        },
      },
    });
    expect(record).not.toHaveProperty('userIdentity');
  });

  it('says that expiry removed an item, which DynamoDB Local does not', () => {
    const gone = JSON.parse(
      '{"eventName":"UNKNOWN_TO_SDK_VERSION","dynamodb":{"SequenceNumber":"8"}}',
    ) as object;
    expect(streamRecord('bao-tin', gone)).toMatchObject({
      eventName: 'REMOVE',
      userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' },
    });
  });

  it('is told to the failure queue by place, not by content', () => {
    const document = streamFailure(
      'decide',
      'shardId-1',
      [aRecord(5), aRecord(6)],
      'RetryAttemptsExhausted',
      6,
      new Date(0),
    );
    expect(document).toMatchObject({
      version: '1.0',
      timestamp: '1970-01-01T00:00:00.000Z',
      requestContext: {
        functionArn: 'arn:aws:lambda:ap-southeast-1:000000000000:function:decide',
        condition: 'RetryAttemptsExhausted',
        approximateInvokeCount: 6,
      },
      DDBStreamBatchInfo: {
        shardId: 'shardId-1',
        startSequenceNumber: '5',
        endSequenceNumber: '6',
        approximateArrivalOfFirstRecord: new Date(1_772_000_000_000).toISOString(),
        batchSize: 2,
      },
    });
  });
});
