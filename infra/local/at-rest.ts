import { GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { Functions } from './functions/functions.ts';

/** When a stream was last looked at and had nothing new, by the monotonic clock; never is 0. */
export type Looks = Map<string, number>;

type Moving = {
  functions: Pick<Functions, 'atWork' | 'lastEnd'>;
  sqs: SQSClient;
  /** URLs of the queues that functions are fed from. */
  queues: readonly string[];
  looks: Looks;
};

const counts = [
  'ApproximateNumberOfMessages',
  'ApproximateNumberOfMessagesNotVisible',
  'ApproximateNumberOfMessagesDelayed',
] as const;

/**
 * Whether nothing is under way: no function at work, every stream read to its end since the last one ended, every queue
 * empty. What carriers and the clock will bring later is not under way.
 */
export const atRest = async ({ functions, sqs, queues, looks }: Moving): Promise<boolean> => {
  const since = functions.lastEnd();
  const nothingMoves = (): boolean => functions.atWork() === 0 && functions.lastEnd() === since;
  if (!nothingMoves() || [...looks.values()].some((looked) => looked <= since)) return false;
  for (const QueueUrl of queues) {
    const asked = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...counts] });
    const { Attributes = {} } = await sqs.send(asked);
    if (counts.some((name) => Number(Attributes[name] ?? 0) > 0)) return false;
  }
  return nothingMoves();
};
