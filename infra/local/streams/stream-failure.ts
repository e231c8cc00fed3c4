import { randomUUID } from 'node:crypto';
import { arn } from '../place.ts';
import type { GivenUp } from './stream-batch.ts';
import type { StreamRecord } from './stream-record.ts';

const arrival = (record: StreamRecord): string =>
  new Date(record.dynamodb.ApproximateCreationDateTime * 1000).toISOString();

/** The document that a stream mapping's on-failure destination gets: where the records were, not what they said. */
export const streamFailure = (
  lambda: string,
  shardId: string,
  records: readonly StreamRecord[],
  why: GivenUp,
  tries: number,
  now: Date,
) => {
  const [first, last] = [records[0]!, records.at(-1)!];
  return {
    requestContext: {
      requestId: randomUUID(),
      functionArn: arn('lambda', `function:${lambda}`),
      condition: why,
      approximateInvokeCount: tries,
    },
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    version: '1.0',
    timestamp: now.toISOString(),
    DDBStreamBatchInfo: {
      shardId,
      startSequenceNumber: first.dynamodb.SequenceNumber,
      endSequenceNumber: last.dynamodb.SequenceNumber,
      approximateArrivalOfFirstRecord: arrival(first),
      approximateArrivalOfLastRecord: arrival(last),
      batchSize: records.length,
      streamArn: first.eventSourceARN,
    },
  };
};
