import middy from '@middy/core';
import type { AttributeValue, DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { onColdStart } from './cold-start.ts';
import { kindOf, logFailures, logStep } from './log/log.ts';

/**
 * A worker behind the table's stream. It reads every record it can, works on all of them together, and reports the
 * earliest that has to come again: the stream repeats from there, and what was done already is recognised.
 */
export const streamFunction = <Ports, Item>(
  build: () => Ports | Promise<Ports>,
  read: (ports: Ports, image: Record<string, AttributeValue>) => Item,
  work: (ports: Ports, items: Item[]) => Promise<{ failed: ReadonlySet<Item> }>,
) => {
  const ports = onColdStart(build);
  return middy(async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const built = await ports();
    const items = new Map<DynamoDBRecord, Item>();
    const unreadable = new Set<DynamoDBRecord>();
    for (const record of Records) {
      try {
        items.set(record, read(built, record.dynamodb?.NewImage ?? {}));
      } catch (error) {
        unreadable.add(record);
        logStep({ step: 'read', outcome: 'unreadable', reason: kindOf(error) }, 'error');
      }
    }
    const { failed } = await work(built, [...items.values()]);
    logFailures(unreadable.size + failed.size);
    const first = Records.find((record) => unreadable.has(record) || failed.has(items.get(record)!));
    const itemIdentifier = first?.dynamodb?.SequenceNumber;
    return { batchItemFailures: itemIdentifier === undefined ? [] : [{ itemIdentifier }] };
  });
};
