import { arn, partition } from '../place.ts';
import type { Reading } from '../template/resource.ts';

type Properties = Record<string, unknown>;

const within = (value: unknown, ...path: (string | number)[]): unknown =>
  path.reduce<unknown>((inner, step) => (inner as Properties | undefined)?.[step], value);

/** Where each kind of thing names the key that it is encrypted with. */
const keyIn: Record<string, (string | number)[]> = {
  'AWS::DynamoDB::Table': ['SSESpecification', 'KMSMasterKeyId'],
  'AWS::DynamoDB::GlobalTable': ['Replicas', 0, 'SSESpecification', 'KMSMasterKeyId'],
  'AWS::SQS::Queue': ['KmsMasterKeyId'],
  'AWS::SNS::Topic': ['KmsMasterKeyId'],
  'AWS::SecretsManager::Secret': ['KmsKeyId'],
  'AWS::S3::Bucket': [
    'BucketEncryption',
    'ServerSideEncryptionConfiguration',
    0,
    'ServerSideEncryptionByDefault',
    'KMSMasterKeyID',
  ],
};

const arnOf = ({ resolve, name }: Reading, id: string, type: string): string => {
  if (type === 'AWS::S3::Bucket') return `arn:${partition}:s3:::${name(id)}`;
  const refIsArn = type === 'AWS::SNS::Topic' || type === 'AWS::SecretsManager::Secret';
  return String(resolve(refIsArn ? { Ref: id } : { 'Fn::GetAtt': [id, 'Arn'] }));
};

/** The key of everything that is encrypted with one of ours, by the thing's ARN. */
export const readKeys = (reading: Reading): Map<string, string> =>
  new Map(
    Object.entries(reading.template.Resources).flatMap(([id, { Type, Properties }]) => {
      const path = keyIn[Type];
      const key = path && within(Properties, ...path);
      if (key === undefined) return [];
      const named = String(reading.resolve(key));
      return [[arnOf(reading, id, Type), named.startsWith('arn:') ? named : arn('kms', `key/${named}`)]];
    }),
  );
