import * as z from 'zod';
import { entryOf } from '../api/identity.ts';
import { nameIn } from '../place.ts';
import { count, every, type Reading } from './resource.ts';

const FunctionProperties = z.object({
  FunctionName: z.string().optional(),
  Handler: z.string(),
  Timeout: count.default(3),
  MemorySize: count.default(128),
  ReservedConcurrentExecutions: count.positive().optional(),
  Environment: z.strictObject({ Variables: z.record(z.string(), z.coerce.string()) }).optional(),
  DeadLetterConfig: z.strictObject({ TargetArn: z.string() }).optional(),
});

const AsyncProperties = z.object({
  FunctionName: z.string(),
  Qualifier: z.literal('$LATEST'),
  MaximumRetryAttempts: count.default(2),
  DestinationConfig: z
    .strictObject({ OnFailure: z.strictObject({ Destination: z.string() }).optional() })
    .optional(),
});

/** A Lambda function as it runs here. */
export type LambdaFunction = {
  /** Its logical id. */
  id: string;
  name: string;
  /** The handler's file, relative to the project, and the name it exports. */
  entry: string;
  export: string;
  /** Seconds. */
  timeout: number;
  /** Megabytes. */
  memory: number;
  /** Reserved concurrency, if any. */
  atOnce: number | undefined;
  environment: Record<string, string>;
  /** How often an asynchronous call is tried again, and the queue that hears of the last failure. */
  retries: number;
  onFailure: string | undefined;
  /** The queue that gets the bare event after the last failure (a dead letter queue of the function). */
  deadLetters: string | undefined;
};

const queueIn = (destination: string | undefined, id: string): string | undefined => {
  if (destination === undefined) return undefined;
  if (!destination.startsWith('arn:aws:sqs:'))
    throw new Error(`${id}: only a queue can hear of failures on one machine, not ${destination}`);
  return nameIn(destination);
};

export const readFunctions = (from: Reading): LambdaFunction[] => {
  const settings = new Map(
    every(from, 'AWS::Lambda::EventInvokeConfig', AsyncProperties, ['MaximumEventAgeInSeconds']).map(
      ({ id, properties }) => [
        nameIn(properties.FunctionName),
        {
          retries: properties.MaximumRetryAttempts,
          onFailure: queueIn(properties.DestinationConfig?.OnFailure?.Destination, id),
        },
      ],
    ),
  );

  return every(from, 'AWS::Lambda::Function', FunctionProperties, [
    'Architectures',
    'Code',
    'Description',
    'KmsKeyArn',
    'LoggingConfig',
    'Role',
    'Runtime',
    'Tags',
    'TracingConfig',
  ]).map(({ id, name, resource, properties }) => {
    const entry = entryOf(resource);
    if (entry === undefined)
      throw new Error(`${id} (AWS::Lambda::Function) cannot run on one machine: it has no bao-tin:entry`);
    return {
      id,
      name,
      entry,
      export: nameOfExport(properties.Handler),
      timeout: properties.Timeout,
      memory: properties.MemorySize,
      atOnce: properties.ReservedConcurrentExecutions,
      environment: properties.Environment?.Variables ?? {},
      retries: settings.get(name)?.retries ?? 2,
      onFailure: settings.get(name)?.onFailure,
      deadLetters: queueIn(properties.DeadLetterConfig?.TargetArn, id),
    };
  });
};

const nameOfExport = (handler: string): string => handler.slice(handler.lastIndexOf('.') + 1);
