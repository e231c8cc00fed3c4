import { arn, region } from '../../place.ts';
import type { Reading } from '../../template/resource.ts';
import type { Plan } from '../../template/plan.ts';
import { ask, from, type Demand, type RoleOf } from './demand.ts';

const of = ({ template }: Reading, type: string): [id: string, properties: Record<string, unknown>][] =>
  Object.entries(template.Resources)
    .filter(([, { Type }]) => Type === type)
    .map(([id, { Properties = {} }]) => [id, Properties]);

/** Lines are written with a function's own role, and encrypted by the service itself. */
export const ofLogs = (reading: Reading, { functions }: Plan, roleOf: RoleOf): Demand[] => {
  const logging = new Map(of(reading, 'AWS::Lambda::Function'));
  const lines = functions.flatMap(({ id, name }): Demand[] => {
    const { LogGroup: group } = (logging.get(id)?.['LoggingConfig'] ?? {}) as { LogGroup?: unknown };
    if (group === undefined) return [];
    const stream = arn('logs', `log-group:${String(reading.resolve(group))}:log-stream:1`);
    return ['CreateLogStream', 'PutLogEvents'].map((one) => ({
      who: { role: roleOf(name) },
      ask: ask(`logs:${one}`, stream),
      otherwise: `nobody reads what ${name} says`,
    }));
  });
  const sealed = of(reading, 'AWS::Logs::LogGroup').flatMap(([id, { KmsKeyId: key }]): Demand[] =>
    key === undefined
      ? []
      : ['Encrypt', 'Decrypt', 'ReEncryptFrom', 'ReEncryptTo', 'GenerateDataKey', 'DescribeKey'].map(
          (one) => ({
            who: { service: `logs.${region}.amazonaws.com` },
            ask: ask(`kms:${one}`, String(reading.resolve(key)), {
              'kms:encryptioncontext:aws:logs:arn': arn('logs', `log-group:${reading.name(id)}`),
            }),
            otherwise: `${id} cannot be made`,
          }),
        ),
  );
  return [...lines, ...sealed];
};

/** Alarms ring at topics. */
export const ofAlarms = (reading: Reading): Demand[] => {
  const topics = new Set(
    of(reading, 'AWS::CloudWatch::Alarm').flatMap(([, { AlarmActions: actions = [] }]) =>
      (reading.resolve(actions) as unknown[]).map(String),
    ),
  );
  return [...topics].map((topic) => ({
    who: { service: 'cloudwatch.amazonaws.com' },
    ask: ask('sns:Publish', topic, from(arn('cloudwatch', 'alarm:any'))),
    otherwise: 'nobody hears an alarm',
  }));
};
