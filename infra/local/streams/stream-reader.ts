import {
  DescribeStreamCommand,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type GetShardIteratorCommandInput,
  type _Record,
  type DynamoDBStreamsClient,
  type Shard,
} from '@aws-sdk/client-dynamodb-streams';
import type { Checkpoint } from './checkpoints.ts';

/** Reads a stream shard after shard, oldest first. */
export type StreamReader = {
  /** The next records, in order and with their shard; none when there is nothing new. */
  next: () => Promise<{ shard: string; records: _Record[] }>;
};

const shardsOf = async (client: DynamoDBStreamsClient, stream: string): Promise<Shard[]> => {
  const shards: Shard[] = [];
  let from: string | undefined;
  do {
    const page = await client.send(
      new DescribeStreamCommand({ StreamArn: stream, ...(from && { ExclusiveStartShardId: from }) }),
    );
    shards.push(...(page.StreamDescription?.Shards ?? []));
    from = page.StreamDescription?.LastEvaluatedShardId;
  } while (from !== undefined);
  return shards;
};

/**
 * Starts behind the checkpoint, or at the beginning (or the end) of the stream. A closed shard is followed by the next
 * one that the stream lists; a shard that a checkpoint names but the stream has forgotten is followed from the beginning.
 */
export const readStream = (
  client: DynamoDBStreamsClient,
  stream: string,
  start: 'TRIM_HORIZON' | 'LATEST',
  checkpoint: Checkpoint | undefined,
): StreamReader => {
  let shard: string | undefined;
  let iterator: string | undefined;

  const iteratorOf = async (id: string, from: Partial<GetShardIteratorCommandInput>): Promise<void> => {
    const answer = await client.send(
      new GetShardIteratorCommand({
        StreamArn: stream,
        ShardId: id,
        ShardIteratorType: 'TRIM_HORIZON',
        ...from,
      }),
    );
    iterator = answer.ShardIterator;
  };

  const open = async (id: string): Promise<void> => {
    if (shard !== undefined) await iteratorOf(id, {});
    else if (checkpoint?.shard === id)
      await iteratorOf(id, {
        ShardIteratorType: 'AFTER_SEQUENCE_NUMBER',
        SequenceNumber: checkpoint.sequence,
      }).catch((error: Error) => {
        // A stream forgets after a day: what it still has is what there is.
        if (error.name !== 'TrimmedDataAccessException') throw error;
        return iteratorOf(id, {});
      });
    else await iteratorOf(id, checkpoint ? {} : { ShardIteratorType: start });
    shard = id;
  };

  const advance = async (): Promise<void> => {
    const ids = (await shardsOf(client, stream)).map(({ ShardId }) => ShardId!);
    const at = ids.indexOf(shard ?? checkpoint?.shard ?? '');
    const next = shard === undefined && at >= 0 ? ids[at] : ids[at + 1];
    if (next !== undefined) await open(next);
  };

  return {
    next: async () => {
      if (iterator === undefined) await advance();
      if (iterator === undefined) return { shard: shard ?? '', records: [] };
      const answer = await client.send(new GetRecordsCommand({ ShardIterator: iterator, Limit: 1000 }));
      iterator = answer.NextShardIterator;
      return { shard: shard!, records: answer.Records ?? [] };
    },
  };
};
