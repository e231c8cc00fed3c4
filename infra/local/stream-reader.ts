import {
  DescribeStreamCommand,
  GetRecordsCommand,
  GetShardIteratorCommand,
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

  const open = async (id: string): Promise<void> => {
    const resumed = checkpoint?.shard === id && shard === undefined;
    const answer = await client.send(
      new GetShardIteratorCommand({
        StreamArn: stream,
        ShardId: id,
        ...(resumed
          ? { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: checkpoint.sequence }
          : { ShardIteratorType: shard === undefined && !checkpoint ? start : 'TRIM_HORIZON' }),
      }),
    );
    shard = id;
    iterator = answer.ShardIterator;
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
