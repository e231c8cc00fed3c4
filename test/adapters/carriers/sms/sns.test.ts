import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTcpServer, type AddressInfo } from 'node:net';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, describe, expect, it } from 'vitest';
import { snsCarrier } from '../../../../shared/adapters/carriers/sms/sns/carrier.ts';
import { snsClient } from '../../../../shared/adapters/carriers/sms/sns/client.ts';
import { snsHandoverOf } from '../../../../shared/adapters/carriers/sms/sns/failures.ts';
import { minutes, seconds } from '../../../../shared/domain/values/instant.ts';

const message = { to: '+84912345678', text: 'Ho so da co ket qua.', attempt: 'attempt-1' };
const failure = (given: object, words = 'as it happens') => Object.assign(new Error(words), given);
const answered = (status: number, name: string) => failure({ name, $metadata: { httpStatusCode: status } });

describe('what a failure at Amazon SNS means', () => {
  it.each([
    failure({ code: 'ECONNREFUSED', syscall: 'connect' }),
    failure({ code: 'ENOTFOUND', syscall: 'getaddrinfo' }),
    failure({ code: 'EHOSTUNREACH' }),
    failure({ name: 'TimeoutError', code: 'ETIMEDOUT', syscall: 'connect' }),
    failure({ name: 'TimeoutError' }, 'the request socket did not establish a connection with the server'),
    failure(
      { code: 'ECONNRESET' },
      'Client network socket disconnected before secure TLS connection was established',
    ),
    failure({ code: 'CERT_HAS_EXPIRED' }),
    failure({
      name: 'AggregateError',
      errors: [failure({ code: 'ECONNREFUSED' }), failure({ syscall: 'connect' })],
    }),
  ])('never left, so it is tried again in a minute: $name $code $message', (error) => {
    expect(snsHandoverOf(error)).toMatchObject({ outcome: 'busy', retryAfter: minutes(1) });
  });

  it.each([
    answered(400, 'Throttling'),
    answered(400, 'ThrottlingException'),
    answered(400, 'KMSThrottlingException'),
    answered(429, 'ThrottledException'),
    answered(429, 'Whatever'),
  ])('too fast, so it is tried again soon: $name', (error) => {
    expect(snsHandoverOf(error)).toMatchObject({ outcome: 'busy', retryAfter: seconds(30) });
  });

  it.each([
    answered(403, 'AuthorizationErrorException'),
    answered(403, 'InvalidSecurityException'),
    answered(403, 'SomethingNew'),
    answered(401, 'Unauthorized'),
    answered(400, 'KMSAccessDeniedException'),
    answered(400, 'KMSDisabledException'),
    answered(403, 'KMSOptInRequired'),
    answered(400, 'UnrecognizedClientException'),
    answered(403, 'RequestExpired'),
    failure({ name: 'CredentialsProviderError' }),
  ])('is our own fault and no citizen’s, so it waits for a person: $name', (error) => {
    expect(snsHandoverOf(error)).toMatchObject({ outcome: 'busy', retryAfter: minutes(15) });
  });

  it.each([
    answered(400, 'InvalidParameterException'),
    answered(400, 'InvalidParameterValueException'),
    answered(400, 'ValidationException'),
    answered(413, 'RequestEntityTooLarge'),
  ])('is refused for good: $name', (error) => {
    expect(snsHandoverOf(error)).toMatchObject({ outcome: 'refused' });
  });

  it.each([
    failure({ name: 'TimeoutError', code: 'ETIMEDOUT' }, 'a request has exceeded the configured 3000 ms'),
    failure({ name: 'TimeoutError' }, 'the request socket timed out after 3000 ms of inactivity'),
    failure({ code: 'ECONNRESET', syscall: 'read' }),
    failure({ code: 'EPIPE', syscall: 'write' }),
    failure({ name: 'AggregateError', errors: [] }),
    failure({
      name: 'AggregateError',
      errors: [failure({ syscall: 'connect' }), failure({ code: 'EPIPE' })],
    }),
    answered(500, 'InternalErrorException'),
    answered(503, 'ServiceUnavailable'),
    answered(408, 'RequestTimeout'),
    answered(200, 'SyntaxError'),
    failure({ name: 'SomethingNew' }),
  ])('leaves open whether it went out: $name $code $message', (error) => {
    expect(snsHandoverOf(error)).toMatchObject({ outcome: 'unknown' });
  });

  it('leaves open what is not even an error', () => {
    expect(snsHandoverOf('lost')).toMatchObject({ outcome: 'unknown' });
  });
});

describe('a message handed to Amazon SNS', () => {
  it('says what it is and who sends it', async () => {
    const sns = mockClient(SNSClient);
    sns.on(PublishCommand).resolves({ MessageId: 'sns-1' });
    const carrier = snsCarrier(new SNSClient(), { senderId: 'UBND-BT', maxPriceUsd: '0.30' });
    expect(await carrier.take(message)).toEqual({ outcome: 'accepted', reference: 'sns-1' });
    expect(sns.commandCalls(PublishCommand)[0]?.args[0].input).toEqual({
      PhoneNumber: '+84912345678',
      Message: 'Ho so da co ket qua.',
      MessageAttributes: {
        'AWS.SNS.SMS.SMSType': { DataType: 'String', StringValue: 'Transactional' },
        'AWS.SNS.SMS.SenderID': { DataType: 'String', StringValue: 'UBND-BT' },
        'AWS.SNS.SMS.MaxPrice': { DataType: 'Number', StringValue: '0.30' },
      },
    });
    sns.restore();
  });
});

const published =
  '<PublishResponse><PublishResult><MessageId>sns-1</MessageId></PublishResult></PublishResponse>';
const refusal =
  '<ErrorResponse><Error><Code>InvalidParameter</Code><Message>no</Message></Error></ErrorResponse>';

describe('the client that asks once', () => {
  const open: Server[] = [];
  afterEach(() => {
    for (const server of open.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
  });

  const counting = async (answer: RequestListener) => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      request.resume().once('end', () => answer(request, response));
    });
    open.push(server.listen(0, '127.0.0.1'));
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    return {
      asked,
      carrier: snsCarrier(snsClient({ endpoint: `http://127.0.0.1:${port}` }, { connect: 200, answer: 300 })),
    };
  };

  it.each<[string, RequestListener, object]>([
    ['takes it', (_, to) => to.end(published), { outcome: 'accepted', reference: 'sns-1' }],
    ['refuses it', (_, to) => to.writeHead(400).end(refusal), { outcome: 'refused' }],
    ['drops the line after taking it', ({ socket }) => socket.destroy(), { outcome: 'unknown' }],
    ['breaks down after taking it', (_, to) => to.writeHead(500).end('<oops'), { outcome: 'unknown' }],
    ['is overrun', (_, to) => to.writeHead(503).end(), { outcome: 'unknown' }],
    ['throttles', (_, to) => to.writeHead(429).end(refusal), { outcome: 'busy' }],
    ['says something nobody can read', (_, to) => to.end('<<<'), { outcome: 'unknown' }],
    ['says nothing at all', (_, to) => to.end(), { outcome: 'unknown' }],
    ['breaks off in the middle', (_, to) => to.write('<Pub', () => to.destroy()), { outcome: 'unknown' }],
  ])('asks once when Amazon %s', async (_, answer, handover) => {
    const { asked, carrier } = await counting(answer);
    expect(await carrier.take(message)).toMatchObject(handover);
    expect(asked).toHaveLength(1);
  });

  it.each<[string, RequestListener]>([
    ['stays silent', () => {}],
    ['begins an answer and stays silent', (_, to) => to.writeHead(200).write('<Pub')],
  ])('gives up in time and asks once when Amazon %s', async (_, answer) => {
    const { asked, carrier } = await counting(answer);
    const start = performance.now();
    expect(await carrier.take(message)).toMatchObject({ outcome: 'unknown' });
    expect(performance.now() - start).toBeLessThan(2_000);
    expect(asked).toHaveLength(1);
  });

  it('knows that nothing left when nobody listens', async () => {
    const nobody = createTcpServer().listen(0, '127.0.0.1');
    await once(nobody, 'listening');
    const { port } = nobody.address() as AddressInfo;
    nobody.close();
    const carrier = snsCarrier(snsClient({ endpoint: `http://127.0.0.1:${port}` }));
    expect(await carrier.take(message)).toEqual({
      outcome: 'busy',
      retryAfter: minutes(1),
      reason: 'ECONNREFUSED',
    });
  });
});
