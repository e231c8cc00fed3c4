import { fileName, entryOf } from '../api/identity.ts';
import { account, arn, partition } from '../place.ts';
import { roleNamed, type Reading, type Resource } from '../template/resource.ts';
import { readKeys } from './read-keys.ts';
import type { Caller, Rights, Role } from './rights.ts';
import { statementsIn, type Statement } from './statement.ts';

/** The condition keys that a request here is known to have or surely not to have. */
const conditionKeys = [
  /^aws:(?:securetransport|sourcearn|sourceaccount)$/,
  /^kms:(?:viaservice|calleraccount|encryptioncontextkeys|encryptioncontext:.+)$/,
  /^dynamodb:leadingkeys$/,
  /^iam:passedtoservice$/,
  /^s3:prefix$/,
];
const isKnown = (key: string): boolean => conditionKeys.some((known) => known.test(key));

/** The one policy of AWS's own that CDK gives to functions by itself. */
const basicExecution = {
  Version: '2012-10-17',
  Statement: {
    Effect: 'Allow',
    Action: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
    Resource: '*',
  },
};
const ownedByAws = new Map<string, object>([
  [`arn:${partition}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole`, basicExecution],
]);

type Properties = Record<string, unknown>;
const listed = (value: unknown): unknown[] => (value === undefined ? [] : [value].flat());

const reader = ({ template, resolve }: Reading) => {
  const of = (...types: string[]): [id: string, resource: Resource, properties: Properties][] =>
    Object.entries(template.Resources)
      .filter(([, { Type }]) => types.includes(Type))
      .map(([id, resource]) => [id, resource, resource.Properties ?? {}]);
  const statements = (id: string, document: unknown): Statement[] => {
    try {
      return statementsIn(resolve(document), isKnown);
    } catch (error) {
      throw new Error(`${id} (${template.Resources[id]?.Type}): ${(error as Error).message}`, {
        cause: error,
      });
    }
  };
  const text = (value: unknown): string => String(resolve(value));
  return { of, statements, text, texts: (value: unknown) => listed(value).map(text) };
};
type Reader = ReturnType<typeof reader>;

const managedPolicy = (
  from: Reader,
  { template }: Reading,
  role: string,
  reference: unknown,
): Statement[] => {
  const id = (reference as { Ref?: string }).Ref ?? '';
  const own = template.Resources[id];
  if (own) return from.statements(id, own.Properties?.['PolicyDocument']);
  const name = from.text(reference);
  const known = ownedByAws.get(name);
  if (known === undefined) throw new Error(`${role} (AWS::IAM::Role): what ${name} allows is not known here`);
  return from.statements(role, known);
};

/** Roles with their own policies, with those that name them, and with those they name. */
const readRoles = (from: Reader, reading: Reading): Map<string, Role> => {
  const roles = new Map<string, Role & { statements: Statement[] }>();
  for (const [id, , { Policies, ManagedPolicyArns, PermissionsBoundary }] of from.of('AWS::IAM::Role')) {
    if (PermissionsBoundary !== undefined)
      throw new Error(`${id} (AWS::IAM::Role): a permissions boundary is not understood`);
    const inline = listed(Policies).flatMap((policy) =>
      from.statements(id, (policy as { PolicyDocument: unknown }).PolicyDocument),
    );
    const managed = listed(ManagedPolicyArns).flatMap((one) => managedPolicy(from, reading, id, one));
    roles.set(id, {
      id,
      arn: `arn:${partition}:iam::${account}:role/${id}`,
      statements: [...inline, ...managed],
    });
  }
  for (const [id, , { PolicyDocument, Roles }] of from.of('AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy'))
    for (const role of from.texts(Roles))
      roles.get(role)?.statements.push(...from.statements(id, PolicyDocument));
  return roles;
};

/** A function's access key id is its logical id: letters and digits alone, as AWS's own are. */
const readCallers = (from: Reader, { name }: Reading, roles: Map<string, Role>): Map<string, Caller> =>
  new Map(
    from.of('AWS::Lambda::Function').flatMap(([id, resource, properties]) => {
      const role = roles.get(roleNamed(properties['Role']) ?? '');
      if (role === undefined) return [];
      const session = `arn:${partition}:sts::${account}:assumed-role/${role.id}/${name(id)}`;
      return [[id, { name: fileName(entryOf(resource) ?? id), session, role }]];
    }),
  );

const queueArn = (url: string): string => arn('sqs', url.slice(url.lastIndexOf('/') + 1));

const readPolicies = (from: Reader, { name }: Reading): Map<string, Statement[]> => {
  const policies = new Map<string, Statement[]>();
  const add = (thing: string, id: string, document: unknown): void => {
    policies.set(thing, [...(policies.get(thing) ?? []), ...from.statements(id, document)]);
  };
  for (const [id, , { AssumeRolePolicyDocument }] of from.of('AWS::IAM::Role'))
    add(`arn:${partition}:iam::${account}:role/${id}`, id, AssumeRolePolicyDocument ?? {});
  for (const [id, , { KeyPolicy }] of from.of('AWS::KMS::Key'))
    add(arn('kms', `key/${name(id)}`), id, KeyPolicy);
  for (const [id, , { Bucket, PolicyDocument }] of from.of('AWS::S3::BucketPolicy'))
    add(`arn:${partition}:s3:::${from.text(Bucket)}`, id, PolicyDocument);
  for (const [id, , { Queues, PolicyDocument }] of from.of('AWS::SQS::QueuePolicy'))
    for (const url of from.texts(Queues)) add(queueArn(url), id, PolicyDocument);
  for (const [id, , { Topics, PolicyDocument }] of from.of('AWS::SNS::TopicPolicy'))
    for (const topic of from.texts(Topics)) add(topic, id, PolicyDocument);
  for (const [id, , properties] of from.of('AWS::Lambda::Permission')) {
    const { FunctionName, Action, Principal, SourceArn, SourceAccount } = properties;
    const lambda = from.text(FunctionName);
    add(lambda.startsWith('arn:') ? lambda : arn('lambda', `function:${lambda}`), id, {
      Version: '2012-10-17',
      Statement: {
        Effect: 'Allow',
        Principal: { Service: Principal },
        Action,
        Resource: '*',
        Condition: {
          ...(SourceArn !== undefined && { ArnLike: { 'aws:SourceArn': SourceArn } }),
          ...(SourceAccount !== undefined && { StringEquals: { 'aws:SourceAccount': SourceAccount } }),
        },
      },
    });
  }
  return policies;
};

/** Who may do what, as the template says it: roles, the policies of things, and the keys that things are encrypted with. */
export const readRights = (reading: Reading): Rights => {
  const from = reader(reading);
  const roles = readRoles(from, reading);
  return {
    roles,
    callers: readCallers(from, reading, roles),
    policies: readPolicies(from, reading),
    keys: readKeys(reading),
  };
};
