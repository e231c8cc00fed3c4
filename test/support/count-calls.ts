import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { KMSClient } from '@aws-sdk/client-kms';
import type { SNSClient } from '@aws-sdk/client-sns';
import type { SQSClient } from '@aws-sdk/client-sqs';

/** What a client was asked so far: calls by command, and DynamoDB's own count of capacity units. */
export type CallCount = {
  calls: Record<string, number>;
  total(): number;
  readUnits: number;
  writeUnits: number;
};

type Consumed = { CapacityUnits?: number };

const reads = new Set(['GetItemCommand', 'BatchGetItemCommand', 'QueryCommand', 'ScanCommand']);

const unitsOf = (output: object): number => {
  const { ConsumedCapacity: consumed = [] } = output as { ConsumedCapacity?: Consumed | Consumed[] };
  return [consumed].flat().reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
};

/** Counts from now on what this client is asked; DynamoDB is asked to say what each call used up. */
export const countCalls = (client: DynamoDBClient | SQSClient | SNSClient | KMSClient): CallCount => {
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
    (next, { commandName = 'unnamed' }) =>
      async (args) => {
        count.calls[commandName] = (count.calls[commandName] ?? 0) + 1;
        const input = isDynamoDB ? { ...args.input, ReturnConsumedCapacity: 'TOTAL' as const } : args.input;
        const result = await next({ ...args, input });
        if (reads.has(commandName)) count.readUnits += unitsOf(result.output);
        else count.writeUnits += unitsOf(result.output);
        return result;
      },
    { step: 'initialize', name: 'countCalls' },
  );
  return count;
};
