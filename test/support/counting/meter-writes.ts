import {
  type AttributeValue,
  BatchGetItemCommand,
  type DynamoDBClient,
  type PutItemCommandInput,
  type TransactWriteItemsCommandInput,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import { indexUnits, tableUnits } from './write-units.ts';

type Item = Record<string, AttributeValue>;

/** One item written, and what that costs on AWS: in the table, and in its indexes. */
export type Written = { pk: string; sk: string; table: number; index: number };

type Write = Partial<Pick<PutItemCommandInput, 'Item'> & Pick<UpdateItemCommandInput, 'Key'>>;

/** The keys of what a command writes; empty for one that only reads. */
export const keysWritten = (input: object): Item[] => {
  const { TransactItems } = input as Partial<TransactWriteItemsCommandInput>;
  const writes: Write[] = TransactItems?.map(({ Put, Update }) => ({ ...Put, ...Update })) ?? [input];
  return writes.flatMap(({ Item: item, Key: key = item }) =>
    key === undefined ? [] : [{ pk: key['pk']!, sk: key['sk']! }],
  );
};

const nameOf = ({ pk, sk }: Item): string => `${pk?.S}/${sk?.S}`;

/**
 * Tells `hear` from now on what each write of this client would cost on AWS. It looks at each item before and after,
 * with a client of its own, so that looking costs nothing in any count. A write whose condition does not hold costs
 * as much as the item it met.
 */
export const meterWrites = (
  client: DynamoDBClient,
  looker: DynamoDBClient,
  tableName: string,
  hear: (written: Written[]) => void,
): void => {
  const look = async (keys: Item[]): Promise<Map<string, Item>> => {
    const { Responses } = await looker.send(
      new BatchGetItemCommand({ RequestItems: { [tableName]: { Keys: keys, ConsistentRead: true } } }),
    );
    return new Map((Responses?.[tableName] ?? []).map((item) => [nameOf(item), item]));
  };

  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        if (!/^(?:PutItem|UpdateItem|TransactWriteItems)Command$/.test(commandName)) return next(args);
        const inTransaction = commandName === 'TransactWriteItemsCommand';
        const keys = keysWritten(args.input);
        const before = await look(keys);
        const measure = async (): Promise<void> => {
          const after = await look(keys);
          const costs = keys.map((key): Written => {
            const [was, is] = [before.get(nameOf(key)), after.get(nameOf(key))];
            return {
              pk: key['pk']!.S!,
              sk: key['sk']!.S!,
              table: tableUnits(was, is, inTransaction),
              index: indexUnits(was, is, inTransaction),
            };
          });
          hear(costs);
        };
        try {
          return await next(args);
        } finally {
          await measure();
        }
      },
    { step: 'initialize', name: 'meterWrites' },
  );
};
