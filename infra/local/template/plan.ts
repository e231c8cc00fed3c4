import type { Rights } from '../iam/rights.ts';
import type { Api } from './read-api.ts';
import type { LogSubscription, Schedule } from './read-calls.ts';
import type { LambdaFunction } from './read-functions.ts';
import type { QueueMapping, StreamMapping } from './read-mappings.ts';
import type { SmsEvents } from './read-sms-events.ts';
import type { Queue, Table } from './read-stores.ts';

/** What a template has: its parts, who calls whom, and who may do what. */
export type Plan = {
  tables: Table[];
  buckets: string[];
  queues: Queue[];
  functions: LambdaFunction[];
  streams: StreamMapping[];
  polls: QueueMapping[];
  api: Api | undefined;
  schedules: Schedule[];
  logs: LogSubscription[];
  smsEvents: SmsEvents[];
  /** Who may do what. */
  rights: Rights;
};
