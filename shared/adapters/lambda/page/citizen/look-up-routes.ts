import { SendWindow } from '../../../../domain/calendar/send-window.ts';
import type { Dossier } from '../../../../domain/dossier/dossier.ts';
import { type Rating, type Score, scoreIn } from '../../../../domain/dossier/rating.ts';
import type { PageWish } from '../../../../domain/inbound/page-wish.ts';
import type { CitizenStanding } from '../../../../domain/lookup/standing.ts';
import { notifiedPhone } from '../../../../domain/office/contact-channel.ts';
import { logStep } from '../../log/log.ts';
import type { Answer, Request, Route } from '../../http/http.ts';
import { goTo, pageAnswer } from '../frame/answers.ts';
import { type FormFields, fieldsIn, sameSite } from '../frame/form.ts';
import { address } from '../frame/html.ts';
import { askPage } from './ask-page.ts';
import { citizenFields } from './citizen-forms.ts';
import { closedPassPage, staleFormPage } from './refusals.ts';
import { standingPage } from './standing-page.ts';
import { type Done, doneIn } from './words.ts';

type Opened = { dossier: Dossier; office: string; standing: CitizenStanding };

/** What proves that a form is ours, for the page at this path. */
export type Proofs = {
  proofFor: (page: string) => string;
  isOurs: (page: string, proof: string | undefined) => boolean;
  /** Where the pages are, as browsers see them. */
  publicUrl: string;
};

type Ports = Proofs & {
  lookUp: (typed: {
    code: string;
    receipt: string;
    address: string;
  }) => Promise<{ is: 'found'; word: string } | { is: 'miss' } | { is: 'wait'; milliseconds: number }>;
  open: (word: string) => Promise<Opened | undefined>;
  wish: (dossier: Dossier, phone: string, wish: PageWish['wish']) => Promise<void>;
  beginPhoneCheck: (dossier: Dossier, phone: string) => Promise<'sent' | 'not-a-mobile' | 'enough'>;
  endPhoneCheck: (dossier: Dossier, digits: string) => Promise<'changed' | 'wrong'>;
  rate: (
    dossier: Dossier,
    said: { score: Score; line?: string; by: Rating['by'] },
  ) => Promise<'counted' | 'counted-before' | 'nothing-to-rate'>;
};

/** The fields of a form that a browser says is of this site. */
export const ownFields = (request: Request, { publicUrl }: Proofs): FormFields | undefined =>
  sameSite(request, [new URL(publicUrl).origin]) ? fieldsIn(request) : undefined;

const pathOf = (word: string): string => address`/tra-cuu/${word}`;

const byWish = async (
  { wish }: Ports,
  { dossier }: Opened,
  asks: 'opt-out' | 'opt-in',
): Promise<Done | undefined> => {
  const phone = notifiedPhone(dossier);
  if (phone === undefined) return undefined;
  await wish(dossier, phone, { asks });
  return asks === 'opt-out' ? 'thoi' : 'nhan';
};

/** What a citizen may do on the page of their dossier, by the word in the form. */
const does: Record<string, (ports: Ports, opened: Opened, fields: FormFields) => Promise<Done | undefined>> =
  {
    thoi: async (ports, opened) => byWish(ports, opened, 'opt-out'),
    nhan: async (ports, opened) => byWish(ports, opened, 'opt-in'),
    gio: async ({ wish }, { dossier, standing }, fields) => {
      const { from, to } = citizenFields;
      const hours = SendWindow.safeParse({ from: fields[from], to: fields[to] }).data;
      const phone = notifiedPhone(dossier);
      if (hours === undefined || phone === undefined || standing.phone?.told !== true) return 'gio-sai';
      await wish(dossier, phone, { asks: 'hours', hours });
      return 'gio';
    },
    'so-moi': async ({ beginPhoneCheck }, { dossier }, fields) => {
      const came = await beginPhoneCheck(dossier, fields[citizenFields.phone] ?? '');
      return ({ sent: 'gui-ma', 'not-a-mobile': 'so-sai', enough: 'het-luot' } as const)[came];
    },
    'xac-nhan': async ({ endPhoneCheck }, { dossier }, fields) => {
      const came = await endPhoneCheck(dossier, fields[citizenFields.digits] ?? '');
      return came === 'changed' ? 'doi-so' : 'sai-ma';
    },
    'danh-gia': async ({ rate }, { dossier }, fields) => {
      const score = scoreIn(fields[citizenFields.score]);
      if (score === undefined) return 'chua-chon';
      const line = fields[citizenFields.line]?.trim();
      const came = await rate(dossier, { score, by: 'page', ...(line && { line }) });
      return ({ counted: 'cam-on', 'counted-before': 'da-danh-gia', 'nothing-to-rate': undefined } as const)[
        came
      ];
    },
  };

/** The pages for whoever waits for a dossier. */
export const lookUpRoutes: Record<string, Route<Ports>> = {
  'GET /tra-cuu': async () => pageAnswer(askPage()),

  // Posted, so that neither code stands in an address; what is found has an address of its own, which may be reloaded.
  'POST /tra-cuu': async (ports, request) => {
    const fields = ownFields(request, ports);
    if (fields === undefined) return pageAnswer(staleFormPage(), { status: 403 });
    const { hs: code = '', bi: receipt = '' } = fields;
    const from = request.event.requestContext.http.sourceIp;
    const came = await ports.lookUp({ code, receipt, address: from });
    logStep({ step: 'look-up', outcome: came.is });
    if (came.is === 'found') return goTo(pathOf(came.word));
    const typed = { code: code.slice(0, 60), receipt: receipt.slice(0, 20) };
    if (came.is === 'miss') return pageAnswer(askPage({ ...typed, came: 'miss' }), { status: 404 });
    const answer = pageAnswer(askPage({ ...typed, came: { wait: came.milliseconds } }), { status: 429 });
    const seconds = String(Math.ceil(came.milliseconds / 1000));
    return { ...answer, headers: { ...answer.headers, 'retry-after': seconds } };
  },

  'GET /tra-cuu/{token}': async (ports, { path: { token = '' }, query }) => {
    const opened = await ports.open(token);
    if (opened === undefined) return pageAnswer(closedPassPage(), { status: 404 });
    return shown(ports, token, opened, doneIn(query['da']));
  },

  'POST /tra-cuu/{token}': async (ports, request) => {
    const { token = '' } = request.path;
    const fields = ownFields(request, ports);
    if (fields === undefined || !ports.isOurs(pathOf(token), fields[citizenFields.proof]))
      return pageAnswer(staleFormPage(), { status: 403 });
    const opened = await ports.open(token);
    if (opened === undefined) return pageAnswer(closedPassPage(), { status: 404 });
    const what = fields[citizenFields.what] ?? '';
    const done = Object.hasOwn(does, what) ? await does[what]!(ports, opened, fields) : undefined;
    logStep({ step: 'citizen', outcome: done ?? 'nothing', ward: opened.dossier.ward });
    return goTo(done === undefined ? pathOf(token) : `${pathOf(token)}?da=${done}`);
  },
};

const shown = (ports: Ports, token: string, opened: Opened, done: Done | undefined): Answer => {
  const action = pathOf(token);
  const form = {
    action,
    proof: ports.proofFor(action),
    confirms: done === 'gui-ma' || done === 'sai-ma',
    rated: done === 'cam-on' || done === 'da-danh-gia',
  };
  return pageAnswer(standingPage(opened, form, done));
};
