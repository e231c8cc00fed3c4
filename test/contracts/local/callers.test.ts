import { gunzipSync } from 'node:zlib';
import { join } from 'node:path';
import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aFunction, aQueue, arnOf } from '../../adapters/local/a-template.ts';
import { aDirectory, aSystem, handlerFile, seen } from './a-system.ts';

let system: Awaited<ReturnType<typeof aSystem>>;
let file: string;

beforeAll(async () => {
  file = join(await aDirectory(), 'heard');
  system = await aSystem(
    {
      Dead: aQueue(),
      Hear: aFunction(handlerFile('hear'), { Environment: { Variables: { SEEN: file } } }),
      Fail: aFunction(handlerFile('hear'), {
        FunctionName: 'fail',
        Environment: { Variables: { SEEN: file, FAILS: 'always' } },
      }),
      Failing: {
        Type: 'AWS::Logs::SubscriptionFilter',
        Properties: { LogGroupName: 'sns/failing', DestinationArn: arnOf('Fail'), FilterPattern: '' },
      },
      Retries: {
        Type: 'AWS::Lambda::EventInvokeConfig',
        Properties: {
          FunctionName: { Ref: 'Fail' },
          Qualifier: '$LATEST',
          MaximumRetryAttempts: 2,
          DestinationConfig: { OnFailure: { Destination: arnOf('Dead') } },
        },
      },
      Minute: {
        Type: 'AWS::Scheduler::Schedule',
        Properties: {
          FlexibleTimeWindow: { Mode: 'OFF' },
          ScheduleExpression: 'cron(* * * * ? *)',
          ScheduleExpressionTimezone: 'Asia/Ho_Chi_Minh',
          Target: {
            Arn: arnOf('Hear'),
            Input: '{"strikes":"<aws.scheduler.scheduled-time>"}',
            RoleArn: arnOf('Role'),
          },
        },
      },
      Receipts: {
        Type: 'AWS::Logs::SubscriptionFilter',
        Properties: { LogGroupName: 'sns/sms', DestinationArn: arnOf('Hear'), FilterPattern: '' },
      },
    },
    // The minute of the functions turns eight seconds from now.
    { clockOffset: 52_000 - (Date.now() % 60_000) },
  );
});
afterAll(() => system?.stop());

const put = (logGroupName: string, message: string) =>
  fetch(system.endpoints.logs, {
    method: 'POST',
    headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'Logs_20140328.PutLogEvents' },
    body: JSON.stringify({
      logGroupName,
      logStreamName: 's',
      logEvents: [{ timestamp: 1_772_000_000_000, message }],
    }),
  });

const linesIn = (text: string) => {
  const { awslogs } = JSON.parse(text) as { awslogs?: { data: string } };
  return (
    awslogs &&
    (JSON.parse(gunzipSync(Buffer.from(awslogs.data, 'base64')).toString()) as Record<string, unknown>)
  );
};

describe('whoever calls functions', () => {
  it('hands lines of a log group to the function that follows it', async () => {
    expect((await put('sns/other', 'nobody listens')).status).toBe(200);
    expect((await put('sns/sms', '{"status":"SUCCESS"}')).status).toBe(200);
    const lines = await seen(file, (all) => all.some((line) => line.includes('awslogs')));
    expect(lines.map(linesIn).filter(Boolean)).toMatchObject([
      {
        messageType: 'DATA_MESSAGE',
        owner: '000000000000',
        logGroup: 'sns/sms',
        subscriptionFilters: ['Receipts'],
        logEvents: [{ timestamp: 1_772_000_000_000, message: '{"status":"SUCCESS"}' }],
      },
    ]);
  });

  it('refuses log calls it does not know', async () => {
    const answer = await fetch(system.endpoints.logs, { method: 'POST', body: '{}' });
    expect([answer.status, await answer.json()]).toEqual([400, { __type: 'UnknownOperationException' }]);
  });

  it('strikes by the clock of the functions, with the schedule’s input', async () => {
    const lines = await seen(file, (all) => all.some((line) => line.includes('strikes')));
    const { strikes } = JSON.parse(lines.find((line) => line.includes('strikes'))!) as { strikes: string };
    expect(strikes).toMatch(/:00Z$/);
    expect(Math.abs(Date.parse(strikes) - Date.now() - system.clockOffset)).toBeLessThan(5000);
  });

  it('tries a failing call twice more and then tells the queue', async () => {
    await put('sns/failing', 'cannot be taken');
    const sqs = new SQSClient({
      region: 'ap-southeast-1',
      endpoint: system.endpoints.sqs,
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    });
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl: system.queues['Dead'], WaitTimeSeconds: 10 }),
    );
    const document = JSON.parse(Messages[0]?.Body ?? '{}') as { requestPayload: unknown };
    expect(document).toMatchObject({
      requestContext: { condition: 'RetriesExhausted', approximateInvokeCount: 3 },
      responsePayload: { errorType: 'Error', errorMessage: 'cannot stand it' },
    });
    expect(linesIn(JSON.stringify(document.requestPayload))).toMatchObject({ logGroup: 'sns/failing' });
  });

  it('tells a caller who waits what went wrong', async () => {
    await expect(system.invoke('hear', { receipt: 'fail' })).rejects.toThrow('Error: cannot stand it');
    expect(await system.invoke('hear', { receipt: 'fine' })).toBeNull();
  });
});
