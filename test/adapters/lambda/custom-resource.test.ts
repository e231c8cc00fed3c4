import type { CloudFormationCustomResourceEvent, Context } from 'aws-lambda';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { customResource } from '../../../shared/adapters/lambda/custom-resource.ts';

const base = {
  ServiceToken: 'arn:aws:lambda:ap-southeast-1:123456789012:function:one',
  ResponseURL: 'https://cloudformation-custom-resource-response.example/one',
  StackId: 'stack',
  RequestId: 'request',
  LogicalResourceId: 'issuer',
  ResourceType: 'Custom::One',
  ResourceProperties: { ServiceToken: 'x', issuer: 'https://baotin.example.vn' },
};
const create: CloudFormationCustomResourceEvent = { ...base, RequestType: 'Create' };
const remove: CloudFormationCustomResourceEvent = {
  ...base,
  RequestType: 'Delete',
  PhysicalResourceId: 'issuer',
};

afterEach(() => {
  vi.restoreAllMocks();
});

type Work = () => Promise<void>;

/**
 * What CloudFormation is told when the work goes like this. Its address is signed for a body without a type: S3 refuses one
 * that names any, and nothing longer than 4,096 bytes is read (template reference, "Custom resource response objects").
 */
const told = async (event: CloudFormationCustomResourceEvent, work: Work, milliseconds = 120_000) => {
  vi.spyOn(console, 'log').mockReturnValue(undefined);
  const heard: Record<string, unknown>[] = [];
  const bucket = createServer((request, response) => {
    const refused = request.method !== 'PUT' || Boolean(request.headers['content-type']);
    const hear = async (): Promise<void> => {
      const body = await text(request);
      if (!refused && Buffer.byteLength(body) <= 4096)
        heard.push(JSON.parse(body) as Record<string, unknown>);
      response.writeHead(refused ? 403 : 200).end();
    };
    void hear();
  });
  await new Promise<void>((resolve) => bucket.listen(0, '127.0.0.1', resolve));
  const ResponseURL = `http://127.0.0.1:${(bucket.address() as AddressInfo).port}/one`;
  const context = { getRemainingTimeInMillis: () => milliseconds } as Context;
  try {
    const keeping = { keep: work, leave: work };
    await customResource(z.object({ issuer: z.url() }), keeping)({ ...event, ResponseURL }, context);
  } finally {
    bucket.close();
  }
  expect(heard).toHaveLength(1);
  return heard[0]!;
};
const fails = () => Promise.reject(new Error('no such name'));

describe('a resource that a function of ours keeps', () => {
  it('is answered as done once it is', async () => {
    expect(await told(create, async () => undefined)).toEqual({
      Status: 'SUCCESS',
      Reason: 'done',
      PhysicalResourceId: 'issuer',
      StackId: 'stack',
      RequestId: 'request',
      LogicalResourceId: 'issuer',
    });
  });

  it('is answered with the reason when it cannot be made', async () => {
    expect(await told(create, fails)).toMatchObject({ Status: 'FAILED', Reason: 'no such name' });
  });

  it('is answered when what the template says of it makes no sense', async () => {
    const nonsense = { ...create, ResourceProperties: { ServiceToken: 'x', issuer: 'nowhere' } };
    expect(await told(nonsense, async () => undefined)).toMatchObject({ Status: 'FAILED' });
  });

  it('is answered when it takes longer than its function may run', async () => {
    const never = () => new Promise<void>(() => undefined);
    expect(await told(create, never, 5_100)).toMatchObject({ Status: 'FAILED' });
    expect(await told(remove, never, 5_100)).toMatchObject({ Status: 'SUCCESS' });
  });

  it('is answered however long the reason is', async () => {
    const atLength = () => Promise.reject(new Error('không có tên này. '.repeat(1000)));
    const { Status, Reason } = await told(create, atLength);
    expect([Status, String(Reason).slice(0, 16)]).toEqual(['FAILED', 'không có tên này']);
  });

  it('never holds up a stack that goes', async () => {
    expect(await told(remove, fails)).toMatchObject({ Status: 'SUCCESS' });
  });
});
