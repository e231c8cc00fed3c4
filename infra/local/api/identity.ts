import { account, arn, partition, region, urlSuffix, type Addresses } from '../place.ts';
import type { Resource } from '../template/resource.ts';

/** What `Ref` and `Fn::GetAtt` say of a resource. */
export type Identity = { name: string; ref: string; attributes: Record<string, string> };

const nameProperty: Record<string, string> = {
  'AWS::DynamoDB::GlobalTable': 'TableName',
  'AWS::DynamoDB::Table': 'TableName',
  'AWS::SQS::Queue': 'QueueName',
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::S3::Bucket': 'BucketName',
  'AWS::Logs::LogGroup': 'LogGroupName',
  'AWS::SecretsManager::Secret': 'Name',
};

/** `functions/notification/send-sms.ts` is `send-sms`: what people call the function. */
export const fileName = (entry: string): string => entry.replace(/^.*\//, '').replace(/\.\w+$/, '');

/** The handler's file, as the stack notes it beside the function. */
export const entryOf = (resource: Resource): string | undefined => {
  const entry = resource.Metadata?.['bao-tin:entry'];
  return typeof entry === 'string' ? entry : undefined;
};

const nameOf = (id: string, resource: Resource, resolve: (value: unknown) => unknown): string => {
  const given = resource.Properties?.[nameProperty[resource.Type] ?? ''];
  if (given !== undefined) return String(resolve(given));
  const entry = entryOf(resource);
  if (entry !== undefined) return fileName(entry);
  return resource.Type === 'AWS::S3::Bucket' ? id.toLowerCase() : id;
};

const known: Record<string, (name: string, at: Addresses) => Omit<Identity, 'name'>> = {
  'AWS::DynamoDB::Table': (name) => {
    const table = arn('dynamodb', `table/${name}`);
    return { ref: name, attributes: { Arn: table, StreamArn: `${table}/stream/local` } };
  },
  'AWS::SQS::Queue': (name, at) => {
    const url = `${at.sqs}/${account}/${name}`;
    return { ref: url, attributes: { Arn: arn('sqs', name), QueueName: name, QueueUrl: url } };
  },
  'AWS::Lambda::Function': (name) => ({ ref: name, attributes: { Arn: arn('lambda', `function:${name}`) } }),
  'AWS::S3::Bucket': (name) => ({
    ref: name,
    attributes: {
      Arn: `arn:aws:s3:::${name}`,
      RegionalDomainName: `${name}.s3.${region}.${urlSuffix}`,
    },
  }),
  'AWS::IAM::Role': (name) => ({
    ref: name,
    attributes: { Arn: `arn:${partition}:iam::${account}:role/${name}` },
  }),
  'AWS::KMS::Key': (name) => ({ ref: name, attributes: { Arn: arn('kms', `key/${name}`), KeyId: name } }),
  'AWS::Logs::LogGroup': (name) => ({
    ref: name,
    attributes: { Arn: `${arn('logs', `log-group:${name}`)}:*` },
  }),
  'AWS::SNS::Topic': (name) => ({
    ref: arn('sns', name),
    attributes: { TopicArn: arn('sns', name), TopicName: name },
  }),
  'AWS::SecretsManager::Secret': (name) => ({ ref: arn('secretsmanager', `secret:${name}`), attributes: {} }),
  'AWS::ApiGatewayV2::Api': (name, at) => ({ ref: name, attributes: { ApiEndpoint: at.api, ApiId: name } }),
  'AWS::ApiGatewayV2::Integration': (name) => ({ ref: name, attributes: {} }),
  'AWS::ApiGatewayV2::Authorizer': (name) => ({ ref: name, attributes: { AuthorizerId: name } }),
  'AWS::ApiGatewayV2::Stage': (name) => ({ ref: name, attributes: {} }),
};
known['AWS::DynamoDB::GlobalTable'] = known['AWS::DynamoDB::Table']!;

/** Throws for a type whose `Ref` has no meaning on one machine. */
export const identityOf = (
  id: string,
  resource: Resource,
  at: Addresses,
  resolve: (value: unknown) => unknown,
): Identity => {
  const say = known[resource.Type];
  if (!say) throw new Error(`${id} (${resource.Type}): what refers to it has no meaning on one machine`);
  const name = nameOf(id, resource, resolve);
  return { name, ...say(name, at) };
};
