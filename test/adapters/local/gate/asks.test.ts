import { describe, expect, it } from 'vitest';
import { dynamodbAsks } from '../../../../infra/local/gate/asks/dynamodb.ts';
import { s3Asks } from '../../../../infra/local/gate/asks/files.ts';
import { kmsAsks } from '../../../../infra/local/gate/asks/kms.ts';
import { secretAsks, smsVoiceAsks, snsAsks } from '../../../../infra/local/gate/asks/messages.ts';
import { sqsAsks } from '../../../../infra/local/gate/asks/queues.ts';
import { credentialOf } from '../../../../infra/local/gate/credential.ts';
import type { Request } from '../../../../infra/local/gate/requests.ts';

const raw = Buffer.alloc(0);
const json = (target: string, body: object): Request => ({
  method: 'POST',
  url: '/',
  headers: { 'x-amz-target': target },
  body: Buffer.from(JSON.stringify(body)),
  raw,
});
const file = (method: string, url: string, headers: Record<string, string> = {}): Request => ({
  method,
  url,
  headers,
  body: raw,
  raw,
});

const partition: Record<string, string> = { papers: 'pk', 'papers/due': 'duePk' };
const dynamodb = dynamodbAsks((table, index) => partition[index === undefined ? table : `${table}/${index}`]);
const asked = (operation: string, body: object) =>
  dynamodb(json(`DynamoDB_20120810.${operation}`, body))?.map(({ action, resource, context }) => [
    action.replace('dynamodb:', ''),
    resource.replace(/^.*:table\//, ''),
    ...[context['dynamodb:leadingkeys'] ?? []].flat(),
  ]);

const key = (pk: string) => ({ pk: { S: pk }, sk: { S: 'x' } });
const TableName = 'papers';

describe('what a request to the table asks', () => {
  it.each([
    ['GetItem', { TableName, Key: key('a') }, [['GetItem', 'papers', 'a']]],
    ['PutItem', { TableName, Item: { ...key('a'), name: { S: 'b' } } }, [['PutItem', 'papers', 'a']]],
    ['UpdateItem', { TableName, Key: key('a') }, [['UpdateItem', 'papers', 'a']]],
    [
      'DeleteItem',
      { TableName: 'arn:aws:dynamodb:r:0:table/papers', Key: key('a') },
      [['DeleteItem', 'papers', 'a']],
    ],
    ['Scan', { TableName }, [['Scan', 'papers']]],
    [
      'Query',
      {
        TableName,
        KeyConditionExpression: 'begins_with(#sk, :p) AND #pk = :pk',
        ExpressionAttributeNames: { '#pk': 'pk', '#sk': 'sk' },
        ExpressionAttributeValues: { ':pk': { S: 'a' }, ':p': { S: 'b' } },
      },
      [['Query', 'papers', 'a']],
    ],
    [
      'Query',
      {
        TableName,
        IndexName: 'due',
        KeyConditionExpression: 'duePk = :due and pk = :pk',
        ExpressionAttributeValues: { ':due': { S: 'a' }, ':pk': { S: 'b' } },
      },
      [['Query', 'papers/index/due', 'a']],
    ],
    [
      'BatchGetItem',
      { RequestItems: { papers: { Keys: [key('a'), key('b'), key('a')] }, other: { Keys: [key('c')] } } },
      [
        ['BatchGetItem', 'papers', 'a', 'b'],
        ['BatchGetItem', 'other'],
      ],
    ],
    [
      'BatchWriteItem',
      {
        RequestItems: { papers: [{ PutRequest: { Item: key('a') } }, { DeleteRequest: { Key: key('b') } }] },
      },
      [['BatchWriteItem', 'papers', 'a', 'b']],
    ],
    [
      'TransactWriteItems',
      {
        TransactItems: [
          { Put: { TableName, Item: key('a') } },
          { Update: { TableName, Key: key('b') } },
          { Delete: { TableName, Key: key('c') } },
          { ConditionCheck: { TableName, Key: key('d') } },
        ],
      },
      [
        ['PutItem', 'papers', 'a'],
        ['UpdateItem', 'papers', 'b'],
        ['DeleteItem', 'papers', 'c'],
        ['ConditionCheckItem', 'papers', 'd'],
      ],
    ],
    [
      'TransactGetItems',
      { TransactItems: [{ Get: { TableName, Key: key('a') } }] },
      [['GetItem', 'papers', 'a']],
    ],
    ['ExecuteStatement', { Statement: 'SELECT * FROM papers' }, undefined],
    ['constructor', { TableName }, undefined],
  ])('%s %j', (operation, body, expected) => {
    expect(asked(operation, body)).toEqual(expected);
  });

  it('a stream is asked by its table, whatever the engine calls it', () => {
    const target = 'DynamoDBStreams_20120810.GetRecords';
    const stream = 'arn:aws:dynamodb:local:1:table/papers/stream/2026';
    expect(dynamodb(json(target, { ShardIterator: `${stream}|1|x` }))).toMatchObject([
      {
        action: 'dynamodb:GetRecords',
        resource: expect.stringMatching(/:table\/papers\/stream\/local$/) as string,
      },
    ]);
  });
});

describe('what the others are asked', () => {
  const places = (asks: ReturnType<typeof s3Asks>) =>
    asks?.map(({ action, resource, context }) => [action, resource, context]);

  it.each([
    [
      file('GET', '/papers/letters/26506/a%20b.pdf?X-Amz-Expires=60'),
      [['s3:GetObject', 'arn:aws:s3:::papers/letters/26506/a b.pdf', {}]],
    ],
    [file('HEAD', '/papers/letters/a.pdf'), [['s3:GetObject', 'arn:aws:s3:::papers/letters/a.pdf', {}]]],
    [
      file('PUT', '/papers/letters/a.pdf?x-id=PutObject'),
      [['s3:PutObject', 'arn:aws:s3:::papers/letters/a.pdf', {}]],
    ],
    [file('DELETE', '/papers/evidence/a'), [['s3:DeleteObject', 'arn:aws:s3:::papers/evidence/a', {}]]],
    [
      file('GET', '/papers?list-type=2&prefix=evidence%2Fx%2F'),
      [['s3:ListBucket', 'arn:aws:s3:::papers', { 's3:prefix': 'evidence/x/' }]],
    ],
    [file('GET', '/papers?list-type=2'), [['s3:ListBucket', 'arn:aws:s3:::papers', {}]]],
    [
      file('PUT', '/papers/a', { 'x-amz-copy-source': '/papers/letters%2Fb' }),
      [
        ['s3:PutObject', 'arn:aws:s3:::papers/a', {}],
        ['s3:GetObject', 'arn:aws:s3:::papers/letters/b', {}],
      ],
    ],
    [file('GET', '/papers?policy'), undefined],
    [file('PUT', '/papers/a?acl'), undefined],
    [file('GET', '/'), undefined],
  ])('files: %j', (request, expected) => {
    expect(places(s3Asks(request))).toEqual(expected);
  });

  it('a queue by its URL, a batch as one message', () => {
    const QueueUrl = 'http://127.0.0.1:9324/000000000000/sms';
    expect(sqsAsks(json('AmazonSQS.SendMessageBatch', { QueueUrl }))).toMatchObject([
      { action: 'sqs:SendMessage', resource: 'arn:aws:sqs:ap-southeast-1:000000000000:sms' },
    ]);
  });

  it('a key by its name, with what the text is bound to', () => {
    const call = { KeyId: 'data', EncryptionContext: { use: 'papers', id: '1' } };
    expect(kmsAsks(json('TrentService.Decrypt', call))).toMatchObject([
      {
        action: 'kms:Decrypt',
        resource: 'arn:aws:kms:ap-southeast-1:000000000000:key/data',
        context: { 'kms:encryptioncontext:use': 'papers', 'kms:encryptioncontextkeys': ['use', 'id'] },
      },
    ]);
    expect(kmsAsks(json('TrentService.Decrypt', { CiphertextBlob: 'AAAA' }))).toBeUndefined();
  });

  it('a phone is no topic, a text has a sender and what it is sent under, a secret its name', () => {
    const form = (fields: Record<string, string>): Request => ({
      ...file('POST', '/'),
      body: Buffer.from(new URLSearchParams(fields).toString()),
    });
    expect(snsAsks(form({ Action: 'Publish', PhoneNumber: '+84912345678' }))).toMatchObject([
      { action: 'sns:Publish', resource: '+84912345678' },
    ]);
    expect(snsAsks(form({ Action: 'Publish', TopicArn: 'arn:aws:sns:r:0:t' }))).toMatchObject([
      { action: 'sns:Publish', resource: 'arn:aws:sns:r:0:t' },
    ]);
    const text = { OriginationIdentity: 'BAOTIN', ConfigurationSetName: 'set' };
    expect(
      smsVoiceAsks(json('PinpointSMSVoiceV2.SendTextMessage', text))?.map(({ resource }) =>
        resource.split(':').at(-1),
      ),
    ).toEqual(['sender-id/BAOTIN/VN', 'configuration-set/set']);
    expect(secretAsks(json('secretsmanager.GetSecretValue', { SecretId: 'gateways' }))).toMatchObject([
      {
        action: 'secretsmanager:GetSecretValue',
        resource: expect.stringMatching(/:secret:gateways$/) as string,
      },
    ]);
  });
});

describe('who asks', () => {
  const scope = '20261201/ap-southeast-1/dynamodb/aws4_request';
  it.each([
    [
      { authorization: `AWS4-HMAC-SHA256 Credential=Fn1/${scope}, SignedHeaders=host, Signature=0` },
      '/',
      { accessKeyId: 'Fn1', service: 'dynamodb' },
    ],
    [
      { authorization: `AWS4-HMAC-SHA256 SignedHeaders=host,Credential=Fn1/${scope},Signature=0` },
      '/',
      { accessKeyId: 'Fn1', service: 'dynamodb' },
    ],
    [
      {},
      `/b/k?X-Amz-Credential=${encodeURIComponent('Fn2/20261201/r/s3/aws4_request')}`,
      { accessKeyId: 'Fn2', service: 's3' },
    ],
    [{}, '/', undefined],
    [{ authorization: 'Bearer abc' }, '/', undefined],
    [{ authorization: 'AWS4-HMAC-SHA256 Credential=Fn1, SignedHeaders=host' }, '/', undefined],
  ])('is read from %j %s', (headers, url, expected) => {
    expect(credentialOf({ headers, url })).toEqual(expected);
  });
});
