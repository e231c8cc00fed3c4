import { may, type Deskwork } from '../../../../domain/people/may.ts';
import type { Officer } from '../../../../domain/people/officer.ts';
import type { Draft, FormName, Session, Standing } from '../../../../domain/people/session.ts';
import type { Deed } from '../../../../domain/people/audit.ts';
import type { Instant } from '../../../../domain/values/instant.ts';
import { logStep } from '../../log/log.ts';
import type { Answer, Request, Route } from '../../http/http.ts';
import { goTo, pageAnswer } from './answers.ts';
import { cookieIn } from './cookies.ts';
import { type FormFields, fieldsIn, proof, sameSite, typedIn } from './form.ts';
import { address } from './html.ts';
import { sendAgainPage } from './kept.ts';
import type { AtDesk, Notice } from './layout.ts';
import { noticeIn, type Word } from './notices.ts';
import { closedPage, notAllowedPage, strangeFormPage } from './refusals.ts';

/** What every page of the desk stands on. */
export type DeskPorts = {
  whoIsIn: (
    word: string | undefined,
  ) => Promise<
    | { is: 'in'; officer: Officer; session: Session }
    | { is: 'closed'; why: Exclude<Standing, 'in'>; session: Session }
    | { is: 'nobody' }
  >;
  keepDraft: (session: Session, draft: Draft) => Promise<void>;
  dropDraft: (session: Session) => Promise<void>;
  takeForm: (
    name: FormName,
  ) => Promise<
    { is: 'taken'; leave: (came: 'done' | 'open') => Promise<void> } | { is: 'sent' } | { is: 'under-way' }
  >;
  note: (deed: Deed) => Promise<void>;
  /** The name of the officer's office. */
  officeName: (ward: Officer['ward']) => Promise<string>;
  /** A word that proves that a form is of this session. */
  tokenOf: (session: string) => string;
  newId: () => string;
  clock: () => Instant;
  /** Where the desk is, as browsers see it. */
  publicUrl: string;
};

/** A request of an officer who is in. */
export type DeskRequest = {
  officer: Officer;
  session: Session;
  at: AtDesk;
  now: Instant;
  path: Request['path'];
  query: Request['query'];
  notice: Notice | undefined;
  /** What was typed to look something up: it is posted, so that no phone stands in an address. */
  typed: FormFields;
};

type Show<Ports> = (ports: Ports, request: DeskRequest) => Promise<Answer>;

const deedOf = (
  ports: DeskPorts,
  { officer, now }: DeskRequest,
  what: string,
  more: Partial<Deed>,
): Deed => ({
  id: ports.newId(),
  ward: officer.ward,
  at: now,
  officer: officer.id,
  by: officer.name,
  what,
  outcome: 'done',
  ...more,
});

const atDesk = async (
  ports: DeskPorts,
  request: Request,
  { officer, session }: { officer: Officer; session: Session },
): Promise<DeskRequest> => ({
  officer,
  session,
  at: {
    officer,
    office: await ports.officeName(officer.ward),
    token: ports.tokenOf(session.id),
  },
  now: ports.clock(),
  path: request.path,
  query: request.query,
  notice: noticeIn(request.query['da']),
  typed: fieldsIn(request) ?? {},
});

const isOurs = (request: Request, { publicUrl }: DeskPorts): boolean =>
  sameSite(request, [new URL(publicUrl).origin]);

const hereOf = ({ event }: Request): string =>
  event.rawQueryString ? `${event.rawPath}?${event.rawQueryString}` : event.rawPath;

/** What an officer reads. `audited` names what is read about somebody, so that the reading is written down too. */
export const reads =
  <Ports extends DeskPorts>(
    what: Deskwork,
    show: Show<Ports>,
    audited?: (request: DeskRequest) => string | undefined,
  ): Route<Ports> =>
  async (ports, request) => {
    if (request.event.body !== undefined && !isOurs(request, ports))
      return pageAnswer(strangeFormPage(), { status: 403 });
    const who = await ports.whoIsIn(cookieIn(request.event.cookies, 'session'));
    if (who.is !== 'in') return goTo(address`/dang-nhap?ve=${hereOf(request)}`);
    const asked = await atDesk(ports, request, who);
    if (!may(who.officer, what)) return pageAnswer(notAllowedPage(asked.at), { status: 403 });
    const answer = await show(ports, asked);
    const about = audited?.(asked);
    if (audited && answer.status === 200)
      await ports.note(deedOf(ports, asked, what, about === undefined ? {} : { about }));
    return answer;
  };

/** What an act came to: said on the page that follows it, or on the form itself, where what was typed stays. */
export type PageOutcome = {
  /** Where to go, and what is said there. */
  to?: string;
  said: Word;
  /** What is kept in the audit beside who and when. */
  about?: string | undefined;
  words?: string | undefined;
  /** The form again, with what is wrong beside its fields. */
  again?: Answer;
  /** It is done, and shown this one time on a page of its own. */
  once?: Answer;
};

/**
 * What an officer does: only from a form of their own session, only with the right to it, once for each form however often it
 * is sent, and written down. A form whose act broke off, or did nothing because something was missing, may be sent again.
 * A session that is over keeps what was typed for after signing in again.
 */
export const acts =
  <Ports extends DeskPorts>(
    what: Deskwork,
    act: (ports: Ports, request: DeskRequest, fields: FormFields) => Promise<PageOutcome>,
    home: (request: Pick<Request, 'path'>) => string,
  ): Route<Ports> =>
  async (ports, request) => {
    const fields = fieldsIn(request);
    if (fields === undefined || !isOurs(request, ports))
      return pageAnswer(strangeFormPage(), { status: 403 });
    const who = await ports.whoIsIn(cookieIn(request.event.cookies, 'session'));
    if (who.is === 'nobody') return goTo('/dang-nhap');
    if (fields[proof.token] !== ports.tokenOf(who.session.id))
      return pageAnswer(strangeFormPage(), { status: 403 });
    if (who.is === 'closed') {
      const path = request.event.rawPath;
      if (who.why !== 'signed-out') await ports.keepDraft(who.session, { path, fields: typedIn(fields) });
      return pageAnswer(closedPage(address`/dang-nhap/bat-dau?ve=${home(request)}`), { status: 401 });
    }
    const asked = await atDesk(ports, request, who);
    const log = (outcome: string): void =>
      logStep({ step: `desk-${what}`, outcome, ward: who.officer.ward, client: who.officer.id });
    if (!may(who.officer, what)) {
      log('not-allowed');
      await ports.note(deedOf(ports, asked, what, { outcome: 'not-allowed' }));
      return pageAnswer(notAllowedPage(asked.at), { status: 403 });
    }
    const form = fields[proof.form] ?? '';
    if (form === '') return pageAnswer(strangeFormPage(), { status: 403 });
    const taken = await ports.takeForm({ session: who.session.id, form });
    if (taken.is === 'sent') return goTo(withWord(home(request), 'sent-before'));
    if (taken.is === 'under-way')
      return pageAnswer(sendAgainPage(stillDoing, { action: request.event.rawPath, fields }), {
        status: 409,
      });
    let came: 'done' | 'open' = 'open';
    try {
      const { to = home(request), said, about, words, again, once } = await act(ports, asked, fields);
      log(said);
      if (again === undefined && who.session.draft !== undefined) await ports.dropDraft(who.session);
      const kept = {
        outcome: said,
        ...(about !== undefined && { about }),
        ...(words !== undefined && { words }),
      };
      await ports.note(deedOf(ports, asked, what, kept));
      if (again === undefined) came = 'done';
      return again ?? once ?? goTo(withWord(to, said));
    } finally {
      // What could not be written down here is so by itself when the sending's time is over.
      await taken.leave(came).catch(() => log('form-not-left'));
    }
  };

const stillDoing = {
  title: 'Đang làm, chưa xong',
  words: 'Lần bấm trước chưa xong. Chờ nửa phút rồi bấm lại; việc đã xong thì không bị làm hai lần.',
};

const withWord = (path: string, word: Word): string =>
  `${path}${path.includes('?') ? '&' : '?'}${address`da=${word}`}`;
