import { randomUUID } from 'node:crypto';
import { type DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { minutes } from '../../domain/values/instant.ts';
import { conditionally } from './conditional.ts';
import { expressions } from './expressions.ts';
import { toItem } from './item.ts';

/** Lambda lets nothing run longer: a turn that ends later was taken by a clock that has been set back since. */
const longestTurn = minutes(15);

const free = [
  'attribute_not_exists(#takenUntil)',
  '#takenUntil <= :now',
  '#takenUntil > :farthest',
  '#turn = :turn', // taken by this very request, whose answer was lost
].join(' OR ');

/**
 * Whose turn it is to make a round. A clock strikes at least once, so twice at times, and two rounds at once would do
 * everything twice. A turn that is never given back, because its function died, lapses at its end. Instants are
 * milliseconds since the epoch.
 */
export const dynamoRounds = (client: DynamoDBClient, tableName: string) => {
  const change = async (
    round: string,
    condition: string,
    values: { turn: string; until: number; now?: number; farthest?: number },
  ): Promise<boolean> => {
    const UpdateExpression = 'SET #takenUntil = :until, #turn = :turn';
    const changed = await conditionally(
      client.send(
        new UpdateItemCommand({
          TableName: tableName,
          Key: toItem({ pk: `ROUND#${round}`, sk: 'turn' }),
          ...expressions({ UpdateExpression, ConditionExpression: condition }, values),
        }),
      ),
    );
    return 'done' in changed;
  };
  return {
    /** Takes the turn from now until then, and answers which one it is; undefined if somebody else has it. */
    take: async (round: string, now: number, until: number): Promise<string | undefined> => {
      const turn = randomUUID();
      const taken = await change(round, free, { turn, until, now, farthest: now + longestTurn });
      return taken ? turn : undefined;
    },
    /** Gives back that turn; one that lapsed and is somebody else's by now stays with him. */
    giveBack: async (round: string, turn: string): Promise<void> =>
      void (await change(round, '#turn = :turn', { turn, until: 0 })),
  };
};
