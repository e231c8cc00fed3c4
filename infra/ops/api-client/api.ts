import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Command } from 'commander';
import * as z from 'zod';
import { localRun } from './running.ts';

const Token = z.object({ access_token: z.string(), expires_in: z.number() });

/** A Báo Tin to talk to, signed in. Busy answers are asked again; anything else comes back as it is. */
export type Api = { url: string; fetch: (path: string, init?: RequestInit) => Promise<Response> };

const busy = new Set([429, 502, 503, 504]);
const waits = [500, 1000, 2000, 4000, 8000];

type Given = { url?: string; clientId?: string; clientSecret?: string; clientSecretFile?: string };

/** A secret comes from a file or from stdin; one that was typed is taken, and said to be seen by everybody. */
const secretIn = ({ clientSecret, clientSecretFile: file }: Given): string | undefined => {
  if (file !== undefined) return readFileSync(file === '-' ? 0 : file, 'utf8').trim();
  if (clientSecret !== undefined)
    process.stderr.write(
      '--client-secret can be read by everybody on this machine: use --client-secret-file.\n',
    );
  return clientSecret;
};

/** Signs in with the credentials the person gave; a missing one is named with where it can come from. `otherwise` is the address where none was given. */
export const signIn = async (command: Command, otherwise?: string): Promise<Api> => {
  const options = command.optsWithGlobals<Given>();
  const env = process.env;
  const url = options.url ?? env['BAO_TIN_URL'] ?? otherwise ?? localRun(undefined)?.url;
  const clientId = options.clientId ?? env['BAO_TIN_CLIENT_ID'];
  const clientSecret = secretIn(options) ?? env['BAO_TIN_CLIENT_SECRET'];
  if (url === undefined)
    throw new Error('Which Báo Tin? Give --url or BAO_TIN_URL, or start one with npm start.');
  if (clientId === undefined || clientSecret === undefined) {
    throw new Error(
      'Credentials are missing: give BAO_TIN_CLIENT_ID and BAO_TIN_CLIENT_SECRET, from `client create --ward CODE`.',
    );
  }

  let token: { value: string; until: number } | undefined;
  const authorization = async () => {
    if (token === undefined || token.until < Date.now())
      token = await askForToken(url, clientId, clientSecret);
    return `Bearer ${token.value}`;
  };
  const send = async (path: string, init: RequestInit = {}) =>
    patiently(async () => {
      const headers = new Headers(init.headers);
      headers.set('authorization', await authorization());
      return fetch(new URL(path, url), { ...init, headers });
    });
  return { url, fetch: send };
};

const askForToken = async (url: string, clientId: string, clientSecret: string) => {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
  });
  const response = await patiently(async () => fetch(new URL('/oauth/token', url), { method: 'POST', body }));
  if (!response.ok) throw new Error(`${url} does not accept these credentials: ${await response.text()}`);
  const { access_token: value, expires_in: seconds } = Token.parse(await response.json());
  return { value, until: Date.now() + (seconds - 60) * 1000 };
};

const patiently = async (ask: () => Promise<Response>): Promise<Response> => {
  for (const milliseconds of waits) {
    try {
      const response = await ask();
      if (!busy.has(response.status)) return response;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
    await wait(milliseconds);
  }
  return ask();
};
