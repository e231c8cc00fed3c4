import { describe, expect, it } from 'vitest';
import { functionLine } from '../../../infra/local/functions/function-line.ts';
import { inColour, lineOf, plain } from '../../../infra/local/line-format.ts';
import { page } from '../../../infra/local/api/page.ts';
import { runningSystem } from '../../../infra/local/running.ts';
import { blueprint } from '../../../infra/local/template/template.ts';
import { aFunction, anApi, aQueue, aRoute, aTable, here } from './a-template.ts';

const now = new Date('2026-03-02T02:15:00Z');
const shown = (text: string, paint = plain) => lineOf(functionLine('send-sms', text), now, paint);

describe('what functions write, on the page', () => {
  const cases: [text: string, line: string | undefined][] = [
    [
      '{"step":"send","outcome":"accepted","dossier":"H29.26-260302-0001","notification":"n-1","at":"2026-03-02T01:00:59.000Z"}',
      '08:00:59  H29.26-260302-0001      send      accepted',
    ],
    [
      '{"step":"clock","outcome":"rung","count":3,"ward":"26506"}',
      '09:15:00  26506                   clock     rung 3',
    ],
    [
      '{"step":"decide","outcome":"silent","reason":"no-phone"}',
      '09:15:00                          decide    silent  no-phone',
    ],
    ['{"_aws":{"CloudWatchMetrics":[{"Metrics":[{"Name":"Sent"}]}]},"Sent":1}', undefined],
    ['started', '09:15:00  send-sms: started'],
    ['{"not":"a step"}', '09:15:00  send-sms: {"not":"a step"}'],
    ['{broken', '09:15:00  send-sms: {broken'],
  ];
  it.each(cases)('%s', (text, line) => {
    expect(shown(text)).toBe(line);
  });

  it('colours the outcome on a terminal', () => {
    expect(shown('{"step":"s","outcome":"refused","level":"WARN"}', inColour)).toContain(
      '\u001B[33mrefused\u001B[0m',
    );
    expect(shown('{"step":"s","outcome":"sent"}', inColour)).toContain('\u001B[32msent\u001B[0m');
    expect(shown('{"step":"s","outcome":"lost","level":"error"}', inColour)).toContain(
      '\u001B[31mlost\u001B[0m',
    );
  });

  it('sums metrics of a line, several values under one name too', () => {
    const text =
      '{"_aws":{"CloudWatchMetrics":[{"Metrics":[{"Name":"Sent"},{"Name":"Parts"}]}]},"Sent":1,"Parts":[1,2]}';
    expect(functionLine('send-sms', text)).toEqual({
      function: 'send-sms',
      is: 'metrics',
      values: { Sent: 1, Parts: 3 },
    });
  });
});

describe('where everything is', () => {
  const plan = blueprint(
    {
      Resources: {
        ...anApi,
        Table: aTable,
        Sms: aQueue({ QueueName: 'sms' }),
        Accept: aFunction('functions/dossier/accept-status.ts', {
          Environment: { Variables: { TABLE_NAME: 'bao-tin', WHO: 'accept' } },
        }),
        Send: aFunction('functions/notification/send-sms.ts', {
          Environment: { Variables: { TABLE_NAME: 'bao-tin', WHO: 'send' } },
        }),
        ...aRoute('POST /v1/status-events', 'Accept'),
        Poll: {
          Type: 'AWS::Lambda::EventSourceMapping',
          Properties: { EventSourceArn: 'arn:aws:sqs:x:0:sms', FunctionName: 'send-sms' },
        },
      },
    },
    here,
  );
  const at = 'http://127.0.0.1:1';
  const endpoints = {
    dynamodb: at,
    sqs: here.sqs,
    s3: here.sqs,
    sns: at,
    postal: at,
    kms: at,
    logs: at,
    secrets: at,
  };
  const running = runningSystem(plan, {
    url: here.api,
    endpoints,
    ledger: '/data/carrier/ledger.ndjson',
    clockOffset: 0,
  });

  it('tells tools what all functions agree on', () => {
    expect(running).toMatchObject({
      tables: ['bao-tin'],
      queues: { sms: 'http://127.0.0.1:9324/000000000000/sms' },
      environment: { TABLE_NAME: 'bao-tin' },
    });
    expect(running.environment).not.toHaveProperty('WHO');
  });

  it('lists functions with what calls them', () => {
    const text = page(plan, running, { milliseconds: 1234, engine: 'Dynoxide 1.2.1', data: undefined });
    expect(text).toMatch(/up in 1\.2 s/);
    expect(text).toMatch(/accept-status +POST \/v1\/status-events/);
    expect(text).toMatch(/send-sms +queue sms/);
    expect(text).toMatch(/DynamoDB .*played by Dynoxide 1\.2\.1/);
    expect(text).toMatch(/data +not kept/);
    expect(text).not.toMatch(/^ready/m);
  });
});
