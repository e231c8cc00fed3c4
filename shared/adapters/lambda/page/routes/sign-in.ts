import type { Draft, Session } from '../../../../domain/people/session.ts';
import { logStep } from '../../log/log.ts';
import type { Route } from '../../http/http.ts';
import { goTo, pageAnswer, pageHeaders } from '../frame/answers.ts';
import { cookieIn, dropCookie, setCookie } from '../frame/cookies.ts';
import { type DeskPorts, reads } from '../frame/desk-route.ts';
import { fieldsIn, proof } from '../frame/form.ts';
import { address } from '../frame/html.ts';
import { strangeFormPage } from '../frame/refusals.ts';
import { keys, keysAddress } from '../frame/keys.ts';
import { style, styleAddress } from '../frame/style.ts';
import { draftPage, signInPage, type WhyNot } from '../views/sign-in-pages.ts';

type Ports = DeskPorts & {
  begin: (back: string, earlier?: string) => Promise<{ url: string; ticket: string }>;
  finish: (
    ticket: string | undefined,
    said: { state: string | undefined; code: string | undefined },
  ) => Promise<{ is: 'in'; word: string; session: Session; back: string } | { is: 'refused'; why: WhyNot }>;
  signOut: (session: string) => Promise<void>;
};

/** A place of ours to go back to; anything that could lead elsewhere is the worklist. */
export const placeToGo = (asked: string | undefined): string =>
  asked !== undefined && /^\/(?![/\\])[\w./?=&%-]*$/.test(asked) && !asked.startsWith('/dang-')
    ? asked
    : '/viec';

const ticketLives = 600;
const sessionLives = 12 * 3600;

const typedBefore = (draft: Draft | undefined, back: string): string =>
  draft === undefined ? back : '/dang-nhap/tiep';

/** What pages need beside their text, by its address. */
const files: Readonly<Record<string, readonly [type: string, body: string]>> = {
  [styleAddress]: ['text/css', style],
  [keysAddress]: ['text/javascript', keys],
};

/** The doors of the desk: in, back from the provider, out, and the sheet that every page needs. */
export const signInRoutes: Record<string, Route<Ports>> = {
  'GET /': async () => goTo('/viec'),
  'GET /kieu/{file}': async (_ports, { path }) => {
    const [type, body] = files[`/kieu/${path['file']}`] ?? [];
    return {
      status: body === undefined ? 404 : 200,
      type: type ?? 'text/plain',
      body: body ?? '',
      headers: { ...pageHeaders, 'cache-control': 'public, max-age=31536000, immutable' },
    };
  },
  'GET /dang-nhap': async (_ports, { query }) =>
    pageAnswer(signInPage(address`/dang-nhap/bat-dau?ve=${placeToGo(query['ve'])}`)),
  'GET /dang-nhap/bat-dau': async ({ begin, whoIsIn }, { event, query }) => {
    const who = await whoIsIn(cookieIn(event.cookies, 'session'));
    const { url, ticket } = await begin(
      placeToGo(query['ve']),
      who.is === 'closed' ? who.session.id : undefined,
    );
    return goTo(url, { cookies: [setCookie('ticket', ticket, ticketLives)] });
  },
  'GET /dang-nhap/xong': async ({ finish }, { event, query }) => {
    const said = { state: query['state'], code: query['code'] };
    const came = await finish(cookieIn(event.cookies, 'ticket'), said);
    logStep({ step: 'sign-in', outcome: came.is === 'in' ? 'in' : came.why });
    const used = dropCookie('ticket');
    if (came.is === 'refused')
      return pageAnswer(signInPage('/dang-nhap/bat-dau', came.why), {
        status: came.why === 'stranger' ? 403 : 400,
        cookies: [used],
      });
    const cookies = [used, setCookie('session', came.word, sessionLives)];
    return goTo(typedBefore(came.session.draft, came.back), { cookies });
  },
  'GET /dang-nhap/tiep': reads('read-work', async (ports: Ports, { at, session }) => {
    if (session.draft === undefined) return goTo('/viec');
    return pageAnswer(draftPage(at, session.draft, ports.newId()));
  }),
  'POST /dang-xuat': async ({ whoIsIn, tokenOf, signOut }, request) => {
    const who = await whoIsIn(cookieIn(request.event.cookies, 'session'));
    const cookies = [dropCookie('session')];
    if (who.is === 'nobody') return goTo('/dang-nhap', { cookies });
    if (fieldsIn(request)?.[proof.token] !== tokenOf(who.session.id))
      return pageAnswer(strangeFormPage(), { status: 403 });
    await signOut(who.session.id);
    return goTo('/dang-nhap', { cookies });
  },
};
