import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it, vi } from 'vitest';
import { type Called, callbackRoute, type Ended } from '../../../../shared/adapters/lambda/http/callback.ts';
import type { Request } from '../../../../shared/adapters/lambda/http/http.ts';
import { sqsInbox } from '../../../../shared/adapters/sqs/inbox.ts';
import { Instant } from '../../../../shared/domain/values/instant.ts';

const aRequest = (given: object = {}): Request => ({
  event: {
    headers: { 'content-type': 'application/json', 'x-zevent-signature': 'mac=1' },
    requestContext: { http: { sourceIp: '203.0.113.7' } },
    body: Buffer.from('{"text":"hồ sơ"}').toString('base64'),
    isBase64Encoded: true,
    ...given,
  } as unknown as Request['event'],
  language: 'vi',
  ward: undefined,
  client: undefined,
  path: { secret: 'word-1' },
  query: { SMSID: 's-1', phonenumber: '0912345678' },
});

const ending = async (ended: Ended) => {
  const lines = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const calls: Called[] = [];
  const route = callbackRoute<undefined>(async (_, called) => {
    calls.push(called);
    return ended;
  });
  const answer = await route(undefined, aRequest());
  return { answer, calls, log: lines.mock.calls.flat().join('\n') };
};

describe('the route of a callback', () => {
  it('hands on what was said, by whom and from where', async () => {
    const { calls } = await ending({ outcome: 'settled' });
    expect(calls).toEqual([
      {
        word: 'word-1',
        address: '203.0.113.7',
        query: { SMSID: 's-1', phonenumber: '0912345678' },
        contentType: 'application/json',
        signature: 'mac=1',
        body: '{"text":"hồ sơ"}',
      },
    ]);
  });

  it.each([
    ['settled', 200],
    ['kept', 200],
    ['unrecognised', 200],
    ['message-kept', 200],
    ['unreadable', 400],
    ['stranger', 404],
  ])('answers %s with %i and counts it', async (outcome, status) => {
    const { answer, log } = await ending({ outcome });
    expect(answer.status).toBe(status);
    expect(log).toContain(`"${outcome}":1`);
  });

  it('logs carrier and code, but no phone, no word and no text', async () => {
    const { log } = await ending({ outcome: 'unrecognised', carrier: 'esms', code: '9' });
    expect(log).toContain('"reason":"esms 9"');
    expect(log).not.toMatch(/0912345678|word-1|hồ sơ|203\.0/);
  });
});

it('an inbox on a queue keeps the whole message, and no citizen makes the others wait', async () => {
  const mock = mockClient(SQSClient).on(SendMessageCommand).resolves({});
  const message = {
    provider: 'inbound',
    providerId: 'mo-1',
    from: '+84912345678',
    to: '8088',
    text: 'HS',
    receivedAt: Instant.parse('2026-03-02T02:15:00.000Z'),
  };
  await sqsInbox(new SQSClient(), 'https://queue').put(message);
  expect(mock.commandCalls(SendMessageCommand)[0]?.args[0].input).toEqual({
    QueueUrl: 'https://queue',
    MessageBody: JSON.stringify(message),
    MessageGroupId: '84912345678',
  });
  mock.restore();
});
