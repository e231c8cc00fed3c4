import middy from '@middy/core';
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type * as z from 'zod';
import { onColdStart } from './cold-start.ts';
import { kindOf, logFailures, logStep } from './log/log.ts';

/** What one message came to; one that is `open` comes back through the queue. */
export type Worked = 'done' | 'open';

/** One after another, for whoever has a rate to keep: the others wait, and none of them is begun before the last one is done. */
const oneByOne = async (
  records: SQSEvent['Records'],
  work: (record: SQSEvent['Records'][number]) => Promise<Worked>,
): Promise<PromiseSettledResult<Worked>[]> => {
  const results: PromiseSettledResult<Worked>[] = [];
  for (const record of records) results.push(...(await Promise.allSettled([work(record)])));
  return results;
};

/**
 * A worker behind a queue: every message by itself, and only those that have to come back are reported. If the
 * function cannot even be built, all of them come back and nothing is lost. The messages of a batch are worked on together,
 * or `inTurn`.
 */
export const queueFunction = <Schema extends z.ZodType, Ports>(
  schema: Schema,
  build: () => Ports | Promise<Ports>,
  work: (ports: Ports, message: z.infer<Schema>, context: Context) => Promise<Worked>,
  { inTurn = false }: { inTurn?: boolean } = {},
) => {
  const ports = onColdStart(build);
  return middy(async ({ Records }: SQSEvent, context: Context): Promise<SQSBatchResponse> => {
    const built = await ports();
    const workOn = async ({ body }: { body: string }) => work(built, schema.parse(JSON.parse(body)), context);
    const results = inTurn ? await oneByOne(Records, workOn) : await Promise.allSettled(Records.map(workOn));
    const batchItemFailures = results.flatMap((result, index) => {
      if (result.status === 'fulfilled' && result.value === 'done') return [];
      if (result.status === 'rejected') {
        logStep({ step: 'message', outcome: 'failed', reason: kindOf(result.reason) }, 'error');
        logFailures(1);
      }
      return [{ itemIdentifier: Records[index]!.messageId }];
    });
    return { batchItemFailures };
  });
};
