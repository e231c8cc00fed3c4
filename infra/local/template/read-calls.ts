import * as z from 'zod';
import { clockOf, type Clockwork } from '../clock/schedule.ts';
import { arn, nameIn } from '../place.ts';
import { every, roleNamed, type Reading } from './resource.ts';

/** A function that the clock calls, and what it is handed: text of JSON, or nothing for EventBridge's own event. */
export type Schedule = {
  id: string;
  function: string;
  at: Clockwork;
  input: string | undefined;
  arn: string;
  /** The role it calls with, by its logical id. */
  role?: string | undefined;
};

const State = z.enum(['ENABLED', 'DISABLED']).default('ENABLED');

const ScheduleProperties = z.object({
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().default('UTC'),
  State,
  FlexibleTimeWindow: z.strictObject({ Mode: z.literal('OFF') }),
  // The scheduler hands over asynchronously: its retries and dead letters are about Lambda being out of reach.
  Target: z.strictObject({
    Arn: z.string(),
    Input: z.string().default('{}'),
    RoleArn: z.unknown().optional(),
    RetryPolicy: z.unknown().optional(),
    DeadLetterConfig: z.unknown().optional(),
  }),
});

const RuleProperties = z.object({
  ScheduleExpression: z.string(),
  State,
  Targets: z.array(
    z.strictObject({
      Arn: z.string(),
      Id: z.string(),
      Input: z.string().optional(),
      RetryPolicy: z.unknown().optional(),
      DeadLetterConfig: z.unknown().optional(),
    }),
  ),
});

/** EventBridge Scheduler's schedules and the scheduled rules of EventBridge. */
export const readSchedules = (from: Reading): Schedule[] => [
  ...every(
    { ...from, resolve: (value) => from.resolve(withoutRoles(value)) },
    'AWS::Scheduler::Schedule',
    ScheduleProperties,
    ['Description', 'GroupName', 'KmsKeyArn', 'Name'],
  )
    .filter(({ properties }) => properties.State === 'ENABLED')
    .map(({ id, resource, properties }) => ({
      id,
      function: functionIn(id, properties.Target.Arn),
      at: clockOf(id, properties.ScheduleExpression, properties.ScheduleExpressionTimezone),
      input: properties.Target.Input,
      arn: arn('scheduler', `schedule/default/${id}`),
      role: roleNamed((resource.Properties?.['Target'] as { RoleArn?: unknown } | undefined)?.RoleArn),
    })),
  ...every(from, 'AWS::Events::Rule', RuleProperties, ['Description', 'Name'])
    .filter(({ properties }) => properties.State === 'ENABLED')
    .flatMap(({ id, properties }) =>
      properties.Targets.map((target) => ({
        id,
        function: functionIn(id, target.Arn),
        at: clockOf(id, properties.ScheduleExpression, 'UTC'),
        input: target.Input,
        arn: arn('events', `rule/${id}`),
      })),
    ),
];

/** A role may be one of another template: it is looked up by its id alone, and no reference to it is read. */
const withoutRoles = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'RoleArn' in value
    ? { ...value, RoleArn: 'a role', DeadLetterConfig: undefined }
    : value;

const functionIn = (id: string, target: string): string => {
  if (!target.startsWith('arn:aws:lambda:'))
    throw new Error(`${id}: the clock calls functions on one machine, not ${target}`);
  return nameIn(target);
};

/** A log group whose every line goes to a function. */
export type LogSubscription = { group: string; function: string; filter: string };

export const readLogSubscriptions = (from: Reading): LogSubscription[] =>
  every(
    from,
    'AWS::Logs::SubscriptionFilter',
    z.object({
      LogGroupName: z.string(),
      DestinationArn: z.string(),
      FilterPattern: z.literal('', { error: 'only the pattern that lets everything through is understood' }),
    }),
    ['FilterName', 'Distribution', 'RoleArn'],
  ).map(({ id, properties }) => ({
    group: properties.LogGroupName,
    function: functionIn(id, properties.DestinationArn),
    filter: id,
  }));
