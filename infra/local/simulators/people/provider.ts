import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { people, type Person } from './people.ts';
import { whoPage } from './who-page.ts';

/** What a client asked for, until its code is redeemed. */
type Ask = { clientId: string; redirectUri: string; state: string; nonce: string; challenge: string };
type Answer = { status: number; headers?: Record<string, string>; body?: string };

/** The name under which the desk of one machine is known to it. */
export const localClientId = 'bao-tin';

const json = (body: unknown, status = 200): Answer => ({
  status,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  body: JSON.stringify(body),
});
const refused = (error: string): Answer => json({ error }, 400);

const askIn = (query: URLSearchParams): Ask | undefined => {
  const named = (name: string): string => query.get(name) ?? '';
  const ask: Ask = {
    clientId: named('client_id'),
    redirectUri: named('redirect_uri'),
    state: named('state'),
    nonce: named('nonce'),
    challenge: named('code_challenge'),
  };
  const isOurs =
    ask.clientId === localClientId &&
    named('response_type') === 'code' &&
    named('code_challenge_method') === 'S256' &&
    /^http:\/\/(?:127\.0\.0\.1|localhost):\d+\/dang-nhap\/xong$/.test(ask.redirectUri);
  return isOurs && Object.values(ask).every((value) => value !== '') ? ask : undefined;
};

/**
 * A provider of OpenID Connect for one machine, as strict as a real one: code flow, PKCE, a code counts once and for its
 * client and address alone. Whoever comes chooses who they are. `clockOffset` in milliseconds, as the functions have it.
 */
export const startIdentityProvider = async ({ clockOffset = 0 }: { clockOffset?: number } = {}) => {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'local', alg: 'RS256', use: 'sig' };
  const asks = new Map<string, Ask>();
  const codes = new Map<string, { ask: Ask; person: Person }>();
  let issuer = '';

  const idToken = async ({ nonce, clientId }: Ask, { login, name }: Person): Promise<string> => {
    const now = Math.floor((Date.now() + clockOffset) / 1000);
    return new SignJWT({ nonce, email: login, email_verified: true, name })
      .setProtectedHeader({ alg: 'RS256', kid: 'local' })
      .setIssuer(issuer)
      .setAudience(clientId)
      .setSubject(login)
      .setIssuedAt(now)
      .setExpirationTime(now + 300)
      .sign(privateKey);
  };

  const routes: Record<string, (request: IncomingMessage, url: URL) => Promise<Answer>> = {
    'GET /.well-known/openid-configuration': async () =>
      json({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks.json`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
        code_challenge_methods_supported: ['S256'],
      }),
    'GET /jwks.json': async () => json({ keys: [jwk] }),
    'GET /authorize': async (_request, { searchParams }) => {
      const ask = askIn(searchParams);
      if (ask === undefined) return refused('invalid_request');
      const name = randomUUID();
      asks.set(name, ask);
      return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: whoPage(name) };
    },
    'POST /authorize': async (request) => {
      const form = new URLSearchParams(await text(request));
      const ask = asks.get(form.get('ask') ?? '');
      const person = people.find(({ login }) => login === form.get('ai'));
      if (ask === undefined || person === undefined) return refused('invalid_request');
      const code = randomUUID();
      codes.set(code, { ask, person });
      const back = new URL(ask.redirectUri);
      back.searchParams.set('code', code);
      back.searchParams.set('state', ask.state);
      return { status: 303, headers: { location: back.href } };
    },
    'POST /token': async (request) => {
      const form = new URLSearchParams(await text(request));
      const code = form.get('code') ?? '';
      const found = codes.get(code);
      codes.delete(code);
      const proof = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url');
      const isTheirs =
        form.get('grant_type') === 'authorization_code' &&
        form.get('client_id') === found?.ask.clientId &&
        form.get('redirect_uri') === found?.ask.redirectUri &&
        proof === found?.ask.challenge;
      if (found === undefined || !isTheirs) return refused('invalid_grant');
      return json({
        access_token: randomUUID(),
        token_type: 'Bearer',
        expires_in: 300,
        id_token: await idToken(found.ask, found.person),
      });
    },
  };

  const answer = async (request: IncomingMessage): Promise<Answer> => {
    const url = new URL(request.url ?? '/', issuer);
    return routes[`${request.method} ${url.pathname}`]?.(request, url) ?? { status: 404 };
  };
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    answer(request).then(
      ({ status, headers, body }) => response.writeHead(status, headers).end(body),
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    close: async (): Promise<void> => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
