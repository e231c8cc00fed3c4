import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { System } from '../../../infra/local/system.ts';
import { aFunction, aQueue, arnOf, aTable } from '../../adapters/local/a-template.ts';
import { aSystem, handlerFile } from './a-system.ts';

type Answer = { is: string; status?: number; message?: string };
let system: Awaited<ReturnType<typeof aSystem>>;

const allow = (Action: string | string[], Resource: unknown, Condition: object = {}) => ({
  Effect: 'Allow',
  Action,
  Resource,
  Condition,
});
const trust = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } }],
};
const rights = (...Statement: object[]) => ({
  Role: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: trust } },
  Policy: {
    Type: 'AWS::IAM::Policy',
    Properties: {
      PolicyName: 'Policy',
      PolicyDocument: { Version: '2012-10-17', Statement },
      Roles: [{ Ref: 'Role' }],
    },
  },
});
const asker = aFunction(handlerFile('ask-aws'), {
  Environment: { Variables: { QUEUE_URL: { Ref: 'Work' }, BUCKET: { Ref: 'Papers' } } },
});

beforeAll(async () => {
  system = await aSystem({
    Table: aTable,
    Work: aQueue(),
    Closed: aQueue(),
    Papers: { Type: 'AWS::S3::Bucket' },
    Ask: asker,
    ...rights(
      allow('dynamodb:GetItem', arnOf('Table')),
      allow('dynamodb:PutItem', arnOf('Table'), {
        'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['EVENT#*'] },
      }),
      allow('sqs:SendMessage', arnOf('Work')),
      allow(['s3:PutObject', 's3:GetObject'], { 'Fn::Join': ['', [arnOf('Papers'), '/letters/*']] }),
    ),
  });
});
afterAll(() => system?.stop());

const ask = (what: string, word: string): Promise<Answer> =>
  system.invoke('ask-aws', { what, word }) as Promise<Answer>;

describe('a function on one machine', () => {
  it.each([
    ['put', 'EVENT#1,EVENT#2'],
    ['get', 'EVENT#2'],
    ['send', '10'],
    ['keep', 'letters/a.pdf'],
    ['read', 'letters/a.pdf'],
  ])('does what its role allows: %s %s', async (what, word) => {
    expect(await ask(what, word)).toEqual({ is: 'done' });
  });

  it.each([
    ['query', 'due-index', 'AccessDeniedException', 400, 'dynamodb:Query', 'table/bao-tin/index/due-index'],
    ['put', 'EVENT#3,CLIENT#1', 'AccessDeniedException', 400, 'dynamodb:PutItem', 'table/bao-tin'],
    ['keep', 'evidence/a.jpg', 'AccessDenied', 403, 's3:PutObject', '/evidence/a.jpg'],
  ])('is refused the rest as on AWS: %s %s', async (what, word, name, status, action, resource) => {
    const refused = await ask(what, word);
    expect(refused).toMatchObject({ is: name, status });
    expect(refused.message).toMatch(
      new RegExp(
        `^User: arn:aws:sts::\\d+:assumed-role/Role/ask-aws is not authorized to perform: ${action} on`,
      ),
    );
    expect(refused.message).toContain(`${resource} because no identity-based policy allows`);
    const said = system.lines.flatMap((line) => (line.is === 'text' ? line.text : []));
    expect(said).toContainEqual(expect.stringMatching(new RegExp(`^refused: .*${action}`)));
  });

  it('leaves nothing of a transaction when one part of it is refused', async () => {
    await ask('put', 'EVENT#4,CLIENT#4');
    expect(await ask('get', 'EVENT#4')).toEqual({ is: 'nothing' });
  });

  it('does not learn that a file is missing where it may not look', async () => {
    expect(await ask('read', 'letters/none.pdf')).toMatchObject({ is: 'AccessDenied', status: 403 });
  });

  it('sends no message larger than 256 KB, and answers with no more than 6 MB', async () => {
    expect(await ask('send', String(256 * 1024))).toEqual({ is: 'done' });
    expect(await ask('send', String(256 * 1024 + 1))).toMatchObject({
      is: 'InvalidParameterValue',
      status: 400,
    });
    await expect(
      system.invoke('ask-aws', { what: 'say', word: String(5 * 1024 * 1024) }),
    ).resolves.toHaveLength(5 * 1024 * 1024);
    await expect(
      system.invoke('ask-aws', { what: 'say', word: String(6 * 1024 * 1024 + 200) }),
    ).rejects.toThrow(/ResponseSizeTooLarge/);
  });

  it('reaches nothing with credentials that are nobody’s, or with none', async () => {
    const queue = system.queues['Work']!;
    const credential =
      'AWS4-HMAC-SHA256 Credential=Nobody/20261201/ap-southeast-1/sqs/aws4_request, Signature=0';
    for (const authorization of [credential, '']) {
      const answer = await fetch(queue, {
        method: 'POST',
        headers: { 'x-amz-target': 'AmazonSQS.SendMessage', authorization },
        body: JSON.stringify({ QueueUrl: queue, MessageBody: 'x' }),
      });
      expect(answer.status).toBe(400);
    }
  });
});

describe('what one service lacks towards another', () => {
  const poll = {
    Type: 'AWS::Lambda::EventSourceMapping',
    Properties: { EventSourceArn: arnOf('Work'), FunctionName: { Ref: 'Ask' } },
  };

  const starting = (...statements: object[]): Promise<System> =>
    aSystem({
      Papers: { Type: 'AWS::S3::Bucket' },
      Work: aQueue(),
      Ask: asker,
      Poll: poll,
      ...rights(...statements),
    });

  it('is said before anything starts', async () => {
    await expect(starting()).rejects.toThrow(
      /ask-aws gets nothing from Work: ask-aws may not sqs:ReceiveMessage/,
    );
  });

  it('and with it everything starts', async () => {
    const actions = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];
    const started = await starting(allow(actions, arnOf('Work')));
    expect(await started.atRest()).toBe(true);
    await started.stop();
  });
});
