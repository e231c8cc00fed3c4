import type { typstPostPress } from '../../../shared/adapters/pdf/post-press.ts';
import { withPlaces, type PostStore } from '../../../shared/adapters/open-post-store.ts';
import type { Answer, Request, Routes } from '../../../shared/adapters/lambda/http/http.ts';
import { logPost } from '../../../shared/adapters/lambda/log/post.ts';
import { csvAnswer, formatIn, pdfAnswer } from '../../../shared/adapters/lambda/http/answers.ts';
import { refused } from '../../../shared/adapters/lambda/http/refused.ts';
import { forPartner, forWard, type KnownCaller } from '../../../shared/adapters/lambda/http/route.ts';
import { dayOf } from '../../../shared/domain/values/day.ts';
import { csvOf } from '../../../shared/domain/values/writing/csv.ts';
import { visitSheetOf, visitTableOf } from '../../../shared/domain/post/paper/visit-sheet.ts';
import { zplOf } from '../../../shared/domain/post/paper/zpl.ts';
import { listHandover } from '../../../shared/flows/post/paper/list-handover.ts';
import { visitsOf } from '../../../shared/flows/post/paper/list-visits.ts';
import { printLabel } from '../../../shared/flows/post/partner/print-label.ts';
import type { DispatchJob } from '../../../shared/domain/post/job/dispatch-job.ts';

type Asked = Request & KnownCaller;
type Ports = PostStore & {
  linkOf: (job: DispatchJob) => Promise<string>;
  /** Loading it takes longer than a label of dots, so only those who want paper wait for it. */
  press: () => Promise<ReturnType<typeof typstPostPress>>;
};

const label = async (post: Ports, request: Asked): Promise<Answer> => {
  const format = formatIn(request, 'pdf-a6', 'zpl');
  if (!format.ok) return format.answer;
  const id = request.path['id'] ?? '';
  const said = await printLabel(await withPlaces(post))(request.scope, id);
  logPost('label', said.is, id);
  if (said.is !== 'done') return refused(said, request);
  return format.is === 'zpl'
    ? { status: 200, body: zplOf(said.label), type: 'application/vnd.zebra-zpl' }
    : pdfAnswer((await post.press()).label(said.label), said.label.plainNumber, request);
};

const handoverList = async (post: Ports, request: Asked): Promise<Answer> => {
  const format = formatIn(request, 'pdf', 'csv');
  if (!format.ok) return format.answer;
  const id = request.path['id'] ?? '';
  const made = await listHandover(await withPlaces(post))(request.scope, id);
  logPost('handover-list', made.is, id);
  if (made.is !== 'listed') return refused(made, request);
  return format.is === 'csv'
    ? csvAnswer(csvOf(made.list), id)
    : pdfAnswer((await post.press()).handoverList(made.list), id, request);
};

const visits = async (post: Ports, request: Asked): Promise<Answer> => {
  const format = formatIn(request, 'json', 'pdf', 'csv');
  if (!format.ok) return format.answer;
  const { hamlets, agency } = await visitsOf(post)(request.scope);
  if (format.is === 'json') return { status: 200, body: { hamlets } };
  const day = dayOf(post.clock());
  const sheet = visitSheetOf(hamlets, agency, day);
  return format.is === 'csv'
    ? csvAnswer(csvOf(visitTableOf(sheet)), `visits-${day}`)
    : pdfAnswer((await post.press()).visitList(sheet), `visits-${day}`, request);
};

/** What goes with the papers, the same for both sides of the counter; whose it is comes from the token. */
export const paperworkRoutes: Routes<Ports> = {
  'GET /v1/dispatch-jobs/{id}/label': forWard(label),
  'GET /v1/manifests/{id}/document': forWard(handoverList),
  'GET /partner/v1/dispatch-jobs/{id}/label': forPartner(label),
  'GET /partner/v1/manifests/{id}/document': forPartner(handoverList),
  'GET /v1/visits': forWard(visits),
  'GET /partner/v1/visits': forPartner(visits),
};
