import { setTimeout as pause } from 'node:timers/promises';
import type { Context } from 'aws-lambda';
import type { Route } from '../../../../shared/adapters/lambda/http/http.ts';
import { pageFunction } from '../../../../shared/adapters/lambda/page/frame/page-function.ts';
import { sha256 } from '../../../../shared/adapters/lambda/sha256.ts';
import { memoryStore } from '../../../../shared/adapters/memory/store.ts';
import { memoryVault } from '../../../../shared/adapters/memory/vault.ts';
import type { IdentityProvider } from '../../../../shared/domain/people/identity.ts';
import type { Most } from '../../../../shared/domain/office/most.ts';
import type { Role } from '../../../../shared/domain/people/officer.ts';
import { Ward } from '../../../../shared/domain/values/ward.ts';
import { type Instant, instantOf, plus } from '../../../../shared/domain/values/instant.ts';
import { putOfficer, takeOfficerOff } from '../../../../shared/flows/people/manage-officers.ts';
import { chooseSettings, judgeSettings } from '../../../../shared/flows/office/choose-settings.ts';
import { decideProposal } from '../../../../shared/flows/people/decide-proposal.ts';
import { chooseGuarded } from '../../../../shared/flows/people/choose-guarded.ts';
import { propose } from '../../../../shared/flows/people/propose.ts';
import { openDesk } from '../../../../shared/flows/people/open-desk.ts';
import { nineOClock } from '../../../contracts/cost/ward-day.ts';

const publicUrl = 'https://desk.example.vn';

/** A provider that believes every code that names somebody: `hoa@phuong.example.vn`. */
const believing: IdentityProvider = {
  address: async ({ state }) => `https://provider.example.vn/authorize?state=${state}`,
  redeem: async (code) =>
    code.includes('@') ? { is: 'known', identity: { login: code } } : { is: 'refused', why: 'code' },
};

type Reply = { status: number; location: string | undefined; body: string; headers: Record<string, string> };
type Asked = { headers?: Record<string, string> };

/** A desk in memory, whose time the test moves, with these routes beside those of signing in. */
export const aDesk = <More extends object>(
  routes: Record<string, Route<never>>,
  more: (store: ReturnType<typeof memoryStore>) => More = () => ({}) as More,
) => {
  const store = memoryStore();
  const vault = memoryVault();
  let at: Instant = nineOClock;
  let drawn = 0;
  const clock = () => at;
  const people = { officers: store.officers, vault, clock };
  const ports = {
    ...openDesk({
      ...store,
      provider: believing,
      vault,
      clock,
      publicUrl,
      returnTo: `${publicUrl}/dang-nhap/xong`,
      random: () => `random-${(drawn += 1)}`,
      sha256,
      pause: () => pause(1),
    }),
    ...more(store),
  };
  const handler = pageFunction(() => ports, routes as Record<string, Route<typeof ports>>);

  /** The route of a path, and what its parameters are. */
  const routeOf = (method: string, path: string) => {
    for (const key of Object.keys(routes)) {
      const [wanted = '', pattern = ''] = key.split(' ');
      const names = [...pattern.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
      const found = new RegExp(`^${pattern.replaceAll(/\{\w+\}/g, '([^/]+)')}$`).exec(path);
      if (wanted === method && found)
        return {
          routeKey: key,
          pathParameters: Object.fromEntries(
            names.map((name, index) => [name, decodeURIComponent(found[index + 1]!)]),
          ),
        };
    }
    return { routeKey: `${method} ${path}` };
  };

  /** A browser of its own, with its cookies. */
  const browser = () => {
    const jar = new Map<string, string>();
    const ask = async (
      method: string,
      target: string,
      { fields, headers = {} }: Asked & { fields?: Record<string, string> } = {},
    ): Promise<Reply> => {
      const url = new URL(target, publicUrl);
      const event = {
        ...routeOf(method, url.pathname),
        rawPath: url.pathname,
        rawQueryString: url.search.slice(1),
        queryStringParameters: Object.fromEntries(url.searchParams),
        cookies: [...jar].map(([name, value]) => `${name}=${value}`),
        headers: {
          host: new URL(publicUrl).host,
          ...(fields && { 'content-type': 'application/x-www-form-urlencoded', origin: publicUrl }),
          ...headers,
        },
        ...(fields && { body: new URLSearchParams(fields).toString() }),
        isBase64Encoded: false,
        requestContext: { requestId: 'request', http: { method } },
      };
      const answer = await handler(event as never, {} as Context);
      for (const cookie of answer.cookies ?? []) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
        if (value === '') jar.delete(name);
        else jar.set(name, value);
      }
      const given = answer.headers as Record<string, string>;
      return {
        status: answer.statusCode!,
        location: given['location'],
        body: answer.body ?? '',
        headers: given,
      };
    };
    const get = (target: string, asked?: Asked) => ask('GET', target, asked);
    const post = (target: string, fields: Record<string, string>, asked?: Asked) =>
      ask('POST', target, { fields, ...asked });
    const signIn = async (login: string, back = '/viec'): Promise<Reply> => {
      const begun = await get(`/dang-nhap/bat-dau?ve=${encodeURIComponent(back)}`);
      const state = new URL(begun.location!).searchParams.get('state')!;
      return get(`/dang-nhap/xong?state=${state}&code=${encodeURIComponent(login)}`);
    };
    return { get, post, signIn, jar };
  };

  return {
    store,
    ports,
    handler,
    browser,
    pass: (milliseconds: number) => void (at = plus(at, milliseconds)),
    now: () => instantOf(new Date(at)),
    seat: async (login: string, name: string, roles: Role[], ward = '26506') =>
      putOfficer(people)({ login, name, roles, ward: Ward.parse(ward) }, { name: 'vận hành' }),
    takeOff: takeOfficerOff(people),
  };
};

/** What four eyes need, over this store. */
export const proposing = (store: ReturnType<typeof memoryStore>, most: Most = {}) => {
  let drawn = 0;
  const ports = {
    ...store,
    most,
    clock: () => nineOClock,
    random: () => String((drawn += 1)).padStart(6, '0'),
  };
  const judge = judgeSettings(ports);
  return {
    propose: propose(ports),
    chooseGuarded: chooseGuarded({ ...ports, judge, choose: chooseSettings(ports), propose: propose(ports) }),
    decide: decideProposal({ ...ports, judge }),
    officersOf: (ward: Ward) => store.officers.of(ward),
    openProposals: (ward: Ward) => store.proposals.open(ward),
    proposalsOf: (ward: Ward, before: string | undefined) => store.proposals.of(ward, before),
  };
};

/** The hidden fields of the first form of a page that posts there. */
export const proofIn = (page: string, action: string): Record<string, string> => {
  const form = page.split('<form').find((one) => one.includes(`action="${action}"`)) ?? '';
  const hidden = [...form.split('</form')[0]!.matchAll(/type="hidden"\s+name="([^"]+)"\s+value="([^"]*)"/g)];
  return Object.fromEntries(hidden.map(([, name, value]) => [name, value]));
};
