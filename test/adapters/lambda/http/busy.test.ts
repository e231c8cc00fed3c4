import {
  InternalServerError,
  ProvisionedThroughputExceededException,
  ThrottlingException,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import type { APIGatewayProxyEventV2WithJWTAuthorizer, Context } from 'aws-lambda';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { httpFunction } from '../../../../shared/adapters/lambda/http/http.ts';
import { isBusy } from '../../../../shared/adapters/lambda/http/busy.ts';
import { acceptStatus } from '../../../../shared/flows/dossier/accept-status.ts';
import { recordConsents } from '../../../../shared/flows/office/record-consents.ts';
import { memoryStore } from '../../../../shared/adapters/memory/store.ts';
import { memoryVault } from '../../../../shared/adapters/memory/vault.ts';
import { anEventBody, now, vungTau } from '../../../support/builders/dossiers.ts';

const lines: Record<string, unknown>[] = [];
beforeEach(() => {
  lines.length = 0;
  vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(JSON.parse(line)));
});

const said = { $metadata: {}, message: 'slow down' };
const cancelled = (...codes: string[]) =>
  new TransactionCanceledException({ ...said, CancellationReasons: codes.map((Code) => ({ Code })) });

const busy: [string, Error][] = [
  ['a table that is throttled', new ProvisionedThroughputExceededException(said)],
  ['an account that is throttled', new ThrottlingException({ ...said, throttlingReasons: [] })],
  ['a part of a transaction that is throttled', cancelled('None', 'ThrottlingError')],
  ['a transaction that met another one', cancelled('TransactionConflict', 'None')],
  ['one of many partners throttled', new AggregateError([new Error('x'), new ThrottlingException(said)])],
  [
    'an error that a throttled key caused',
    new Error('vault', { cause: Object.assign(new Error(), { name: 'ThrottlingException' }) }),
  ],
];
const broken: [string, unknown][] = [
  ['a mistake of ours', new TypeError('undefined is not a function')],
  ['a condition inside a transaction', cancelled('ConditionalCheckFailed', 'None')],
  ['a store that broke', new InternalServerError(said)],
  ['a word', 'ThrottlingException'],
];

const ask = async (error: unknown, language = 'en') => {
  const handler = httpFunction(() => undefined, {
    'POST /v1/anything': async () => {
      throw error;
    },
  });
  const event = {
    routeKey: 'POST /v1/anything',
    headers: { 'accept-language': language },
    requestContext: { requestId: 'r-1' },
  } as unknown as APIGatewayProxyEventV2WithJWTAuthorizer;
  return handler(event, {} as Context);
};
const counted = (name: string) => lines.filter((line) => '_aws' in line && name in line).length;

describe('whoever asks at a busy moment', () => {
  it.each(busy)('is told when to come back: %s', async (_, error) => {
    const { statusCode, headers, body } = await ask(error);
    expect([statusCode, headers?.['retry-after']]).toEqual([503, '5']);
    expect(JSON.parse(body!)).toMatchObject({ type: 'try-again', status: 503 });
    expect([counted('busy'), counted('failed')]).toEqual([1, 0]);
  });

  it.each(broken)('is told nothing of when, where waiting does not help: %s', async (_, error) => {
    const { statusCode, headers } = await ask(error);
    expect([statusCode, headers?.['retry-after']]).toEqual([500, undefined]);
    expect([counted('busy'), counted('failed')]).toEqual([0, 1]);
  });
});

describe('what a throttled table could not keep', () => {
  const throttled = new ProvisionedThroughputExceededException(said);

  it('is never part of an answer that says accepted: a status is to be sent again', async () => {
    const tried: string[] = [];
    const events = {
      ...memoryStore().events,
      accept: async ({ eventId }: { eventId: string }) => {
        tried.push(eventId);
        if (eventId === 'e-1') throw throttled;
        return 'accepted' as const;
      },
    };
    const accept = acceptStatus({ events, clock: () => now, isBusy });
    const rows = ['e-1', 'e-2'].map((eventId) => anEventBody({ eventId }));
    await expect(accept(vungTau, rows, 'vi')).rejects.toBe(throttled);
    expect(tried).toEqual(['e-1', 'e-2']);
  });

  it('nor is a wish that was not noted', async () => {
    const store = memoryStore();
    const consents = { ...store.consents, record: async () => Promise.reject(throttled) };
    const record = recordConsents({ ...store, consents, vault: memoryVault(), clock: () => now, isBusy });
    const wish = { phone: '0912 345 678', channel: 'sms', choice: 'out', evidence: 'nói tại quầy' };
    const [row] = await record(vungTau, [wish], 'vi', 'client').catch((error: unknown) => [error]);
    expect(row).toBe(throttled);
  });
});
