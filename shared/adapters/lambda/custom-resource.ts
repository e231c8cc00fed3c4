import { setTimeout as wait } from 'node:timers/promises';
import type { CloudFormationCustomResourceEvent, Context } from 'aws-lambda';
import type * as z from 'zod';
import { kindOf, logFailures, logStep } from './log/log.ts';

/** What is done when a deployment makes or changes the resource, and when it takes it away. */
type Keeping<Properties> = {
  keep: (properties: Properties, context: Context) => Promise<void>;
  leave?: (properties: Properties) => Promise<void>;
};

/** Kept for the answer, in milliseconds. */
const margin = 5_000;

/** CloudFormation reads 4,096 bytes of an answer: no letter needs more than three of them. */
const longestReason = 1_000;

const inTime = async (work: Promise<void> | undefined, milliseconds: number): Promise<void> => {
  const over = new AbortController();
  const tooLong = wait(milliseconds, undefined, { signal: over.signal }).then(() => {
    throw new Error('It takes longer than its function may run.');
  });
  try {
    await Promise.race([work, tooLong]);
  } finally {
    over.abort();
  }
};

/**
 * A resource that CloudFormation does not know and a function of ours keeps. It is answered whatever happens: without
 * an answer CloudFormation waits until its own time is up. Its reason may be read by whoever deploys; what is kept this
 * way is an account's or an address's, never a citizen's. A stack that goes is never held up: what could not be undone
 * is logged, and answered as done.
 */
export const customResource =
  <Schema extends z.ZodType>(schema: Schema, { keep, leave }: Keeping<z.output<Schema>>) =>
  async (event: CloudFormationCustomResourceEvent, context: Context): Promise<void> => {
    const { StackId, RequestId, LogicalResourceId, RequestType, ResponseURL } = event;
    const goes = RequestType === 'Delete';
    let failed: string | undefined;
    try {
      const properties = schema.parse(event.ResourceProperties);
      const work = goes ? leave?.(properties) : keep(properties, context);
      await inTime(work, context.getRemainingTimeInMillis() - margin);
    } catch (error) {
      logStep({ step: 'custom-resource', outcome: 'failed', reason: kindOf(error) }, 'error');
      logFailures(1);
      failed = error instanceof Error ? error.message : String(error);
    }
    const body = JSON.stringify({
      Status: failed === undefined || goes ? 'SUCCESS' : 'FAILED',
      Reason: failed?.slice(0, longestReason) ?? 'done',
      // The same for as long as it stands, so that a change is never taken for another resource.
      PhysicalResourceId: 'PhysicalResourceId' in event ? event.PhysicalResourceId : LogicalResourceId,
      StackId,
      RequestId,
      LogicalResourceId,
    });
    // Bytes, for `fetch` gives a text a type, and S3 refuses what the address is not signed for.
    const answered = await fetch(ResponseURL, { method: 'PUT', body: Buffer.from(body) });
    if (!answered.ok) throw new Error(`CloudFormation took no answer: ${answered.status}`);
  };
