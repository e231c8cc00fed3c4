import { globSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { httpFunction, type Route } from '../../../../shared/adapters/lambda/http/http.ts';
import { counterRoutes } from '../../../../shared/adapters/lambda/page/citizen/counter-routes.ts';
import { lookUpRoutes } from '../../../../shared/adapters/lambda/page/citizen/look-up-routes.ts';
import { citizenSurprise } from '../../../../shared/adapters/lambda/page/citizen/refusals.ts';
import { pageFunction } from '../../../../shared/adapters/lambda/page/frame/page-function.ts';
import { machineRoutes } from '../../../../shared/adapters/lambda/page/routes/machines.ts';
import { peopleRoutes } from '../../../../shared/adapters/lambda/page/routes/people.ts';
import { personRoutes } from '../../../../shared/adapters/lambda/page/routes/persons.ts';
import { signInRoutes } from '../../../../shared/adapters/lambda/page/routes/sign-in.ts';
import type { Ward } from '../../../../shared/domain/values/ward.ts';
import { putOfficer, takeOfficerOff } from '../../../../shared/flows/people/manage-officers.ts';
import { memoryVault } from '../../../../shared/adapters/memory/vault.ts';
import { nineOClock } from '../../../contracts/cost/ward-day.ts';
import { aCitizensDay } from '../../../support/builders/citizens.ts';
import { anOfficeAsked } from '../../../support/builders/rights.ts';
import { aDesk, proofIn } from './a-desk.ts';

beforeEach(() => void vi.spyOn(console, 'log').mockReturnValue());

/** What anybody can type into an address or a field, and no page of ours asks for. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '',
    '\u0000',
    '\ud800',
    '💥'.repeat(900),
    'x'.repeat(20_000),
    '__proto__',
    'constructor',
    'toString',
    '../../etc/passwd',
    '//evil.example',
    'javascript:alert(1)',
    '%00%ff',
    '1e308',
    '-1',
    'NaN',
    '31/02/2026',
    '9999-99-99',
    'WARD#26506',
    'a\r\nset-cookie: x=1',
  ),
);

type Handler = (event: never, context: never) => Promise<{ statusCode?: number; headers?: object }>;
type Typed = { path: string; query: Record<string, string>; fields: Record<string, string>; cookie: string };

const eventOf = (key: string, { path, query, fields, cookie }: Typed, cookies: string[] = []) => {
  const [method = '', pattern = ''] = key.split(' ');
  const names = [...pattern.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
  return {
    routeKey: key,
    rawPath: pattern,
    rawQueryString: '',
    pathParameters: Object.fromEntries(names.map((name) => [name, path])),
    queryStringParameters: query,
    cookies: [...cookies, `__Host-phien=${cookie}`, cookie],
    headers: {
      host: 'desk.example.vn',
      'accept-language': path,
      ...(method === 'POST' && { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    ...(method === 'POST' && { body: new URLSearchParams(fields).toString() }),
    isBase64Encoded: false,
    requestContext: { requestId: 'r', http: { method, sourceIp: '203.0.113.7' } },
  };
};

/** Which of these pages fail on what is typed, and on what: none may. */
const failing = async (
  handler: Handler,
  keys: readonly string[],
  {
    names,
    sends = (_key, typed) => eventOf(_key, typed),
    runs,
  }: {
    names: readonly string[];
    sends?: (key: string, typed: Typed) => object;
    runs: number;
  },
): Promise<unknown> => {
  const typed = fc.record({
    path: hostile,
    query: fc.dictionary(fc.constantFrom(...names), hostile, { maxKeys: 3 }),
    fields: fc.dictionary(fc.constantFrom(...names), hostile, { maxKeys: 4 }),
    cookie: hostile,
  });
  const { counterexample } = await fc.check(
    fc.asyncProperty(fc.constantFrom(...keys), typed, async (key, given) => {
      const { statusCode = 0 } = await handler(sends(key, given) as never, {} as never);
      return statusCode >= 200 && statusCode < 500;
    }),
    { numRuns: runs },
  );
  return counterexample;
};

const queryNames = ['ve', 'da', 'q', 'xem', 'truoc', 'sau', 'thang', 'state', 'code', 'may', 'mau', 'con'];

describe('anything that a stranger types at the desk', () => {
  let routes: Record<string, Route<never>>;
  beforeAll(async () => {
    const files = globSync('functions/desk/*.ts');
    const served = await Promise.all(
      files.map(
        async (file) =>
          (await import(new URL(`../../../../${file}`, import.meta.url).href)) as {
            handler: { routes: Record<string, Route<never>> };
          },
      ),
    );
    routes = Object.assign({}, ...served.map(({ handler }) => handler.routes)) as typeof routes;
  });

  it('is answered without ringing anybody, at every page there is', async () => {
    const desk = aDesk(signInRoutes);
    const handler = pageFunction(() => desk.ports as never, routes) as unknown as Handler;
    expect(Object.keys(routes).length).toBeGreaterThan(50);
    expect(
      await failing(handler, Object.keys(routes), { names: [...queryNames, 'ma', 'lan'], runs: 600 }),
    ).toBeNull();
  });
});

describe('anything that a citizen types at a page for them', () => {
  it('is answered without ringing anybody', async () => {
    const { pages } = await aCitizensDay();
    const all = { ...lookUpRoutes, ...counterRoutes };
    const handler = httpFunction(() => pages as never, all as never, citizenSurprise) as unknown as Handler;
    const names = ['hs', 'bi', 'phieu', 'viec', 'muc', 'loi', 'so', 'ma', 'tu', 'den', 'may', 'da'];
    expect(await failing(handler, Object.keys(all), { names, runs: 400 })).toBeNull();
  });
});

describe('anything that a leader types at a page of the office', () => {
  const pages = { ...signInRoutes, ...peopleRoutes, ...machineRoutes, ...personRoutes };
  const officesOwn = Object.keys({ ...peopleRoutes, ...machineRoutes, ...personRoutes });

  it('is taken or refused beside its field, and never our failure', async () => {
    const office = anOfficeAsked();
    const desk = aDesk(pages, (store) => {
      const people = { officers: store.officers, vault: memoryVault(), clock: () => nineOClock };
      return {
        officersOf: (ward: Ward) => store.officers.of(ward),
        putOfficer: putOfficer(people),
        takeOfficerOff: takeOfficerOff(people),
        clientsOf: async () => [],
        makeClient: async () => ({ clientId: 'c', clientSecret: 's' }),
        rotate: async () => undefined,
        revoke: async () => 'no-such-client' as const,
        audit: (ward: Ward, before: string | undefined) => store.audit.of(ward, before),
        personRequests: (ward: Ward) => office.requests.of(ward),
        askAboutPerson: office.asAsked,
        linkToExport: office.link,
      };
    });
    await desk.seat('tam@phuong.example.vn', 'Lê Văn Tám', ['leader']);
    const browser = desk.browser();
    await browser.signIn('tam@phuong.example.vn');
    const cookies = [...browser.jar].map(([name, value]) => `${name}=${value}`);
    const { ma = '' } = proofIn((await browser.get('/quyen')).body, '/quyen');
    let form = 0;
    expect(
      await failing(desk.handler, officesOwn, {
        names: [
          'ten',
          'thu-dien-tu',
          'vai-tro',
          'ai',
          'lam',
          'dien-thoai',
          'ho-so',
          'so',
          'ly-do',
          'viec',
          'ngay',
          'truoc',
        ],
        sends: (key, typed) =>
          eventOf(
            key,
            { ...typed, cookie: '', fields: { ...typed.fields, ma, lan: `f-${(form += 1)}` } },
            cookies,
          ),
        runs: 500,
      }),
    ).toBeNull();
  });
});
