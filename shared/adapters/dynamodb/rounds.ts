import { type DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { conditionally } from './conditional.ts';
import { expressions } from './expressions.ts';
import { toItem } from './item.ts';

/**
 * Whose turn it is to make a round. A clock strikes at least once, so twice at times, and two rounds at once would do
 * everything twice. A turn that is never given back, because its function died, lapses at its end. Instants are
 * milliseconds since the epoch.
 */
export const dynamoRounds = (client: DynamoDBClient, tableName: string) => {
  const change = async (
    round: string,
    condition: string,
    values: { now?: number; until: number; was?: number },
  ) => {
    const changed = await conditionally(
      client.send(
        new UpdateItemCommand({
          TableName: tableName,
          Key: toItem({ pk: `ROUND#${round}`, sk: 'turn' }),
          ...expressions(
            { UpdateExpression: 'SET #takenUntil = :until', ConditionExpression: condition },
            values,
          ),
        }),
      ),
    );
    return 'done' in changed;
  };
  return {
    /** Takes the turn from now until then; false if somebody else has it. */
    take: async (round: string, now: number, until: number): Promise<boolean> =>
      change(round, 'attribute_not_exists(#takenUntil) OR #takenUntil <= :now', { now, until }),
    /** Gives back the turn that was taken until then; one that lapsed and is somebody else's by now stays with him. */
    giveBack: async (round: string, until: number): Promise<void> =>
      void (await change(round, '#takenUntil = :was', { until: 0, was: until })),
  };
};
