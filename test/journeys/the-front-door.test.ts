import { KMSClient } from '@aws-sdk/client-kms';
import { Validator } from '@seriousme/openapi-schema-validator';
import { generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kmsTokenSigner } from '../../shared/adapters/kms/token-signer.ts';
import { aWardOffice, dayAt, vungTau, type WardOffice } from './actors/a-ward-office.ts';

let office: WardOffice;
let ward: string;
let reader: string;
let partner: string;
let today: string;
beforeAll(async () => {
  office = await aWardOffice();
  const clerk = await office.credentials('--ward', vungTau);
  [ward, reader, partner] = await Promise.all([
    office.token(clerk),
    office.token(clerk, 'ward:read'),
    office.credentials('--partner', 'vnpost').then((credentials) => office.token(credentials)),
  ]);
  today = dayAt(office.clockOffset);
});
afterAll(() => office.stop());

type Problem = { type: string; title: string; status: number; errors?: { pointer: string; code: string }[] };
type Result = {
  eventId: string | null;
  outcome: string;
  problem?: Problem;
  warnings?: { field: string; sentence: string }[];
};

type Knock = { method?: string; headers?: Record<string, string>; body?: string };
const knock = (path: string, token: string | undefined, { headers, ...init }: Knock = {}) =>
  fetch(office.system.url + path, {
    ...init,
    headers: { ...(token !== undefined && { authorization: `Bearer ${token}` }), ...headers },
  });

const post = (body: string, token: string | undefined = ward, headers: Record<string, string> = {}) =>
  knock('/v1/status-events', token, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });

const anEvent = (differs: Record<string, unknown> = {}) => ({
  eventId: 'e-1',
  dossierCode: 'H29.26-260302-0001',
  status: 'received',
  occurredAt: `${today}T08:00:00+07:00`,
  applicant: { name: 'Nguyễn Thị Hằng', phone: '0912 345 678' },
  ...differs,
});
const events = (...differs: Record<string, unknown>[]) => JSON.stringify({ events: differs.map(anEvent) });

const resultsOf = async (...differs: Record<string, unknown>[]): Promise<Result[]> => {
  const answer = await post(events(...differs));
  expect(answer.status).toBe(202);
  return ((await answer.json()) as { results: Result[] }).results;
};
const resultOf = async (differs: Record<string, unknown>): Promise<Result> => (await resultsOf(differs))[0]!;

describe('a body that cannot be read is refused as a whole', () => {
  const one = () => events({});
  const cases: [what: string, body: () => string, status: number, type: string, at?: string[]][] = [
    ['half a body', () => one().slice(0, -5), 400, 'malformed-json'],
    ['nothing at all', () => '', 400, 'malformed-json'],
    ['a list', () => '[]', 400, 'validation-failed', ['']],
    ['events that are no list', () => '{"events":{}}', 400, 'validation-failed', ['/events']],
    ['no events', () => '{"events":[]}', 400, 'validation-failed', ['/events']],
    [
      '101 events',
      () => events(...Array.from({ length: 101 }, () => ({}))),
      400,
      'validation-failed',
      ['/events'],
    ],
    [
      'a field that nobody knows',
      () => JSON.stringify({ events: [anEvent()], ward: '29926' }),
      400,
      'validation-failed',
      ['/ward'],
    ],
    ['more than 1 MiB', () => events({ reason: 'x'.repeat(1024 * 1024) }), 413, 'body-too-large'],
  ];

  it.each(cases)('%s', async (_, body, status, type, at) => {
    const answer = await post(body());
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      status,
      'application/problem+json; charset=utf-8',
    ]);
    const problem = (await answer.json()) as Problem;
    expect(problem).toMatchObject({ type, status });
    expect(problem.errors?.map(({ pointer }) => pointer)).toEqual(at);
  });

  it('a body that does not say it is JSON', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonish']) {
      const answer = await post(events({}), ward, { 'content-type': type });
      expect([type, answer.status]).toEqual([type, 415]);
      expect(await answer.json()).toMatchObject({ type: 'unsupported-media-type', status: 415 });
    }
  });

  it('in Vietnamese, or in English for those who ask for it', async () => {
    const titleIn = async (language?: string) => {
      const answer = await post('{', ward, language === undefined ? {} : { 'accept-language': language });
      return ((await answer.json()) as Problem).title;
    };
    const vietnamese = 'Nội dung gửi lên không phải JSON hợp lệ';
    expect([await titleIn(), await titleIn('vi-VN'), await titleIn('en-GB,en;q=0.9')]).toEqual([
      vietnamese,
      vietnamese,
      'The body is not valid JSON',
    ]);
  });
});

describe('a row that is not right is refused alone', () => {
  /** What a slip prints for the citizen to look the dossier up with; `receipt-code.test.ts` says which it is. */
  const receiptCode = expect.stringMatching(/^[2-9A-Z]{8}$/) as string;
  const cases: [what: string, differs: Record<string, unknown>, pointer: string, code: string][] = [
    ['a time without its offset', { occurredAt: '2026-03-02T08:00:00' }, '/occurredAt', 'invalid-format'],
    ['a time that has not come', { occurredAt: '2999-01-01T00:00:00+07:00' }, '/occurredAt', 'in-the-future'],
    [
      'a day that does not exist',
      { occurredAt: '2026-02-30T08:00:00+07:00' },
      '/occurredAt',
      'invalid-format',
    ],
    ['a status that does not exist', { status: 11 }, '/status', 'too-big'],
    ['a misspelt field', { dossiercode: 'x' }, '/dossiercode', 'unknown-field'],
    ['another ward in the row', { ward: '29926' }, '/ward', 'unknown-field'],
    ['an id with a space', { eventId: 'e 1' }, '/eventId', 'invalid-format'],
  ];

  it.each(cases)('%s', async (_, differs, pointer, code) => {
    const [bad, good] = await resultsOf(differs, { eventId: 'good' });
    expect(bad).toMatchObject({ outcome: 'rejected', problem: { type: 'validation-failed', status: 400 } });
    expect(bad!.problem!.errors).toMatchObject([{ pointer, code }]);
    expect(['accepted', 'duplicate']).toContain(good!.outcome);
  });

  const details: [what: string, differs: Record<string, unknown>, fields: string[]][] = [
    ['a fee in words', { fee: 'free' }, ['fee']],
    ['a fee below nothing', { fee: -1 }, ['fee']],
    ['a field that is not the citizen’s', { applicant: { cccd: '1' } }, ['applicant.cccd']],
  ];

  it.each(details)('but %s is left out of its event, and named', async (_, differs, fields) => {
    const eventId = `detail-${JSON.stringify(differs).replaceAll(/\W/g, '')}`;
    const { warnings, ...taken } = await resultOf({ eventId, ...differs });
    expect(taken).toEqual({ eventId, outcome: 'accepted', receiptCode });
    expect(warnings?.map(({ field }) => field)).toEqual(fields);
  });

  it.each([[null], [7], ['an event'], [[]], [{}]])('%j is no event', async (row) => {
    const answer = await post(JSON.stringify({ events: [row, anEvent({ eventId: 'good' })] }));
    const { results } = (await answer.json()) as { results: Result[] };
    expect([answer.status, results[0]!.outcome, results[0]!.eventId]).toEqual([202, 'rejected', null]);
    expect(results[1]!.eventId).toBe('good');
  });

  it.each(['0254 385 2101', '+1 202 555 0123', 'không có', ''])(
    'but a phone %j costs no event',
    async (phone) => {
      const eventId = `phone-${Buffer.from(phone).toString('hex')}`;
      expect(await resultOf({ eventId, applicant: { phone } })).toEqual({
        eventId,
        outcome: 'accepted',
        receiptCode,
      });
    },
  );

  it('the same again is a duplicate, another body under its id is refused', async () => {
    const first = await resultOf({ eventId: 'once' });
    expect(first).toEqual({ eventId: 'once', outcome: 'accepted', receiptCode });
    expect(await resultOf({ eventId: 'once' })).toEqual({ ...first, outcome: 'duplicate' });
    expect(await resultOf({ eventId: 'once', status: 'completed' })).toMatchObject({
      outcome: 'rejected',
      problem: { type: 'event-id-reused', status: 409 },
    });
  });
});

describe('only a token of ours opens the door', () => {
  const issued = (differs: Record<string, unknown>) => {
    const now = Math.floor((Date.now() + office.clockOffset) / 1000);
    return {
      iss: office.system.url,
      aud: 'bao-tin',
      sub: 'c',
      scope: 'ward:write ward:read',
      ward: vungTau,
      iat: now,
      exp: now + 3600,
      ...differs,
    };
  };
  const ours = async (differs: Record<string, unknown>) => {
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
    const client = new KMSClient({ endpoint: office.system.endpoints.kms, region: 'x', credentials });
    const key = office.system.environment['SIGNING_KEY_ARN']!;
    return kmsTokenSigner(client, key).sign(issued(differs));
  };
  const foreign = async (differs: Record<string, unknown> = {}) => {
    const { privateKey } = await generateKeyPair('RS256');
    return new SignJWT(issued(differs)).setProtectedHeader({ alg: 'RS256', kid: 'theirs' }).sign(privateKey);
  };
  const unsigned = () => {
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    return `${part({ alg: 'none' })}.${part(issued({}))}.`;
  };
  const answerTo = async (token: string | undefined) => (await knock('/v1/dossiers/x', token)).status;

  it('a good one does, and each of these does not', async () => {
    const minute = 60;
    const now = Math.floor((Date.now() + office.clockOffset) / 1000);
    const answers = {
      ours: await answerTo(await ours({})),
      none: await answerTo(undefined),
      empty: await answerTo(''),
      nonsense: await answerTo('abc.def.ghi'),
      changed: await answerTo(`${ward.slice(0, -6)}AAAAAA`),
      unsigned: await answerTo(unsigned()),
      expired: await answerTo(await ours({ exp: now - minute })),
      'not valid yet': await answerTo(await ours({ nbf: now + minute })),
      'without an end': await answerTo(await ours({ exp: undefined })),
      'of another issuer': await answerTo(await ours({ iss: 'https://somewhere.example' })),
      'for another audience': await answerTo(await ours({ aud: 'another-house' })),
      'signed by another key': await answerTo(await foreign()),
      'of another house altogether': await answerTo(await foreign({ iss: 'https://somewhere.example' })),
    };
    const { ours: good, ...others } = answers;
    expect(good).toBe(404);
    expect(Object.entries(others).filter(([, status]) => status !== 401)).toEqual([]);
  });

  it('one that may only read does not write, and a partner’s opens no ward’s door', async () => {
    expect((await knock('/v1/dossiers/x', reader)).status).toBe(404);
    expect((await post(events({}), reader)).status).toBe(403);
    expect((await post(events({}), partner)).status).toBe(403);
    expect((await knock('/v1/dossiers/x', partner)).status).toBe(403);
  });

  it.each(['%25', '%25zz', '%E1%BA', '%2525'])(
    'and finds nothing under a name that nothing has (%s)',
    async (name) => {
      const asked = [
        await knock(`/v1/dossiers/${name}`, ward),
        await knock(`/v1/notifications/${name}/resend`, ward, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ reason: 'người dân hỏi' }),
        }),
      ];
      expect(asked.map(({ status }) => status)).toEqual([404, 404]);
    },
  );

  it('one of ours that names no ward is refused by the house itself', async () => {
    const answer = await post(events({}), await ours({ ward: undefined, partner: 'vnpost' }));
    expect([answer.status, await answer.json()]).toMatchObject([403, { type: 'forbidden' }]);
  });

  it('and it is only given for the right secret', async () => {
    const ask = async (form: Record<string, string>) => {
      const body = new URLSearchParams(form);
      const answer = await fetch(`${office.system.url}/oauth/token`, { method: 'POST', body });
      return [answer.status, ((await answer.json()) as { error?: string }).error];
    };
    const { clientId, clientSecret } = await office.credentials('--ward', vungTau);
    const grant_type = 'client_credentials';
    const known = { grant_type, client_id: clientId };
    expect(await ask({ ...known, client_secret: clientSecret })).toEqual([200, undefined]);
    expect(await ask({ ...known, client_secret: 'wrong' })).toEqual([401, 'invalid_client']);
    expect(await ask({ grant_type, client_id: 'nobody', client_secret: 'x' })).toEqual([
      401,
      'invalid_client',
    ]);
    expect(await ask({ ...known, client_secret: clientSecret, scope: 'partner:jobs' })).toEqual([
      400,
      'invalid_scope',
    ]);
    expect(await ask({ grant_type: 'password' })).toEqual([400, 'unsupported_grant_type']);
    expect(await ask({})).toEqual([400, 'invalid_request']);
    await office.cli(['client', 'revoke', clientId]);
    expect(await ask({ ...known, client_secret: clientSecret })).toEqual([401, 'invalid_client']);
  });
});

describe('the description of the API', () => {
  type Operations = Record<string, Record<string, { security?: Record<string, string[]>[] }>>;
  const described = async () =>
    (await (await knock('/openapi.json', undefined)).json()) as { openapi: string; paths: Operations };

  it('is valid OpenAPI 3.1', async () => {
    const description = await described();
    expect(description.openapi).toMatch(/^3\.1\./);
    expect(await new Validator().validate(description)).toEqual({ valid: true });
  });

  it('describes every route that wards call with the scope it asks for, and nothing else', async () => {
    const { paths } = await described();
    const said = Object.entries(paths).flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, { security = [] }]) => {
        const scopes = security.flatMap((way) => way['machine'] ?? []);
        return `${method.toUpperCase()} ${path} ${scopes.join(' ')}`.trim();
      }),
    );
    // What programs call, and the two addresses that programs print; pages for people describe themselves.
    const forPrograms = / \/(?:(?:partner\/)?v1|oauth|lich|buu-gui)\//;
    const served = office.system.plan
      .api!.routes.filter(({ key }) => forPrograms.test(key))
      .map(({ key, guard }) => `${key} ${guard?.scopes.join(' ') ?? ''}`.trim());
    expect(said.toSorted()).toEqual(served.toSorted());
  });
});
