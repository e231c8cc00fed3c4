import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { atRest, type Looks } from './at-rest.ts';
import { asyncCaller, type Send } from './functions/async-call.ts';
import { openCheckpoints } from './streams/checkpoints.ts';
import { createTables } from './stores/create-tables.ts';
import { createBuckets, createQueues } from './queues/emulated-queues.ts';
import type { Emulators } from './stores/emulators.ts';
import type { FrontDoor } from './api/front-door.ts';
import type { Functions } from './functions/functions.ts';
import { region } from './place.ts';
import { pollQueue } from './queues/queue-loop.ts';
import { runSchedules } from './clock/scheduler.ts';
import { careForStreams } from './streams/stream-care.ts';
import { followStream } from './streams/stream-loop.ts';
import type { Blueprint } from './template/template.ts';
import { trimStreams } from './streams/trim-streams.ts';

export type WiringOptions = {
  plan: Blueprint;
  emulators: Emulators;
  functions: Functions;
  door: FrontDoor;
  /** The file that remembers how far the streams were read, if it should be remembered. */
  checkpoints: string | undefined;
  /** The system's clock, milliseconds since 1970. */
  now: () => number;
  onTrouble: (where: string, error: unknown) => void;
};

/** Everything that calls functions, going. */
export type Wiring = { hadItems: boolean; atRest: () => Promise<boolean>; stop: () => Promise<void> };

/** Creates what the template stores things in, and connects everything that calls functions: API, stream, queues, clock, logs. */
export const wire = async (options: WiringOptions): Promise<Wiring> => {
  const { plan, emulators, functions, door, now, onTrouble } = options;
  const { endpoints } = emulators;
  const aws = { region, credentials: { accessKeyId: 'local', secretAccessKey: 'local' }, maxAttempts: 2 };
  const dynamodb = new DynamoDBClient({ ...aws, endpoint: endpoints.dynamodb });
  const streamClient = new DynamoDBStreamsClient({ ...aws, endpoint: endpoints.dynamodb });
  const sqs = new SQSClient({ ...aws, endpoint: endpoints.sqs });
  const stopping = new AbortController();
  const { signal } = stopping;

  const [{ streams, hadItems }, checkpoints] = await Promise.all([
    emulators.ready.then(() => createTables(dynamodb, plan.tables)),
    openCheckpoints(options.checkpoints),
    createQueues(sqs, plan.queues),
    createBuckets(endpoints.s3, plan.buckets),
  ]);

  const { file } = emulators.dynamodb;
  const care = file === undefined ? undefined : careForStreams(file);

  const urlOf = (queue: string): string => {
    const url = plan.queues.find(({ name }) => name === queue)?.url;
    if (url === undefined) throw new Error(`there is no queue ${queue} in the template`);
    return url;
  };
  const send: Send = async (queue, body) => {
    await sqs.send(new SendMessageCommand({ QueueUrl: urlOf(queue), MessageBody: body }));
  };
  const call = asyncCaller({ functions, send, signal, onTrouble });

  if (plan.api) door.serve(plan.api, functions, now);
  emulators.logs.follow(plan.logs, call);
  // The carrier is no function: what it says goes past the gate, as SNS puts it there by the queue's own policy.
  for (const { queue, raw } of plan.smsEvents)
    emulators.eventsGoTo({ queue: new URL(new URL(urlOf(queue)).pathname, endpoints.sqs).href, raw });
  runSchedules(plan.schedules, call, now, signal);
  const looks: Looks = new Map(plan.streams.map(({ id }) => [id, 0]));
  const loops = [
    ...plan.streams.map((mapping) =>
      followStream(mapping, streams.get(mapping.table) ?? '', {
        functions,
        send,
        checkpoints,
        client: streamClient,
        looked: (id, began) => void looks.set(id, began),
        signal,
        onTrouble,
      }),
    ),
    ...plan.polls.map((mapping) =>
      pollQueue(mapping, urlOf(mapping.queue), { functions, client: sqs, signal, onTrouble }),
    ),
    ...(care ? [trimStreams({ streams: plan.streams, checkpoints, care, signal, onTrouble })] : []),
  ];
  return {
    hadItems,
    atRest: () => atRest({ functions, sqs, queues: plan.polls.map(({ queue }) => urlOf(queue)), looks }),
    stop: async () => {
      stopping.abort();
      await functions.end();
      await Promise.all(loops);
      care?.close();
      for (const client of [dynamodb, streamClient, sqs]) client.destroy();
    },
  };
};
