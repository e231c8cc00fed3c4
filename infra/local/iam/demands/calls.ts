import { account, arn, partition } from '../../place.ts';
import type { Plan } from '../../template/plan.ts';
import { ask, from, type Demand } from './demand.ts';

const functionArn = (name: string): string => arn('lambda', `function:${name}`);
const logGroupArn = (name: string): string => arn('logs', `log-group:${name}:*`);

/** Who calls functions has to be allowed by the function, or to have a role that is. */
export const ofCalls = ({ api, schedules, logs }: Plan): Demand[] => [
  ...(api?.routes ?? []).map(({ key, function: name }): Demand => ({
    who: { service: 'apigateway.amazonaws.com' },
    ask: ask(
      'lambda:InvokeFunction',
      functionArn(name),
      from(arn('execute-api', `${api?.id}/$default/${key.replace(' /', '/')}`)),
    ),
    otherwise: `${key} answers 500`,
  })),
  ...logs.map(({ group, function: name }): Demand => ({
    who: { service: 'logs.amazonaws.com' },
    ask: ask('lambda:InvokeFunction', functionArn(name), from(logGroupArn(group))),
    otherwise: `${name} hears nothing of ${group}`,
  })),
  ...schedules.flatMap(({ id, role, function: name }): Demand[] =>
    role === undefined
      ? []
      : [
          {
            who: { role },
            ask: ask('lambda:InvokeFunction', functionArn(name)),
            otherwise: `the clock ${id} does not strike`,
          },
        ],
  ),
];

/** Carriers' events go through a topic to a queue. */
export const ofEvents = ({ smsEvents }: Plan): Demand[] =>
  smsEvents.flatMap(({ topic, queue }) => [
    {
      who: { service: 'sms-voice.amazonaws.com' },
      ask: ask('sns:Publish', topic, { 'aws:sourceaccount': account }),
      otherwise: 'End User Messaging tells nobody what became of a message',
    },
    {
      who: { service: 'sns.amazonaws.com' },
      ask: ask('sqs:SendMessage', arn('sqs', queue), from(topic)),
      otherwise: `what ${topic} hears does not reach ${queue}`,
    },
  ]);

/** A role has to trust whoever takes it. */
export const ofTrust = ({ schedules, rights }: Plan): Demand[] => {
  const taken = [
    ...[...rights.callers.values()].map(({ role }) => [role.id, 'lambda'] as const),
    ...schedules.flatMap(({ role }) => (role === undefined ? [] : [[role, 'scheduler'] as const])),
  ];
  return taken.map(([role, service]) => ({
    who: { service: `${service}.amazonaws.com` },
    ask: ask('sts:AssumeRole', `arn:${partition}:iam::${account}:role/${role}`),
    otherwise: `${service} cannot take the role ${role}`,
  }));
};
