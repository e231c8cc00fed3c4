import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { afterEach, expect, it, vi } from 'vitest';
import type { Entry } from '../../../infra/local/simulators/sms/ledger.ts';

const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

const aFile = async () => join(await mkdtemp(join(tmpdir(), 'carrier-')), 'kept', 'ledger.ndjson');

const spawnCarrier = (...args: string[]) => {
  const command = ['--import', './infra/node-24.mjs', 'infra/local/simulators/sms/process.ts', ...args];
  const child = spawn(process.execPath, command, { stdio: ['pipe', 'pipe', 'pipe'] });
  running.push(child);
  return child;
};

const aCarrier = async ({
  ledger,
  faults = '',
  more = [],
}: {
  ledger?: string;
  faults?: string;
  more?: string[];
}) => {
  const file = ledger ?? (await aFile());
  const child = spawnCarrier('--port', '0', '--ledger', file, '--faults', faults, '--seed', '5', ...more);
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const url = /^listening (http:\/\/127\.0\.0\.1:\d+)$/.exec(line)?.[1] ?? 'not listening';
  const sns = new SNSClient({ endpoint: url, maxAttempts: 1 });
  return {
    child,
    file,
    sns,
    send: (dossier: string, to = '+84912345678') =>
      sns.send(
        new PublishCommand({
          PhoneNumber: to,
          Message: `UBND P. Vung Tau: ho so ${dossier} da co ket qua & le phi < 8.000d`,
          MessageAttributes: { 'AWS.SNS.SMS.SMSType': { DataType: 'String', StringValue: 'Transactional' } },
        }),
      ),
    ledger: async (after = 0) => (await (await fetch(`${url}/ledger?after=${after}`)).json()) as Entry[],
    health: async () => (await fetch(`${url}/health`)).json(),
  };
};

/** Takes PutLogEvents as CloudWatch Logs would, after failing the first few times. */
const aLogsEndpoint = async (failures = 0) => {
  const taken: {
    target: unknown;
    logGroupName: string;
    logEvents: { timestamp: number; message: string }[];
  }[] = [];
  let left = failures;
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      if (left-- > 0) return response.writeHead(503).end();
      taken.push({
        ...(JSON.parse(body) as (typeof taken)[number]),
        target: request.headers['x-amz-target'],
      });
      return response.end('{}');
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const receipts = () =>
    taken.flatMap(({ logGroupName, logEvents }) =>
      logEvents.map(({ message }) => ({
        logGroupName,
        ...(JSON.parse(message) as {
          status: string;
          notification: { messageId: string; timestamp: string };
          delivery: Record<string, unknown>;
        }),
      })),
    );
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, taken, receipts };
};

it('takes a message from the real client, answers its id and writes one line about it', async () => {
  const carrier = await aCarrier({});
  const { MessageId } = await carrier.send('H29.26-260302-0001');
  const [entry] = await carrier.ledger();
  expect(entry).toEqual({
    at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    carrier: 'sns',
    to: '+84912345678',
    text: 'UBND P. Vung Tau: ho so H29.26-260302-0001 da co ket qua & le phi < 8.000d',
    parts: 1,
    reference: MessageId,
  });
  expect(JSON.parse(await readFile(carrier.file, 'utf8'))).toEqual(entry);
});

it.each([
  ['refuse', { name: 'InvalidParameterException', $metadata: { httpStatusCode: 400 } }, 0],
  ['throttle', { name: 'Throttling', message: 'Rate exceeded', $metadata: { httpStatusCode: 400 } }, 0],
  ['drop-before-accept', { code: 'ECONNRESET' }, 0],
  ['drop-after-accept', { code: 'ECONNRESET' }, 1],
  ['error-500-after-accept', { name: 'InternalErrorException', $metadata: { httpStatusCode: 500 } }, 1],
])('can %s, and the ledger knows whether the message was taken', async (fault, error, accepted) => {
  const carrier = await aCarrier({ faults: `${fault}=100%` });
  await expect(carrier.send('H29.26-260302-0002')).rejects.toMatchObject(error);
  expect(await carrier.ledger()).toHaveLength(accepted);
  expect(await carrier.health()).toEqual({ status: 'ok', answers: { [fault]: 1 } });
});

it('can stay silent after taking a message, until the sender gives up', async () => {
  const carrier = await aCarrier({ faults: 'hang-after-accept=100%' });
  const sent = carrier.sns.send(new PublishCommand({ PhoneNumber: '+84912345678', Message: 'Ho so' }), {
    abortSignal: AbortSignal.timeout(300),
  });
  await expect(sent).rejects.toMatchObject({ name: 'AbortError' });
  expect(await carrier.ledger()).toHaveLength(1);
});

it.each([['0912345678'], ['+84 912 345 678'], ['+8']])('refuses the phone %s as SNS does', async (phone) => {
  const carrier = await aCarrier({});
  await expect(carrier.send('H29.26-260302-0003', phone)).rejects.toMatchObject({
    name: 'InvalidParameterException',
  });
  expect(await carrier.ledger()).toEqual([]);
});

it('makes everybody wait when it is slow', async () => {
  const carrier = await aCarrier({ faults: 'slow=300ms' });
  const start = performance.now();
  await carrier.send('H29.26-260302-0004');
  expect(performance.now() - start).toBeGreaterThan(290);
});

it('reports delivery to the logs endpoint, as CloudWatch Logs would hold it, even if that is down for a moment', async () => {
  const logs = await aLogsEndpoint(2);
  const carrier = await aCarrier({ more: ['--logs-url', logs.url] });
  const { MessageId } = await carrier.send('H29.26-260302-0005');
  await vi.waitFor(() => expect(logs.taken).toHaveLength(1), 5000);
  expect(logs.taken[0]?.target).toBe('Logs_20140328.PutLogEvents');
  expect(logs.receipts()).toEqual([
    {
      logGroupName: 'sns/ap-southeast-1/000000000000/DirectPublishToPhoneNumber',
      notification: {
        messageId: MessageId,
        timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}$/),
      },
      delivery: expect.objectContaining({
        destination: '+84912345678',
        numberOfMessageParts: 1,
        providerResponse: 'Message has been accepted by phone carrier',
      }),
      status: 'SUCCESS',
    },
  ]);
});

it('reports what could not be delivered in the group of failures, twice if told so', async () => {
  const logs = await aLogsEndpoint();
  const more = ['--logs-url', logs.url, '--region', 'ap-southeast-5', '--account', '111122223333'];
  const carrier = await aCarrier({ faults: 'undelivered=100%,receipt-twice=100%', more });
  await carrier.send('H29.26-260302-0006');
  await vi.waitFor(() => expect(logs.receipts()).toHaveLength(2), 5000);
  const [first, second] = logs.receipts();
  expect(first?.logGroupName).toBe('sns/ap-southeast-5/111122223333/DirectPublishToPhoneNumber/Failure');
  expect(first?.status).toBe('FAILURE');
  expect(second?.notification).toEqual(first?.notification);
});

it('loses receipts when told so, but still reports messages whose answer was lost', async () => {
  const logs = await aLogsEndpoint();
  const quiet = await aCarrier({ faults: 'receipt-loss=100%', more: ['--logs-url', logs.url] });
  const dropping = await aCarrier({ faults: 'drop-after-accept=100%', more: ['--logs-url', logs.url] });
  await quiet.send('H29.26-260302-0007');
  await dropping.send('H29.26-260302-0008').catch(() => undefined);
  await vi.waitFor(() => expect(logs.receipts()).toHaveLength(1), 5000);
  const [entry] = await dropping.ledger();
  expect(logs.receipts()[0]?.notification.messageId).toBe(entry?.reference);
});

it('carries a ledger on, cutting off the line that a crash tore', async () => {
  const file = await aFile();
  const first = await aCarrier({ ledger: file });
  await first.send('H29.26-260302-0009');
  first.child.kill('SIGKILL');
  await once(first.child, 'exit');
  await writeFile(file, '{"at":"2026-03-02T0', { flag: 'a' });

  const second = await aCarrier({ ledger: file });
  await second.send('H29.26-260302-0010');
  const dossiers = (await second.ledger()).map((entry) => /H29\S+/.exec(entry.text)?.[0]);
  expect(dossiers).toEqual(['H29.26-260302-0009', 'H29.26-260302-0010']);
  expect(await second.ledger(1)).toHaveLength(1);
});

it('has every answered message of a busy hour in the ledger, once, when it is killed in the middle', async () => {
  const carrier = await aCarrier({});
  const answered: string[] = [];
  const sending = Array.from({ length: 200 }, async (_, at) => {
    const { MessageId } = await carrier.send(`H29.26-260302-${String(at).padStart(4, '0')}`);
    answered.push(MessageId ?? '');
    if (answered.length === 100) carrier.child.kill('SIGKILL');
  });
  await Promise.allSettled(sending);
  const lines = (await readFile(carrier.file, 'utf8')).trim().split('\n');
  const references = lines.map((line) => (JSON.parse(line) as Entry).reference);
  expect(answered.length).toBeGreaterThanOrEqual(100);
  expect(references).toEqual(expect.arrayContaining(answered));
  expect(new Set(references).size).toBe(references.length);
});

it.each([
  ['SIGTERM', (child: ChildProcess) => child.kill('SIGTERM')],
  ['the end of its parent', (child: ChildProcess) => child.stdin?.end()],
])('ends on %s', async (_, stop) => {
  const { child } = await aCarrier({});
  const exit = once(child, 'exit');
  stop(child);
  expect(await exit).toEqual([0, null]);
});

it.each([
  [['--ledger', 'x', '--faults', 'refuse=lots'], '"refuse=lots" needs a share'],
  [[], '--ledger FILE is missing'],
  [['--ledger', 'x', '--port', 'many'], '--port many is not a port'],
  [['--nonsense'], '--nonsense'],
])('ends with a sentence when started with %j', async (args, sentence) => {
  const child = spawnCarrier(...args);
  const exit = once(child, 'exit');
  expect(await text(child.stderr)).toContain(sentence);
  expect(await exit).toEqual([2, null]);
});
