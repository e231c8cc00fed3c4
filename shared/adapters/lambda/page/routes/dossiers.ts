import type { DossierTimeline } from '../../../../domain/api/timeline.ts';
import { DossierCode } from '../../../../domain/dossier/dossier-code.ts';
import type { CorrectedFacts } from '../../../../domain/dossier/event/correct-request.ts';
import { ReasonedAct } from '../../../../domain/notification/acts.ts';
import type { Deskwork } from '../../../../domain/people/may.ts';
import type { EventId, NotificationId } from '../../../../domain/values/ids.ts';
import type { Ward } from '../../../../domain/values/ward.ts';
import type { searchDossiers } from '../../../../flows/dossier/search-dossiers.ts';
import type { Answer, Request, Route } from '../../http/http.ts';
import { goTo, pageAnswer } from '../frame/answers.ts';
import { type PageOutcome, acts, type DeskPorts, type DeskRequest, reads } from '../frame/desk-route.ts';
import { type FormFields, proof, typedIn } from '../frame/form.ts';
import { address } from '../frame/html.ts';
import type { Word } from '../frame/notices.ts';
import { notFoundPage } from '../frame/refusals.ts';
import type { Mistakes } from '../views/dossier-forms.ts';
import { dossierPage } from '../views/dossier-page.ts';
import { searchPage } from '../views/search-page.ts';
import type { ActOnNotification } from './calls.ts';
import { type Read, readCorrection, readPersonEvent, readSettled, readVoid } from './dossier-acts.ts';

/** What a button below a text orders. */
const textActs = ['resend', 'cancel', 'settle'] as const;

type DossierAct = { reason: string } & (
  | { what: 'correct' | 'person-event'; facts: CorrectedFacts }
  | { what: 'settle' }
  | { what: 'void'; eventId: EventId; silently: boolean }
);

type Ports = DeskPorts & {
  trace: (ward: Ward, code: DossierCode) => Promise<DossierTimeline | undefined>;
  search: ReturnType<typeof searchDossiers>;
  actOnDossier: (
    ward: Ward,
    code: DossierCode,
    act: DossierAct,
    who: { by: string; key: string },
  ) => Promise<{ is: 'done'; outcome: string } | { is: Exclude<Word, 'done'> }>;
  actOnNotification: ActOnNotification;
};

const codeIn = ({ path }: Pick<Request, 'path'>): DossierCode | undefined =>
  DossierCode.safeParse(path['code']).data;

const homeOf = (request: Pick<Request, 'path'>): string => address`/ho-so/${codeIn(request) ?? ''}`;

const showDossier = async (ports: Ports, asked: DeskRequest, mistakes?: Mistakes): Promise<Answer> => {
  const { officer, at, notice } = asked;
  const code = codeIn(asked);
  const story = code && (await ports.trace(officer.ward, code));
  if (story === undefined) return pageAnswer(notFoundPage(at), { status: 404 });
  const page = dossierPage({ ...at, officer }, story, { newForm: ports.newId, notice, mistakes });
  return pageAnswer(page, { status: mistakes ? 422 : 200 });
};

const again = async (ports: Ports, asked: DeskRequest, mistakes: Mistakes): Promise<PageOutcome> => ({
  said: 'not-done',
  about: codeIn(asked),
  again: await showDossier(ports, asked, mistakes),
});

/** One act on the dossier in the address; its form's word is its key, so that it is one act however it arrives. */
const dossierForm = <Act>(
  form: string,
  what: Deskwork,
  read: (typed: FormFields) => Read<Act>,
  actOf: (act: Act) => DossierAct,
  saidOf: Word,
): Route<Ports> =>
  acts(
    what,
    async (ports: Ports, asked, fields) => {
      const typed = typedIn(fields);
      const given = read(typed);
      if (!given.ok) return again(ports, asked, { form, typed, errors: given.errors });
      const code = codeIn(asked);
      if (code === undefined) return { said: 'not-here' };
      const { officer } = asked;
      const act = actOf(given.act);
      const came = await ports.actOnDossier(officer.ward, code, act, {
        by: officer.name,
        key: fields[proof.form] ?? '',
      });
      if (came.is === 'not-found') return { said: 'not-here', to: '/ho-so' };
      const said =
        came.is !== 'done'
          ? came.is
          : 'outcome' in came && came.outcome === 'unchanged'
            ? 'unchanged'
            : saidOf;
      return { said, about: code, words: JSON.stringify(act) };
    },
    homeOf,
  );

const search = async ({ search: look }: Ports, { at, officer, typed }: DeskRequest): Promise<Answer> => {
  const q = typed['q'] ?? '';
  const searched = await look(officer.ward, q);
  if (searched.by === 'code') return goTo(address`/ho-so/${searched.code}`);
  if (searched.by === 'tracking-number') return goTo(address`/hanh-trinh/${searched.jobId}`);
  return pageAnswer(searchPage(at, { typed: q, searched }));
};

/** Looking a dossier up, its whole story, and what may be put right in it. */
export const dossierRoutes: Record<string, Route<Ports>> = {
  'GET /ho-so': reads('read-dossier', async (_ports: Ports, { at, notice }) =>
    pageAnswer(searchPage(at, { notice })),
  ),
  // That somebody looked is written down, never for which number.
  'POST /ho-so': reads('read-dossier', search, () => undefined),
  'GET /ho-so/{code}': reads('read-dossier', (ports: Ports, asked) => showDossier(ports, asked), codeIn),
  'POST /ho-so/{code}/sua': dossierForm(
    'sua',
    'correct',
    readCorrection,
    (act) => ({ what: 'correct', ...act }),
    'corrected',
  ),
  'POST /ho-so/{code}/huy-buoc': dossierForm(
    'huy-buoc',
    'void',
    readVoid,
    (act) => ({ what: 'void', ...act }),
    'voided',
  ),
  'POST /ho-so/{code}/da-xong': dossierForm(
    'da-xong',
    'settle',
    readSettled,
    (act) => ({ what: 'settle', ...act }),
    'settled',
  ),
  'POST /ho-so/{code}/su-kien': dossierForm(
    'su-kien',
    'person-event',
    readPersonEvent,
    (personEvent) => ({ what: 'person-event', reason: 'person-event', facts: { personEvent } }),
    'event-added',
  ),
  'POST /ho-so/{code}/tin': acts(
    'resend',
    async (ports: Ports, asked, fields) => {
      const { officer } = asked;
      const reason = ReasonedAct.safeParse({ reason: fields['vi-sao'] });
      const what = textActs.find((one) => one === fields['lam']) ?? 'resend';
      if (!reason.success)
        return again(ports, asked, {
          form: 'tin',
          typed: typedIn(fields),
          errors: { 'vi-sao': 'Ghi vì sao, không quá 200 chữ.' },
        });
      const id = (fields['tin'] ?? '') as NotificationId;
      const { is } = await ports.actOnNotification(officer.ward, id, { what, ...reason.data }, officer.name);
      const done = ({ cancel: 'cancelled', settle: 'text-settled', resend: 'resent' } as const)[what];
      return {
        said: is === 'done' ? done : is === 'not-found' ? 'not-here' : is,
        about: codeIn(asked),
        words: `${what}: ${reason.data.reason}`,
      };
    },
    homeOf,
  ),
};
