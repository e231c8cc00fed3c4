import type { DispatchJob } from '../../../../domain/post/job/dispatch-job.ts';
import type { DispatchJobs } from '../../../../domain/post/job/dispatch-jobs.ts';
import { HandoverCount, type Manifest, type WardCount } from '../../../../domain/post/paper/manifest.ts';
import type { ManifestRequest } from '../../../../domain/post/partner/ward-requests.ts';
import { dayOf, timeOf } from '../../../../domain/values/day.ts';
import type { Ward } from '../../../../domain/values/ward.ts';
import type { Answer, Route } from '../../http/http.ts';
import { pageAnswer } from '../frame/answers.ts';
import { acts, type DeskPorts, type DeskRequest, type PageOutcome, reads } from '../frame/desk-route.ts';
import { type FormFields, typedIn } from '../frame/form.ts';
import { address } from '../frame/html.ts';
import { noticeIn } from '../frame/notices.ts';
import type { ProblemType } from '../../../../domain/api/problem.ts';
import { notFoundPage } from '../frame/refusals.ts';
import { manifestPage } from './manifest-page.ts';
import { manifestsPage } from './manifests-page.ts';

type Refused = { is: ProblemType };

type Ports = DeskPorts & {
  jobs: Pick<DispatchJobs, 'find'>;
  /** Who carries papers of this office by hand-over list, and what waits for each. */
  waitingPapers: (ward: Ward) => Promise<{ partner: string; papers: number }[]>;
  manifestsOf: (ward: Ward) => Promise<Manifest[]>;
  manifestOf: (ward: Ward, id: string) => Promise<Manifest | undefined>;
  takesPaper: (partner: string) => Promise<boolean>;
  openList: (ward: Ward, asked: ManifestRequest) => Promise<{ manifest: Manifest } | Refused>;
  sealList: (ward: Ward, id: string) => Promise<{ is: 'sealed' } | Refused>;
  countList: (ward: Ward, id: string, count: WardCount) => Promise<{ is: 'counted' } | Refused>;
};

const home = ({ path }: Pick<DeskRequest, 'path'>): string => address`/bang-ke/${path['id'] ?? ''}`;

const missing = ({ at }: DeskRequest): Answer => pageAnswer(notFoundPage(at), { status: 404 });

const show = async (
  ports: Ports,
  asked: DeskRequest,
  more: { typed?: FormFields; wrong?: Record<string, string> } = {},
): Promise<Answer> => {
  const { ward } = asked.officer;
  const manifest = await ports.manifestOf(ward, asked.path['id'] ?? '');
  if (manifest === undefined) return missing(asked);
  const ids = manifest.state === 'open' ? manifest.jobIds : manifest.lines.map(({ jobId }) => jobId);
  const found = await Promise.all(ids.map((id) => ports.jobs.find({ ward }, id)));
  const jobs = found.filter((job): job is DispatchJob => job !== undefined);
  const notice = more.wrong ? noticeIn('not-readable') : asked.notice;
  const onPaper = await ports.takesPaper(manifest.partner);
  const page = manifestPage(asked.at, { manifest, jobs, onPaper, newForm: ports.newId, ...more, notice });
  return pageAnswer(page, { status: more.wrong ? 422 : 200 });
};

/** What one side counted, as it was typed. */
const countIn = (fields: FormFields, prefix: string, manifest: Manifest) =>
  HandoverCount.safeParse({
    countedBy: fields[`${prefix}-ten`] ?? '',
    missing: manifest.lines.map(({ jobId }) => jobId).filter((id) => fields[`${prefix}-${id}`] === 'co'),
    extra: (fields[`${prefix}-thua`] ?? '')
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  });

const count = async (ports: Ports, asked: DeskRequest, fields: FormFields): Promise<PageOutcome> => {
  const { ward } = asked.officer;
  const about = asked.path['id'] ?? '';
  const manifest = await ports.manifestOf(ward, about);
  if (manifest === undefined) return { said: 'not-here', again: missing(asked) };
  const [office, postman] = ['phuong', 'buu-ta'].map((prefix) => countIn(fields, prefix, manifest));
  const onPaper = await ports.takesPaper(manifest.partner);
  const wrong = {
    ...(!office!.success && { 'phuong-ten': 'Ghi tên người đếm, nhiều nhất 120 chữ.' }),
    ...(onPaper && !postman!.success && { 'buu-ta-ten': 'Ghi tên bưu tá trên bản đã ký.' }),
  };
  if (Object.keys(wrong).length > 0 || !office!.success)
    return {
      said: 'not-readable',
      about,
      again: await show(ports, asked, { typed: typedIn(fields), wrong }),
    };
  const said = await ports.countList(ward, about, {
    ...office!.data,
    ...(onPaper && postman!.success && { postman: postman!.data }),
  });
  return { said: said.is === 'counted' ? 'list-counted' : said.is, about };
};

const sealIt = async (ports: Ports, asked: DeskRequest): Promise<PageOutcome> => {
  const about = asked.path['id'] ?? '';
  const said = await ports.sealList(asked.officer.ward, about);
  if (said.is === 'not-found') return { said: 'not-here', again: missing(asked) };
  return { said: said.is === 'sealed' ? 'list-sealed' : said.is, about };
};

/** Hand-over lists: begun, sealed, counted. Printed they are by the function with the press. */
export const manifestRoutes: Record<string, Route<Ports>> = {
  'GET /bang-ke': reads('read-post', async (ports: Ports, { at, officer, notice }) => {
    const [manifests, waiting] = await Promise.all([
      ports.manifestsOf(officer.ward),
      ports.waitingPapers(officer.ward),
    ]);
    return pageAnswer(manifestsPage(at, { manifests, waiting, newForm: ports.newId, notice }));
  }),
  'POST /bang-ke': acts(
    'hand-over-papers',
    async (ports: Ports, { officer, now }, fields) => {
      const name = `${dayOf(now)}-${timeOf(now).replace(':', '')}`;
      const said = await ports.openList(officer.ward, { name, partner: fields['don-vi'] ?? '' });
      if (!('manifest' in said)) return { said: said.is === 'nothing-to-seal' ? 'nothing-waits' : said.is };
      const { manifestId } = said.manifest;
      return { said: 'list-opened', about: manifestId, to: address`/bang-ke/${manifestId}` };
    },
    () => '/bang-ke',
  ),
  'GET /bang-ke/{id}': reads(
    'read-post',
    (ports: Ports, asked) => show(ports, asked),
    ({ path }) => path['id'],
  ),
  'POST /bang-ke/{id}': acts(
    'hand-over-papers',
    (ports: Ports, asked, fields) =>
      fields['buoc'] === 'dem' ? count(ports, asked, fields) : sealIt(ports, asked),
    home,
  ),
};
