import type { DossierTimeline } from '../../../../domain/api/timeline.ts';
import { stepsAfter } from '../../../../domain/dossier/by-hand/next-status.ts';
import { cardHolderIn } from '../../../../domain/dossier/by-hand/card-code.ts';
import { DossierCode } from '../../../../domain/dossier/dossier-code.ts';
import { Status } from '../../../../domain/dossier/statuses.ts';
import type { Places } from '../../../../domain/values/places/places.ts';
import type { Ward } from '../../../../domain/values/ward.ts';
import type { Entered, enterByHand } from '../../../../flows/dossier/enter-by-hand.ts';
import type { Answer, Request, Route } from '../../http/http.ts';
import { pageAnswer } from '../frame/answers.ts';
import { type PageOutcome, acts, type DeskPorts, type DeskRequest, reads } from '../frame/desk-route.ts';
import { type FormFields, proof, typedIn } from '../frame/form.ts';
import { address } from '../frame/html.ts';
import { noticeIn, type Word } from '../frame/notices.ts';
import { notFoundPage } from '../frame/refusals.ts';
import type { Read } from '../routes/dossier-acts.ts';
import { newDossierPage, stepPage } from './entry-pages.ts';
import { stepNames, wrongAt } from './fields.ts';
import { asksUntil, readDossier, readStep, type TypedEntry } from './read-entry.ts';

type Ports = DeskPorts & {
  trace: (ward: Ward, code: DossierCode) => Promise<DossierTimeline | undefined>;
  places: Places;
  enter: ReturnType<typeof enterByHand>;
};

type Again = { typed?: FormFields; errors?: Record<string, string>; said?: Word };

const statusIn = (text: string | undefined): Status | undefined => Status.safeParse(text).data;
const firstStep = (text: string | undefined): Status => {
  const status = statusIn(text);
  return status !== undefined && stepsAfter(undefined).includes(status) ? status : 'received';
};
const codeIn = ({ path }: Pick<Request, 'path'>): DossierCode | undefined =>
  DossierCode.safeParse(path['code']).data;

const shownFor = async (ports: Ports, { notice }: DeskRequest, { typed = {}, errors = {}, said }: Again) => ({
  places: await ports.places(),
  newForm: ports.newId,
  typed,
  errors,
  notice: said === undefined ? notice : noticeIn(said),
});

const statusOf = (again: Again): { status: number } => ({ status: again.typed === undefined ? 200 : 422 });

const showNew = async (ports: Ports, asked: DeskRequest, again: Again = {}): Promise<Answer> => {
  const status = firstStep((again.typed ?? asked.query)[stepNames.status]);
  return pageAnswer(newDossierPage(asked.at, status, await shownFor(ports, asked, again)), statusOf(again));
};

const showStep = async (ports: Ports, asked: DeskRequest, again: Again = {}): Promise<Answer> => {
  const code = codeIn(asked);
  const story = code && (await ports.trace(asked.officer.ward, code));
  if (story === undefined) return pageAnswer(notFoundPage(asked.at), { status: 404 });
  const wanted = statusIn((again.typed ?? asked.query)[stepNames.status]);
  // What may not follow any more is no choice: the page shows those that may.
  const chosen = wanted !== undefined && stepsAfter(story.status).includes(wanted) ? wanted : undefined;
  return pageAnswer(stepPage(asked.at, story, chosen, await shownFor(ports, asked, again)), statusOf(again));
};

/** What came of writing it down: said on the dossier's page, or on the form with what was typed. */
const outcomeOf = async (
  came: Entered,
  { code, status, typed }: { code: DossierCode; status: Status; typed: FormFields },
  show: (again: Again) => Promise<Answer>,
): Promise<PageOutcome> => {
  const about = { about: code, words: status };
  if (came.is === 'done') return { said: 'entered', to: address`/ho-so/${code}`, ...about };
  if (came.is === 'not-found') return { said: 'not-here', to: '/ho-so' };
  if (came.is === 'validation-failed') {
    const errors = wrongAt(came.pointers, asksUntil(status));
    return { said: 'not-done', about: code, again: await show({ typed, errors }) };
  }
  return { said: came.is, about: code, again: await show({ typed, said: came.is }) };
};

const enter = async (
  ports: Ports,
  asked: DeskRequest,
  fields: FormFields,
  form: {
    code: DossierCode;
    status: Status;
    seen: string;
    read: Read<TypedEntry>;
    show: (again: Again) => Promise<Answer>;
  },
): Promise<PageOutcome> => {
  const typed = typedIn(fields);
  const { code, status, seen, read, show } = form;
  if (!read.ok) return { said: 'not-done', again: await show({ typed, errors: read.errors }) };
  const { facts, at } = read.act;
  const came = await ports.enter(
    asked.officer.ward,
    { ...facts, dossierCode: code, status },
    { key: fields[proof.form] ?? '', at, seen },
  );
  return outcomeOf(came, { code, status, typed }, show);
};

/** A dossier and its steps, written down by somebody at the desk. */
export const entryRoutes: Record<string, Route<Ports>> = {
  'GET /ho-so/moi': reads('enter-step', (ports: Ports, asked) => showNew(ports, asked)),
  'POST /ho-so/moi': acts(
    'enter-step',
    async (ports: Ports, asked, fields) => {
      const status = firstStep(fields[stepNames.status]);
      const read = readDossier(typedIn(fields), status, await ports.places());
      const show = (again: Again) => showNew(ports, asked, again);
      const code = DossierCode.safeParse(fields['ma-ho-so']);
      if (!code.success) {
        const errors = { ...(read.ok ? {} : read.errors), ...wrongAt(['/dossierCode'], false) };
        return { said: 'not-done', again: await show({ typed: typedIn(fields), errors }) };
      }
      return enter(ports, asked, fields, { code: code.data, status, seen: 'nothing', read, show });
    },
    () => '/ho-so/moi',
  ),
  // Read, and no act: acts keep what was typed when a session is over, and nothing of a card may stay.
  'POST /ho-so/moi/the': reads('enter-step', async (ports: Ports, asked) => {
    const status = firstStep(asked.typed[stepNames.status]);
    const holder = cardHolderIn(asked.typed['the'] ?? '');
    const filled: FormFields =
      holder === undefined ? {} : { 'ho-ten': holder.name, dong: holder.residence ?? '' };
    const shown = { ...(await shownFor(ports, asked, { typed: filled })), typed: filled };
    const page = newDossierPage(asked.at, status, {
      ...shown,
      ...(holder === undefined && { card: 'unread' as const }),
    });
    return pageAnswer(page, { status: holder === undefined ? 422 : 200 });
  }),
  'GET /ho-so/{code}/buoc': reads('enter-step', (ports: Ports, asked) => showStep(ports, asked), codeIn),
  'POST /ho-so/{code}/buoc': acts(
    'enter-step',
    async (ports: Ports, asked, fields) => {
      const [code, status] = [codeIn(asked), statusIn(fields[stepNames.status])];
      if (code === undefined || status === undefined) return { said: 'not-here', to: '/ho-so' };
      const read = readStep(typedIn(fields), status, await ports.places());
      const show = (again: Again) => showStep(ports, asked, again);
      const seen = fields[stepNames.seen] || 'nothing';
      return enter(ports, asked, fields, { code, status, seen, read, show });
    },
    (request) => address`/ho-so/${codeIn(request) ?? ''}`,
  ),
};
