import type { CloudFormationCustomResourceEvent, Context } from 'aws-lambda';
import { describe, expect, it, vi } from 'vitest';
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

/** What CloudFormation is told when the work goes like this. */
const told = async (event: CloudFormationCustomResourceEvent, work: () => Promise<void>) => {
  const put = vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response());
  vi.spyOn(console, 'log').mockReturnValue(undefined);
  await customResource(z.object({ issuer: z.url() }), { keep: work, leave: work })(event, {} as Context);
  expect(put).toHaveBeenCalledOnce();
  const [to, { method, body } = {}] = put.mock.calls[0]!;
  expect([to, method]).toEqual([base.ResponseURL, 'PUT']);
  return JSON.parse(body as string) as Record<string, unknown>;
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

  it('never holds up a stack that goes', async () => {
    expect(await told(remove, fails)).toMatchObject({ Status: 'SUCCESS' });
  });
});
