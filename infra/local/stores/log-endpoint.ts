import { json } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { openAwsJsonEndpoint } from './aws-json-endpoint.ts';
import { account } from '../place.ts';
import type { LogSubscription } from '../template/read-calls.ts';

/** `PutLogEvents` of CloudWatch Logs: times are milliseconds since 1970. */
const PutLogEvents = z.object({
  logGroupName: z.string(),
  logStreamName: z.string(),
  logEvents: z.array(z.object({ timestamp: z.number(), message: z.string() })),
});
type PutLogEvents = z.infer<typeof PutLogEvents>;

/** What a subscribed function gets: the lines as gzipped, base64-encoded JSON. */
const logsEvent = ({ logGroupName, logStreamName, logEvents }: PutLogEvents, filter: string) => ({
  awslogs: {
    data: gzipSync(
      JSON.stringify({
        messageType: 'DATA_MESSAGE',
        owner: account,
        logGroup: logGroupName,
        logStream: logStreamName,
        subscriptionFilters: [filter],
        logEvents: logEvents.map((event) => ({ id: randomUUID().replaceAll('-', ''), ...event })),
      }),
    ).toString('base64'),
  },
});

/** CloudWatch Logs at a local address. Until `follow` says who listens, lines are kept by nobody. */
export type LogEndpoint = {
  url: string;
  follow: (subscriptions: readonly LogSubscription[], call: (name: string, event: unknown) => void) => void;
  close: () => Promise<void>;
};

/**
 * The one operation of CloudWatch Logs that the carrier needs. Lines for a group with a subscription filter are handed to
 * its function; lines for any other group are kept by nobody, which is what happens without a filter.
 */
export const openLogEndpoint = async (): Promise<LogEndpoint> => {
  let deliver: ((put: PutLogEvents) => void) | undefined;
  const endpoint = await openAwsJsonEndpoint(async (request) => {
    const body = await json(request);
    if (request.headers['x-amz-target'] !== 'Logs_20140328.PutLogEvents')
      return [400, { __type: 'UnknownOperationException' }];
    const put = PutLogEvents.safeParse(body);
    if (!put.success) return [400, { __type: 'InvalidParameterException', message: put.error.message }];
    deliver?.(put.data);
    return [200, { nextSequenceToken: randomUUID() }];
  });
  return {
    ...endpoint,
    follow: (subscriptions, call) => {
      deliver = (put) => {
        for (const { group, function: name, filter } of subscriptions)
          if (group === put.logGroupName) call(name, logsEvent(put, filter));
      };
    },
  };
};
