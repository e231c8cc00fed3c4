import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../infra/local/template/environment.ts';
import { answerOf } from '../../../infra/local/api/http-answer.ts';
import { httpEvent, type Request } from '../../../infra/local/api/http-event.ts';
import { routeOf } from '../../../infra/local/api/route.ts';
import { scheduledEvent } from '../../../infra/local/clock/scheduler.ts';

const result = (value: unknown): Outcome => ({ is: 'result', result: JSON.stringify(value) });

describe('what a handler returns becomes an answer', () => {
  const cases: [value: unknown, status: number, type: string, body: string][] = [
    [
      { statusCode: 202, body: '{"results":[]}', headers: { 'Content-Type': 'application/json' } },
      202,
      'application/json',
      '{"results":[]}',
    ],
    [{ statusCode: '404', body: 'no' }, 404, 'text/plain;charset=UTF-8', 'no'],
    [{ statusCode: 204 }, 204, 'text/plain;charset=UTF-8', ''],
    [
      { statusCode: 200, body: Buffer.from('%PDF').toString('base64'), isBase64Encoded: true },
      200,
      'text/plain;charset=UTF-8',
      '%PDF',
    ],
    [{ ok: true }, 200, 'application/json', '{"ok":true}'],
    ['words', 200, 'application/json', 'words'],
    [null, 200, 'application/json', 'null'],
    [{ statusCode: 'many' }, 500, 'application/json', '{"message":"Internal Server Error"}'],
    [
      { statusCode: 200, body: { not: 'text' } },
      500,
      'application/json',
      '{"message":"Internal Server Error"}',
    ],
  ];
  it.each(cases)('%j', (value, status, type, body) => {
    const answer = answerOf(result(value));
    expect([answer.status, answer.headers['content-type'], answer.body.toString()]).toEqual([
      status,
      type,
      body,
    ]);
  });
});

const aRequest = (change: Partial<Request> = {}): Request => ({
  method: 'POST',
  url: '/v1/x',
  headers: { host: '127.0.0.1:4000' },
  body: Buffer.alloc(0),
  sourceIp: '127.0.0.1',
  ...change,
});
const event = (change: Partial<Request>) =>
  httpEvent(
    'Api',
    aRequest(change),
    { route: routeOf('R', 'POST /v1/x'), parameters: {} },
    undefined,
    new Date('2026-03-02T02:15:00Z'),
  );

describe('a request becomes an event of format 2.0', () => {
  it('leaves out what is not there', () => {
    const bare = event({});
    expect(bare).not.toHaveProperty('body');
    expect(bare).not.toHaveProperty('cookies');
    expect(bare).not.toHaveProperty('queryStringParameters');
    expect(bare).not.toHaveProperty('pathParameters');
    expect(bare.requestContext).not.toHaveProperty('authorizer');
    expect(bare.requestContext).toMatchObject({
      time: '02/Mar/2026:02:15:00 +0000',
      timeEpoch: 1_772_417_700_000,
    });
  });

  const bodies: [type: string | undefined, encoded: boolean][] = [
    ['application/json', false],
    ['application/problem+json', false],
    ['text/csv; charset=utf-8', false],
    ['application/x-www-form-urlencoded', false],
    [undefined, false],
    ['application/pdf', true],
    ['multipart/form-data; boundary=x', true],
  ];
  it.each(bodies)('a body of %s is base64: %s', (type, encoded) => {
    const made = event({
      headers: type === undefined ? {} : { 'content-type': type },
      body: Buffer.from('chào'),
    });
    expect(made.isBase64Encoded).toBe(encoded);
    expect(Buffer.from(made.body ?? '', encoded ? 'base64' : 'utf8').toString()).toBe('chào');
  });

  it('decodes the path and not the query', () => {
    expect(event({ url: '/v1/h%E1%BB%93?q=h%E1%BB%93' })).toMatchObject({
      rawPath: '/v1/hồ',
      rawQueryString: 'q=h%E1%BB%93',
      queryStringParameters: { q: 'hồ' },
    });
  });
});

describe('the clock hands over', () => {
  const schedule = {
    id: 'S',
    function: 'f',
    at: { every: 60_000 },
    arn: 'arn:S',
    input: '{"at":"<aws.scheduler.scheduled-time>"}',
  };
  it('the input of the schedule, with the time it was meant for', () => {
    expect(scheduledEvent(schedule, new Date('2026-03-02T02:15:00Z'))).toEqual({
      at: '2026-03-02T02:15:00Z',
    });
  });
  it('EventBridge’s own event where a rule has no input', () => {
    expect(scheduledEvent({ ...schedule, input: undefined }, new Date('2026-03-02T02:15:00Z'))).toMatchObject(
      {
        'detail-type': 'Scheduled Event',
        source: 'aws.events',
        time: '2026-03-02T02:15:00Z',
        resources: ['arn:S'],
        detail: {},
      },
    );
  });
});
