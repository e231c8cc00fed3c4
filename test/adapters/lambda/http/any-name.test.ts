import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { httpFunction, type Route } from '../../../../shared/adapters/lambda/http/http.ts';
import { readTokenRequest } from '../../../../shared/adapters/lambda/http/token-request.ts';
import { aPostWithJobs } from '../../../support/post-routes.ts';
import { allRoutes, described } from '../../../support/routes.ts';
import { aWardWithNews } from '../../../support/ward-routes.ts';

type Given = { ports: unknown; path?: Record<string, string>; body?: unknown };
type Asked = () => Promise<Given>;
const asked: Record<string, Asked> = { ...aPostWithJobs, ...aWardWithNews };

let routes: Map<string, Route<never>>;
beforeEach(() => void vi.spyOn(console, 'log').mockReturnValue());
beforeAll(async () => {
  routes = await allRoutes();
});

/** What anybody can put into an address, and no name of ours is. */
const hostile = [
  '',
  ' ',
  'x'.repeat(5000),
  '𝕏'.repeat(700),
  '\u0000',
  'a\u0000b',
  '\ud800',
  '../../etc',
  'WARD#26506',
  '26506~H29~completed~sms',
  '__proto__',
  'constructor',
  '%00',
  '9',
  '9999-12-31T00:00:00Z#x',
  'e30',
  'eyJzdGF0ZSI6IngiLCJrZXkiOnt9fQ',
  Buffer.from('{"state":"ready","key":{"pk":"JOB#x"}}').toString('base64url'),
  '💥',
  '-1',
  '1e308',
  'NaN',
];

const queries = [
  'cursor',
  'after',
  'limit',
  'state',
  'phone',
  'day',
  'from',
  'to',
  'list',
  'purpose',
  'format',
  'month',
];

type Parts = {
  path?: Record<string, string>;
  query?: Record<string, string>;
  headers?: Record<string, string>;
};

const answerTo = async (
  key: string,
  { path, query = {}, headers = {} }: Parts,
  { ports, ...given }: Given,
) => {
  const handler = httpFunction(() => ports as never, { [key]: routes.get(key)! });
  const isPartner = key.includes(' /partner/');
  const event = {
    routeKey: key,
    pathParameters: path ?? given.path ?? {},
    queryStringParameters: query,
    headers: { 'idempotency-key': 'morning-1', ...headers },
    body: given.body === undefined ? undefined : JSON.stringify(given.body),
    requestContext: {
      requestId: 'r',
      authorizer: {
        jwt: { claims: { sub: 'a-machine', ...(isPartner ? { partner: 'vnpost' } : { ward: '26506' }) } },
      },
    },
  };
  return (await handler(event as never, {} as never)) as {
    statusCode: number;
    headers: Record<string, string>;
  };
};

describe('any name in an address', () => {
  const named = Object.keys(asked).filter((key) => key.includes('{'));

  it.each(named)('is taken or refused, and never our failure: %s', { timeout: 60_000 }, async (key) => {
    const names = [...key.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
    const failed: string[] = [];
    for (const value of hostile) {
      const office = await asked[key]!();
      for (const name of names) {
        const path = { ...office.path, [name]: value };
        const { statusCode } = await answerTo(key, { path }, office);
        if (statusCode >= 500) failed.push(`${name}=${value.slice(0, 40)}: ${statusCode}`);
      }
    }
    expect(failed).toEqual([]);
  });
});

describe('any wish in a query or a header', () => {
  it.each(Object.keys(asked))(
    'is heard or refused, and never our failure: %s',
    { timeout: 60_000 },
    async (key) => {
      const failed: string[] = [];
      for (const value of hostile) {
        // One office for all that is asked with this value: what an earlier wish changed may not make a later one fail.
        const office = await asked[key]!();
        for (const name of key.startsWith('GET ') ? queries : []) {
          const { statusCode } = await answerTo(key, { query: { [name]: value } }, office);
          if (statusCode >= 500) failed.push(`?${name}=${value.slice(0, 40)}: ${statusCode}`);
        }
        for (const name of [
          'accept',
          'accept-language',
          'content-type',
          'idempotency-key',
          'if-none-match',
        ]) {
          const { statusCode } = await answerTo(key, { headers: { [name]: value } }, office);
          if (statusCode >= 500) failed.push(`${name}: ${value.slice(0, 40)}: ${statusCode}`);
        }
      }
      expect(failed).toEqual([]);
    },
  );
});

it('every answer says that it is read as what it is, and over TLS alone', async () => {
  const key = 'GET /v1/dossiers/{code}';
  expect(described(key)).not.toEqual({});
  for (const code of ['H29.26-260302-0001', 'x'.repeat(5000)])
    expect((await answerTo(key, { path: { code } }, await asked[key]!())).headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'strict-transport-security': 'max-age=31536000',
    });
});

it.each(['a'.repeat(3000), 'a\u0000', 'a b', 'WARD#1'])(
  'no client is called %j, and no store is asked for it',
  (id) => {
    const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: id, client_secret: 'x' });
    expect(readTokenRequest({ headers: {}, body: form.toString(), isBase64Encoded: false } as never)).toEqual(
      {
        ok: false,
        error: 'invalid_client',
      },
    );
  },
);
