import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { KMSClient } from '@aws-sdk/client-kms';
import type { SNSClient } from '@aws-sdk/client-sns';
import type { SQSClient } from '@aws-sdk/client-sqs';
import { readUnits } from './read-units.ts';

/**
 * What a client was asked so far: calls by command, read units by AWS's rules (`read-units.ts`), and write units
 * as the engine counts them, indexes included. Of the items of a transaction that cost the same, DynamoDB Local 3.3 counts only one: see `write-units.ts` for those.
 */
export type CallCount = {
  calls: Record<string, number>;
  total(): number;
  readUnits: number;
  writeUnits: number;
};

/** One call as it ended. A refused one (its condition did not hold) comes without units: DynamoDB names none. */
export type Heard = {
  command: string;
  input: object;
  refused: boolean;
  readUnits: number;
  writeUnits: number;
};

type Consumed = { CapacityUnits?: number };

const unitsOf = (output: object): number => {
  const { ConsumedCapacity: consumed = [] } = output as { ConsumedCapacity?: Consumed | Consumed[] };
  return [consumed].flat().reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
};

/**
 * Counts from now on what this client is asked, and lets `hear` know of each call; DynamoDB is asked to say what each
 * call used up.
 */
export const countCalls = (
  client: DynamoDBClient | SQSClient | SNSClient | KMSClient,
  hear: (call: Heard) => void = () => {},
): CallCount => {
  const count: CallCount = {
    calls: {},
    total: () => Object.values(count.calls).reduce((sum, calls) => sum + calls, 0),
    readUnits: 0,
    writeUnits: 0,
  };
  const isDynamoDB = client.config.serviceId === 'DynamoDB';
  // The stacks of all clients work alike; only their types of commands differ.
  const stack = client.middlewareStack as DynamoDBClient['middlewareStack'];
  stack.add(
    (next, { commandName: command = 'unnamed' }) =>
      async (args) => {
        count.calls[command] = (count.calls[command] ?? 0) + 1;
        const input = isDynamoDB ? { ...args.input, ReturnConsumedCapacity: 'INDEXES' as const } : args.input;
        const result = await next({ ...args, input }).catch((error: unknown) => {
          hear({ command, input, refused: true, readUnits: 0, writeUnits: 0 });
          throw error;
        });
        const units = unitsOf(result.output);
        const isRead = /^(?:Get|BatchGet|TransactGet|Query|Scan)/.test(command);
        const read = isRead ? readUnits(command, input, result.output, units) : 0;
        const writeUnits = isRead ? 0 : units;
        count.readUnits += read;
        count.writeUnits += writeUnits;
        hear({ command, input, refused: false, readUnits: read, writeUnits });
        return result;
      },
    { step: 'initialize', name: 'countCalls' },
  );
  return count;
};
