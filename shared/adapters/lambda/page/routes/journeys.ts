import type { DispatchJob } from '../../../../domain/post/job/dispatch-job.ts';
import type { DispatchJobs, Page } from '../../../../domain/post/job/dispatch-jobs.ts';
import type { JobState } from '../../../../domain/post/job/dispatch-moves.ts';
import type { Places } from '../../../../domain/values/places/places.ts';
import type { Ward } from '../../../../domain/values/ward.ts';
import type { Route } from '../../http/http.ts';
import { pageAnswer } from '../frame/answers.ts';
import { type PageOutcome, acts, type DeskPorts, type DeskRequest, reads } from '../frame/desk-route.ts';
import { type FormFields, typedIn } from '../frame/form.ts';
import { address } from '../frame/html.ts';
import { noticeIn } from '../frame/notices.ts';
import { notFoundPage } from '../frame/refusals.ts';
import { type Steer, steps, type WrongFields } from '../post/steer.ts';
import { addressFields, journeyPage } from '../views/journey-page.ts';
import { journeysPage } from '../views/journeys-page.ts';
import { type JourneyList, journeyLists } from '../words/journeys.ts';

type Ports = DeskPorts & {
  journeys: (ward: Ward, states: readonly JobState[], cursor?: string) => Promise<Page<DispatchJob>>;
  jobs: Pick<DispatchJobs, 'find' | 'events'>;
  places: Places;
  /** What the office does with one of its journeys. */
  steer: Steer;
  /** Who carries papers of this office. */
  carriers: (ward: Ward) => Promise<string[]>;
};

const shown = async (
  ports: Ports,
  { at, officer, notice }: Pick<DeskRequest, 'at' | 'officer' | 'notice'>,
  job: DispatchJob,
  more: { typed?: FormFields; wrong?: WrongFields } = {},
) => {
  const [scans, catalogue, carriers] = await Promise.all([
    ports.jobs.events({ ward: officer.ward }, job.jobId),
    ports.places(),
    ports.carriers(officer.ward),
  ]);
  return journeyPage(at, { job, scans, places: catalogue, carriers, newForm: ports.newId, notice, ...more });
};

const found = ({ jobs }: Ports, { officer, path }: DeskRequest) =>
  jobs.find({ ward: officer.ward }, path['id'] ?? '');

const steer = async (ports: Ports, request: DeskRequest, fields: FormFields): Promise<PageOutcome> => {
  const job = await found(ports, request);
  const step = steps[fields['buoc'] ?? ''];
  if (job === undefined || step === undefined)
    return { said: 'journey-moved-on', again: pageAnswer(notFoundPage(request.at), { status: 404 }) };
  const about = job.jobId;
  const tried = await step(ports, request.officer, about, fields);
  if ('wrong' in tried) {
    const typed = { ...addressFields(job, await ports.places()), ...typedIn(fields) };
    const again = await shown(ports, { ...request, notice: noticeIn('not-readable') }, job, {
      typed,
      wrong: tried.wrong,
    });
    return { said: 'not-readable', about, again: pageAnswer(again, { status: 422 }) };
  }
  const { said, done, words } = tried;
  if (said.is === 'done') {
    const to = said.to === undefined ? {} : { to: address`/hanh-trinh/${said.to}` };
    return { said: done, about, words, ...to };
  }
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
