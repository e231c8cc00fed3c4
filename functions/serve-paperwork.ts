// Prints for partners and ward offices what goes with the papers: labels, hand-over lists, visit lists.
import { openPostWith } from '../shared/adapters/open-post-store.ts';
import { onColdStart } from '../shared/adapters/lambda/cold-start.ts';
import { given, readEnv } from '../shared/adapters/lambda/env.ts';
import { type Answer, httpFunction, refuse, type Request } from '../shared/adapters/lambda/http.ts';
import { logPost } from '../shared/adapters/lambda/log-post.ts';
import { csvAnswer, formatIn, pdfAnswer, problemOf } from '../shared/adapters/lambda/post-answers.ts';
import { forPartner, scopeOf } from '../shared/adapters/lambda/post-route.ts';
import { forWard } from '../shared/adapters/lambda/ward-route.ts';
import { typstPostPress } from '../shared/adapters/pdf/post-press.ts';
import { dayOf } from '../shared/domain/day.ts';
import { csvOf } from '../shared/domain/post/csv.ts';
import { visitSheetOf, visitTableOf } from '../shared/domain/post/visit-sheet.ts';
import { deliverersOf, wardOf } from '../shared/domain/post/ward-partner.ts';
import { zplOf } from '../shared/domain/post/zpl.ts';
import { listHandover } from '../shared/flows/post/list-handover.ts';
import { listVisits } from '../shared/flows/post/list-visits.ts';
import { printLabel } from '../shared/flows/post/print-label.ts';
import type { DispatchJob } from '../shared/domain/post/dispatch-job.ts';
import { parcelCode } from '../shared/domain/post/parcel-code.ts';

const build = () => {
  const { PUBLIC_URL } = readEnv({ PUBLIC_URL: given });
  return openPostWith(({ vault }) => ({
    linkOf: ({ ward, jobId }: DispatchJob) =>
      `${PUBLIC_URL}/buu-gui/${parcelCode(ward, vault.hash(`label/${jobId}`))}`,
  }));
};
type Post = Awaited<ReturnType<typeof build>>;

/** Loading the press takes longer than a label of dots, so only those who want paper wait for it. */
const press = onColdStart(() => typstPostPress());

const label = async (post: Post, request: Request): Promise<Answer> => {
  const { path, language } = request;
  const format = formatIn(request, 'pdf-a6', 'zpl');
  if (!format.ok) return format.answer;
  const print = printLabel({ ...post, places: await post.places() });
  const { decided, label: printed } = await print(scopeOf(request), path['id'] ?? '');
  logPost('label', decided.is, path['id']);
  if (!printed) return refuse(problemOf(decided.is, language));
  return format.is === 'zpl'
    ? { status: 200, body: zplOf(printed), type: 'application/vnd.zebra-zpl' }
    : pdfAnswer((await press()).label(printed), printed.plainNumber, request);
};

const handoverList = async (post: Post, request: Request): Promise<Answer> => {
  const format = formatIn(request, 'pdf', 'csv');
  if (!format.ok) return format.answer;
  const id = request.path['id'] ?? '';
  const made = await listHandover({ ...post, places: await post.places() })(scopeOf(request), id);
  logPost('handover-list', made.is, id);
  if (made.is !== 'listed') return refuse(problemOf(made.is, request.language));
  return format.is === 'csv'
    ? csvAnswer(csvOf(made.list), id)
    : pdfAnswer((await press()).handoverList(made.list), id, request);
};

const visits = async (post: Post, request: Request): Promise<Answer> => {
  const format = formatIn(request, 'json', 'pdf', 'csv');
  if (!format.ok) return format.answer;
  const { ward, partner = '' } = request;
  const arranged = await post.posts.of(ward ?? wardOf(partner) ?? '');
  const deliverers = ward === undefined ? partner : deliverersOf(ward, arranged);
  const hamlets = await listVisits(post)(ward, deliverers);
  if (format.is === 'json') return { status: 200, body: { hamlets } };
  const day = dayOf(post.clock());
  const agency = arranged?.pickup.name ?? deliverers;
  const sheet = visitSheetOf(hamlets, agency, day);
  return format.is === 'csv'
    ? csvAnswer(csvOf(visitTableOf(sheet)), `visits-${day}`)
    : pdfAnswer((await press()).visitList(sheet), `visits-${day}`, request);
};

// The same for both sides of the counter; whose it is comes from the token.
export const handler = httpFunction(build, {
  'GET /v1/dispatch-jobs/{id}/label': forWard(label),
  'GET /v1/manifests/{id}/document': forWard(handoverList),
  'GET /partner/v1/dispatch-jobs/{id}/label': forPartner(label),
  'GET /partner/v1/manifests/{id}/document': forPartner(handoverList),
  'GET /v1/visits': forWard(visits),
  'GET /partner/v1/visits': forPartner(visits),
});
