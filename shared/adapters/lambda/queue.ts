import middy from '@middy/core';
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type * as z from 'zod';
import { onColdStart } from './cold-start.ts';
import { kindOf, logStep } from './log/log.ts';

/** What one message came to; one that is `open` comes back through the queue. */
export type Worked = 'done' | 'open';

/**
 * A worker behind a queue: every message by itself, and only those that have to come back are reported. If the
 * function cannot even be built, all of them come back and nothing is lost.
 */
export const queueFunction = <Schema extends z.ZodType, Ports>(
  schema: Schema,
  build: () => Ports | Promise<Ports>,
  work: (ports: Ports, message: z.infer<Schema>, context: Context) => Promise<Worked>,
) => {
  const ports = onColdStart(build);
  return middy(async ({ Records }: SQSEvent, context: Context): Promise<SQSBatchResponse> => {
    const built = await ports();
    const results = await Promise.allSettled(
      Records.map(async ({ body }) => work(built, schema.parse(JSON.parse(body)), context)),
    );
    const batchItemFailures = results.flatMap((result, index) => {
      if (result.status === 'fulfilled' && result.value === 'done') return [];
      if (result.status === 'rejected') {
        logStep({ step: 'message', outcome: 'failed', reason: kindOf(result.reason) }, 'error');
      }
      return [{ itemIdentifier: Records[index]!.messageId }];
    });
    return { batchItemFailures };
  });
};
