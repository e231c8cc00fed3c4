import type { DispatchJob } from '../../../../domain/post/job/dispatch-job.ts';
import type { DispatchJobs, Page } from '../../../../domain/post/job/dispatch-jobs.ts';
import type { JobState } from '../../../../domain/post/job/dispatch-moves.ts';
import { ReturnRequest } from '../../../../domain/post/job/ends/returns.ts';
import { CorrectionRequest, ReasonRequest } from '../../../../domain/post/partner/ward-requests.ts';
import { communesNamed, type PlaceCatalogue, type Places } from '../../../../domain/values/places/places.ts';
import type { Ward } from '../../../../domain/values/ward.ts';
import type { Route } from '../../http/http.ts';
import { pageAnswer } from '../frame/answers.ts';
import { type PageOutcome, acts, type DeskPorts, type DeskRequest, reads } from '../frame/desk-route.ts';
import { type FormFields, typedIn } from '../frame/form.ts';
import { address } from '../frame/html.ts';
import { noticeIn, type Word } from '../frame/notices.ts';
import { notFoundPage } from '../frame/refusals.ts';
import { addressFields, journeyPage } from '../views/journey-page.ts';
import { journeysPage } from '../views/journeys-page.ts';
import { type JourneyList, journeyLists } from '../words/journeys.ts';

type Said = Promise<{ is: string }>;

type Ports = DeskPorts & {
  journeys: (ward: Ward, states: readonly JobState[], cursor?: string) => Promise<Page<DispatchJob>>;
  jobs: Pick<DispatchJobs, 'find' | 'events'>;
  places: Places;
  /** What the office does with one of its journeys. */
  steer: {
    correct: (ward: Ward, id: string, correction: CorrectionRequest) => Said;
    cancel: (ward: Ward, id: string, reason: string) => Said;
    recall: (ward: Ward, id: string, reason: string) => Said;
    confirmReturn: (ward: Ward, id: string, request: ReturnRequest) => Said;
  };
};

type Wrong = Record<string, string>;
type Tried = { wrong: Wrong } | { said: { is: string }; done: Word; words?: string };

const places: Readonly<Record<string, readonly [string, string]>> = {
  line1: ['dong', 'Viết số nhà, đường, nhiều nhất 500 chữ, không có đường dẫn.'],
  hamlet: ['thon', 'Nhiều nhất 100 chữ, không có đường dẫn.'],
  note: ['ghi-chu', 'Nhiều nhất 200 chữ, không có đường dẫn.'],
  phone: ['dien-thoai', 'Viết số điện thoại, nhiều nhất 20 chữ số.'],
};

/** The address as typed, its commune by name; what cannot be read stands beside its field. */
const correctionIn = (
  fields: FormFields,
  catalogue: PlaceCatalogue,
): { wrong: Wrong } | { read: CorrectionRequest } => {
  const text = (name: string): string => (fields[name] ?? '').trim();
  const found = communesNamed(catalogue, text('tinh'), text('xa'));
  if (found.length !== 1)
    return {
      wrong: { xa: found.length === 0 ? 'Tỉnh này không có phường, xã tên ấy.' : 'Có nhiều nơi tên ấy.' },
    };
  const [hamlet, note, phone] = [text('thon'), text('ghi-chu'), text('dien-thoai')];
  const read = CorrectionRequest.safeParse({
    address: {
      provinceCode: text('tinh'),
      communeCode: found[0]!.code,
      catalogueVersion: catalogue.version,
      line1: text('dong'),
      ...(hamlet !== '' && { hamlet }),
      ...(note !== '' && { note }),
    },
    ...(phone !== '' && { phone }),
  });
  if (read.success) return { read: read.data };
  const wrong = read.error.issues.map(({ path }) => places[String(path.at(-1))] ?? places['line1']!);
  return { wrong: Object.fromEntries(wrong) };
};

const steps: Readonly<
  Record<string, (ports: Ports, ward: Ward, id: string, fields: FormFields) => Promise<Tried>>
> = {
  'dia-chi': async ({ steer, places: all }, ward, id, fields) => {
    const correction = correctionIn(fields, await all());
    if ('wrong' in correction) return correction;
    return { said: await steer.correct(ward, id, correction.read), done: 'address-corrected' };
  },
  huy: async ({ steer }, ward, id, fields) =>
    withReason(fields, 'ly-do-huy', (reason) => steer.cancel(ward, id, reason), 'journey-cancelled'),
  'goi-ve': async ({ steer }, ward, id, fields) =>
    withReason(fields, 'ly-do-goi-ve', (reason) => steer.recall(ward, id, reason), 'journey-recalled'),
  've-quay': async ({ steer }, ward, id, { vi }) => {
    const read = ReturnRequest.safeParse(vi ? { reason: vi } : {});
    const said = read.success ? await steer.confirmReturn(ward, id, read.data) : { is: 'reason-needed' };
    if (said.is === 'reason-needed') return { wrong: { vi: 'Chọn vì sao giấy tờ về.' } };
    return { said, done: 'papers-back', ...(vi && { words: vi }) };
  },
};

const withReason = async (
  fields: FormFields,
  name: string,
  act: (reason: string) => Said,
  done: Word,
): Promise<Tried> => {
  const read = ReasonRequest.safeParse({ reason: fields[name] });
  if (!read.success) return { wrong: { [name]: 'Viết lý do, nhiều nhất 200 chữ.' } };
  return { said: await act(read.data.reason), done, words: read.data.reason };
};

const shown = async (
  ports: Ports,
  { at, officer, notice }: Pick<DeskRequest, 'at' | 'officer' | 'notice'>,
  job: DispatchJob,
  more: { typed?: FormFields; wrong?: Wrong } = {},
) => {
  const [scans, catalogue] = await Promise.all([
    ports.jobs.events({ ward: officer.ward }, job.jobId),
    ports.places(),
  ]);
  return journeyPage(at, { job, scans, places: catalogue, newForm: ports.newId, notice, ...more });
};

const found = ({ jobs }: Ports, { officer, path }: DeskRequest) =>
  jobs.find({ ward: officer.ward }, path['id'] ?? '');

const steer = async (ports: Ports, request: DeskRequest, fields: FormFields): Promise<PageOutcome> => {
  const job = await found(ports, request);
  const step = steps[fields['buoc'] ?? ''];
  if (job === undefined || step === undefined)
    return { said: 'journey-moved-on', again: pageAnswer(notFoundPage(request.at), { status: 404 }) };
  const about = job.jobId;
  const tried = await step(ports, request.officer.ward, about, fields);
  if ('wrong' in tried) {
    const typed = { ...addressFields(job, await ports.places()), ...typedIn(fields) };
    const again = await shown(ports, { ...request, notice: noticeIn('not-readable') }, job, {
      typed,
      wrong: tried.wrong,
    });
    return { said: 'not-readable', about, again: pageAnswer(again, { status: 422 }) };
  }
  const { said, done, words } = tried;
  if (said.is === 'done') return { said: done, about, words };
  return { said: said.is === 'already' ? 'journey-already' : 'journey-moved-on', about };
};

const listIn = (asked: string | undefined): JourneyList =>
  asked !== undefined && Object.hasOwn(journeyLists, asked) ? (asked as JourneyList) : 'cho-dia-chi';

/** How the office's papers travel. */
export const journeyRoutes: Record<string, Route<Ports>> = {
  'GET /buu-gui': reads('read-post', async ({ journeys }: Ports, { at, officer, query, notice }) => {
    const list = listIn(query['xem']);
    const page = await journeys(officer.ward, journeyLists[list].states, query['tiep']);
    return pageAnswer(journeysPage(at, { list, ...page, notice }));
  }),
  'GET /hanh-trinh/{id}': reads(
    'read-post',
    async (ports: Ports, request) => {
      const job = await found(ports, request);
      return job === undefined
        ? pageAnswer(notFoundPage(request.at), { status: 404 })
        : pageAnswer(await shown(ports, request, job));
    },
    ({ path }) => path['id'],
  ),
  'POST /hanh-trinh/{id}': acts(
    'steer-journey',
    steer,
    ({ path }) => address`/hanh-trinh/${path['id'] ?? ''}`,
  ),
};
