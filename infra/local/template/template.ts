import type { Addresses } from '../place.ts';
import { betweenServices } from '../iam/between-services.ts';
import type { Demand } from '../iam/demands/demand.ts';
import { readRights } from '../iam/read-rights.ts';
import type { Plan } from './plan.ts';
import { readApi } from './read-api.ts';
import { readLogSubscriptions, readSchedules } from './read-calls.ts';
import { readFunctions } from './read-functions.ts';
import { readMappings } from './read-mappings.ts';
import { readSmsEvents } from './read-sms-events.ts';
import { readBuckets, readQueues, readTables } from './read-stores.ts';
import { reading } from './resolve.ts';
import type { Template } from './resource.ts';

/** Everything the template says that matters on one machine, as plain data. */
export type Blueprint = Plan & {
  /** What services of AWS ask of each other so that all this works. */
  between: Demand[];
};

const read = [
  'AWS::ApiGatewayV2::Api',
  'AWS::ApiGatewayV2::Authorizer',
  'AWS::ApiGatewayV2::Integration',
  'AWS::ApiGatewayV2::Route',
  'AWS::ApiGatewayV2::Stage',
  'AWS::DynamoDB::GlobalTable',
  'AWS::DynamoDB::Table',
  'AWS::Events::Rule',
  'AWS::IAM::ManagedPolicy',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::KMS::Key',
  'AWS::Lambda::EventInvokeConfig',
  'AWS::Lambda::EventSourceMapping',
  'AWS::Lambda::Function',
  'AWS::Lambda::Permission',
  'AWS::Logs::SubscriptionFilter',
  'AWS::S3::Bucket',
  'AWS::S3::BucketPolicy',
  'AWS::SMSVOICE::ConfigurationSet',
  'AWS::SNS::Subscription',
  'AWS::SNS::Topic',
  'AWS::SNS::TopicPolicy',
  'AWS::SQS::Queue',
  'AWS::SQS::QueuePolicy',
  'AWS::Scheduler::Schedule',
  'AWS::SecretsManager::Secret',
];

// Watching and bookkeeping: the handlers see no difference.
const needNothing = [
  'AWS::ApplicationInsights::Application',
  'AWS::Budgets::Budget',
  'AWS::CDK::Metadata',
  'AWS::CloudWatch::Alarm',
  'AWS::CloudWatch::CompositeAlarm',
  'AWS::CloudWatch::Dashboard',
  'AWS::KMS::Alias',
  'AWS::Logs::LogGroup',
  'AWS::Logs::MetricFilter',
  'AWS::Logs::QueryDefinition',
  'AWS::Logs::ResourcePolicy',
  'AWS::Scheduler::ScheduleGroup',
  // What a deployment settles or waits for once; one machine has neither an account nor an authorizer to wait for.
  'Custom::IssuerAnswers',
  'Custom::SmsAccount',
];

/** Reads a synthesised template for one machine. What it does not understand is an error that names the resource. */
export const blueprint = (template: Template, at: Addresses): Blueprint => {
  for (const [id, { Type }] of Object.entries(template.Resources))
    if (!read.includes(Type) && !needNothing.includes(Type))
      throw new Error(`${id} (${Type}): the runner does not know how to run this on one machine`);

  const from = reading(template, at);
  const plan: Plan = {
    tables: readTables(from),
    buckets: readBuckets(from),
    queues: readQueues(from),
    functions: readFunctions(from),
    ...readMappings(from),
    api: readApi(from),
    schedules: readSchedules(from),
    logs: readLogSubscriptions(from),
    smsEvents: readSmsEvents(from),
    rights: readRights(from),
  };
  for (const { id, table } of plan.streams)
    if (!plan.tables.some(({ name, stream }) => name === table && stream !== undefined))
      throw new Error(`${id} (AWS::Lambda::EventSourceMapping): ${table} has no stream`);
  for (const { id, queue, function: name } of plan.polls) {
    const hidden = Number(plan.queues.find((one) => one.name === queue)?.settings['VisibilityTimeout'] ?? 30);
    const { timeout } = plan.functions.find((one) => one.name === name) ?? { timeout: 0 };
    if (hidden < timeout)
      throw new Error(
        `${id} (AWS::Lambda::EventSourceMapping): messages of ${queue} come back after ${hidden} s, while ${name} has ${timeout} s for them; Lambda refuses that`,
      );
  }
  return { ...plan, between: betweenServices(from, plan) };
};
