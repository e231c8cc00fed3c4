import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aFunction, anApi, aRoute, arnOf, withToken } from '../../adapters/local/a-template.ts';
import { aSystem, handlerFile } from './a-system.ts';

type Keys = Awaited<ReturnType<typeof generateKeyPair>>;
let system: Awaited<ReturnType<typeof aSystem>>;
let ours: Keys;
let foreign: Keys;

beforeAll(async () => {
  ours = await generateKeyPair('RS256', { extractable: true });
  foreign = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(ours.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' };
  const Variables = { ISSUER: arnOf('Api', 'ApiEndpoint'), JWKS: JSON.stringify({ keys: [jwk] }) };
  system = await aSystem(
    {
      ...anApi,
      Serve: aFunction(handlerFile('serve'), { Timeout: 1, Environment: { Variables } }),
      Broken: aFunction(handlerFile('broken')),
      ...aRoute('GET /.well-known/{file}', 'Serve'),
      ...aRoute('GET /v1/dossiers/{code}', 'Serve', withToken('ward:read')),
      ...aRoute('POST /v1/status-events', 'Serve'),
      ...aRoute('GET /try/{how}', 'Serve'),
      ...aRoute('GET /broken', 'Broken'),
    },
    { clockOffset: 3_600_000 },
  );
});
afterAll(() => system?.stop());

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${system.url}${path}`, { headers });
const token = (change: { key?: Keys; scope?: string; aud?: string; iss?: string; minutes?: number } = {}) => {
  const now = Math.floor(Date.now() / 1000) + 3600;
  return new SignJWT({
    scope: change.scope ?? 'ward:read ward:write',
    ward: '26506',
    level: 3,
    roles: ['a', 'b'],
  })
    .setProtectedHeader({ alg: 'RS256', kid: 'one' })
    .setIssuer(change.iss ?? system.url)
    .setAudience(change.aud ?? 'bao-tin')
    .setIssuedAt(now)
    .setExpirationTime(now + (change.minutes ?? 5) * 60)
    .sign((change.key ?? ours).privateKey);
};

describe('a request becomes an event', () => {
  it('carries path, query, headers, cookies and body as an HTTP API does', async () => {
    const answer = await fetch(`${system.url}/v1/status-events?a=1&a=2&b=x%20y`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'X-Ward': 'Bến Nghé'.normalize('NFD').replaceAll(/[^\w ]/g, ''),
        cookie: 'one=1; two=2',
      },
      body: '{"events":[]}',
    });
    const { event, name, left, path } = (await answer.json()) as Record<string, never> & { left: number };
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'POST /v1/status-events',
      rawPath: '/v1/status-events',
      rawQueryString: 'a=1&a=2&b=x%20y',
      queryStringParameters: { a: '1,2', b: 'x y' },
      cookies: ['one=1', 'two=2'],
      headers: { 'content-type': 'application/json', 'x-ward': 'Ben Nghe' },
      requestContext: {
        http: { method: 'POST', path: '/v1/status-events', sourceIp: '127.0.0.1' },
        stage: '$default',
      },
      body: '{"events":[]}',
      isBase64Encoded: false,
    });
    expect(name).toBe('serve');
    expect(left).toBeLessThanOrEqual(1000);
    expect(path, 'the runner’s own environment stays outside').toBe('none');
  });

  it('comes back with status, headers, cookies and bytes', async () => {
    const answer = await get('/try/page');
    expect(answer.status).toBe(201);
    expect(answer.headers.get('x-ward')).toBe('26506');
    expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(await answer.text()).toBe('chào');
  });

  it('moves the clock of the handlers', async () => {
    const { now, stamp, given, date } = (await (await get('/try/clock')).json()) as Record<string, string>;
    expect(Math.abs(Date.parse(now!) - Date.now() - 3_600_000)).toBeLessThan(5000);
    expect(Math.abs(Number(stamp) - Date.now() - 3_600_000)).toBeLessThan(5000);
    expect([given, date]).toEqual(['1970-01-01T00:00:00.000Z', true]);
  });

  it('writes what the function says as steps', async () => {
    await get('/try/');
    await fetch(`${system.url}/v1/status-events`, { method: 'POST' });
    await expect
      .poll(() => system.lines)
      .toContainEqual({
        function: 'serve',
        is: 'step',
        step: { step: 'serve', outcome: 'answered', dossier: 'H29.26-260302-0001' },
      });
  });
});

const says: Record<number, string> = { 401: 'Unauthorized', 403: 'Forbidden' };

describe('only who may call gets through', () => {
  const cases: [who: string, headers: () => Promise<Record<string, string>>, status: number][] = [
    ['a ward with its token', async () => ({ authorization: `Bearer ${await token()}` }), 200],
    ['nobody', async () => ({}), 401],
    ['who has no token but words', async () => ({ authorization: 'Bearer please' }), 401],
    ['an expired token', async () => ({ authorization: `Bearer ${await token({ minutes: -1 })}` }), 401],
    [
      'a token that somebody else signed',
      async () => ({ authorization: `Bearer ${await token({ key: foreign })}` }),
      401,
    ],
    [
      'a token of another issuer',
      async () => ({ authorization: `Bearer ${await token({ iss: 'https://else.where' })}` }),
      401,
    ],
    [
      'a token meant for others',
      async () => ({ authorization: `Bearer ${await token({ aud: 'others' })}` }),
      401,
    ],
    [
      'a token without the scope',
      async () => ({ authorization: `Bearer ${await token({ scope: 'partner:jobs' })}` }),
      403,
    ],
  ];
  it.each(cases)('%s', async (_, headers, status) => {
    const answer = await get('/v1/dossiers/H29.26-260302-0001', await headers());
    const { message } = (await answer.json()) as { message?: string };
    expect([answer.status, message]).toEqual([status, says[status]]);
  });

  it('hands the claims over as text', async () => {
    const answer = await get('/v1/dossiers/H29', { authorization: `Bearer ${await token()}` });
    const { event } = (await answer.json()) as { event: Record<string, unknown> };
    expect(event).toMatchObject({
      pathParameters: { code: 'H29' },
      requestContext: {
        authorizer: { jwt: { claims: { ward: '26506', level: '3', roles: '[a b]' }, scopes: ['ward:read'] } },
      },
    });
  });
});

describe('what goes wrong is answered as AWS answers it', () => {
  it.each([
    ['/nowhere', 404, 'Not Found'],
    ['/try/throw', 500, 'Internal Server Error'],
    ['/try/crash', 500, 'Internal Server Error'],
    ['/try/leave', 500, 'Internal Server Error'],
    ['/try/sleep', 500, 'Internal Server Error'],
    ['/try/spin', 500, 'Internal Server Error'],
    ['/broken', 500, 'Internal Server Error'],
  ])('%s is %i', async (path, status, message) => {
    const answer = await get(path);
    expect([answer.status, await answer.json()]).toEqual([status, { message }]);
    expect((await get('/try/page')).status, 'and the next request is served').toBe(201);
  });

  it('refuses more than 10 MB', async () => {
    const answer = await fetch(`${system.url}/v1/status-events`, {
      method: 'POST',
      body: 'x'.repeat(10 * 1024 * 1024 + 1),
    });
    expect([answer.status, await answer.json()]).toEqual([413, { message: 'Request Entity Too Large' }]);
  });

  it('says on the page which function failed and why', async () => {
    const texts = system.lines
      .flatMap((line) => (line.is === 'text' ? [`${line.function}: ${line.text}`] : []))
      .join('\n');
    expect(texts).toMatch(/serve: failed: TypeError: the ink ran out/);
    expect(texts).toMatch(/serve: failed: Sandbox\.Timedout: Task timed out after 1\.00 seconds/);
    expect(texts).toMatch(/broken: could not be loaded: its environment is not complete/);
  });
});
