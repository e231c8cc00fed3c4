import * as z from 'zod';
import { understoodPattern, type Pattern } from '../streams/event-filter.ts';
import { nameIn } from '../place.ts';
import { count, every, flag, type Reading } from './resource.ts';

const MappingProperties = z.object({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  Enabled: flag.default(true),
  BatchSize: count.optional(),
  MaximumBatchingWindowInSeconds: count.default(0),
  FilterCriteria: z.strictObject({ Filters: z.array(z.strictObject({ Pattern: z.string() })) }).optional(),
  FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).default([]),
  ScalingConfig: z.strictObject({ MaximumConcurrency: count }).optional(),
  StartingPosition: z.enum(['TRIM_HORIZON', 'LATEST']).optional(),
  BisectBatchOnFunctionError: flag.default(false),
  MaximumRetryAttempts: count.default(-1),
  MaximumRecordAgeInSeconds: count.default(-1),
  DestinationConfig: z
    .strictObject({ OnFailure: z.strictObject({ Destination: z.string() }).optional() })
    .optional(),
});

type Mapping = {
  /** The logical id: checkpoints are kept under it. */
  id: string;
  function: string;
  batchSize: number;
  /** Seconds to wait for a batch to fill. */
  window: number;
  /** An event that fits one of them is handed over; none at all lets every event through. */
  filters: Pattern[];
  partialFailures: boolean;
};

/** The change stream of a table to a function. */
export type StreamMapping = Mapping & {
  table: string;
  from: 'TRIM_HORIZON' | 'LATEST';
  bisect: boolean;
  /** Tries after the first; -1 goes on for ever. */
  retries: number;
  /** Seconds after which a failing record is given up; -1 is never. */
  maxAge: number;
  /** The queue that hears of records given up. */
  onFailure: string | undefined;
};

/** A queue to a function. */
export type QueueMapping = Mapping & { queue: string; atOnce: number | undefined };

/** A shard of the emulator is one, so `ParallelizationFactor` has nothing to split: it changes speed alone. */
export const readMappings = (from: Reading): { streams: StreamMapping[]; polls: QueueMapping[] } => {
  const all = every(from, 'AWS::Lambda::EventSourceMapping', MappingProperties, [
    'MetricsConfig',
    'ParallelizationFactor',
    'Tags',
  ]).filter(({ properties }) => properties.Enabled);

  const streams: StreamMapping[] = [];
  const polls: QueueMapping[] = [];
  for (const { id, properties } of all) {
    const common = {
      id,
      function: nameIn(properties.FunctionName),
      window: properties.MaximumBatchingWindowInSeconds,
      filters: (properties.FilterCriteria?.Filters ?? []).map(({ Pattern }) =>
        understoodPattern(id, Pattern),
      ),
      partialFailures: properties.FunctionResponseTypes.length > 0,
    };
    const source = properties.EventSourceArn;
    const table = /^arn:aws:dynamodb:[^:]*:[^:]*:table\/([^/]+)\/stream\//.exec(source)?.[1];
    const failures = properties.DestinationConfig?.OnFailure?.Destination;
    if (failures !== undefined && !failures.startsWith('arn:aws:sqs:'))
      throw new Error(`${id}: only a queue can hear of failures on one machine, not ${failures}`);

    if (table !== undefined)
      streams.push({
        ...common,
        table,
        batchSize: properties.BatchSize ?? 100,
        from: properties.StartingPosition ?? 'TRIM_HORIZON',
        bisect: properties.BisectBatchOnFunctionError,
        retries: properties.MaximumRetryAttempts,
        maxAge: properties.MaximumRecordAgeInSeconds,
        onFailure: failures && nameIn(failures),
      });
    else if (source.startsWith('arn:aws:sqs:'))
      polls.push({
        ...common,
        queue: nameIn(source),
        batchSize: properties.BatchSize ?? 10,
        atOnce: properties.ScalingConfig?.MaximumConcurrency,
      });
    else throw new Error(`${id} (AWS::Lambda::EventSourceMapping) cannot run on one machine: ${source}`);
  }
  return { streams, polls };
};
