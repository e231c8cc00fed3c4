import type { Doorbell } from '../../domain/carrier-ports.ts';
import type { Consents, SettingsStore, Templates } from '../../domain/office-ports.ts';
import type { Clock, Dossiers, StatusEvents } from '../../domain/ports.ts';
import { fact } from '../../domain/dossier.ts';
import type { DossierCode } from '../../domain/dossier-code.ts';
import type { Instant } from '../../domain/instant.ts';
import type { NotificationId } from '../../domain/notification.ts';
import type { DispatchJob } from '../../domain/post/dispatch-job.ts';
import { lastCorrection } from '../../domain/post/correct-end.ts';
import type { DispatchJobs, Partners, PostWord, WardPosts } from '../../domain/post/ports.ts';
import {
  citizenPhone,
  dossierNews,
  type Kept,
  type PostWordSaid,
  sayPost,
} from '../../domain/post/say-post.ts';
import { returnsKept } from '../../domain/post/returns.ts';
import { keptUntil } from '../../domain/post/timers.ts';
import type { Ward } from '../../domain/ward.ts';

export type WordPorts = {
  jobs: Pick<DispatchJobs, 'events'>;
  word: PostWord;
  events: Pick<StatusEvents, 'accept'>;
  dossiers: Pick<Dossiers, 'find'>;
  settings: Pick<SettingsStore, 'of'>;
  templates: Pick<Templates, 'all'>;
  consents: Pick<Consents, 'of'>;
  partners: Pick<Partners, 'find'>;
  posts: WardPosts;
  doorbell: Pick<Doorbell, 'ring'>;
  clock: Clock;
};

export type Brought = {
  jobId: string;
  ward: string;
  dossier: string;
  outcome: 'told' | 'told-before' | Extract<PostWordSaid, { is: 'silent' }>['because'];
  notification?: NotificationId;
  /** What the dossier became by it, if anything. */
  dossierIs?: 'returned' | 'open-again' | undefined;
};

/**
 * What follows from the state a job is in: the citizen is told once, and a result in the citizen's hands closes the
 * dossier by a status event like any other. All of it has derived ids, so that a repeat does nothing twice. Only the
 * newest state is told; what was overtaken meanwhile is no news any more. A delivery that a person took back opens the
 * dossier again.
 */
export const bringWord =
  (ports: WordPorts) =>
  async (job: DispatchJob): Promise<Brought> => {
    const dossierIs = await tellDossier(ports, job);
    const told = await tellCitizen(ports, job);
    await ports.word.brought(job);
    return {
      jobId: job.jobId,
      ward: job.ward,
      dossier: job.dossierCode,
      ...told,
      ...(dossierIs && { dossierIs }),
    };
  };

const tellDossier = async ({ events, clock }: WordPorts, job: DispatchJob): Promise<Brought['dossierIs']> => {
  const news = dossierNews(job);
  if (!news) return undefined;
  const [scannedAt = job.changedAt] = (job.trackedAs?.split('#') ?? []) as Instant[];
  const taken = await events.accept({
    ...news,
    dossierCode: job.dossierCode as DossierCode,
    status: 'returned',
    occurredAt: lastCorrection(job)?.at ?? scannedAt,
    ward: job.ward as Ward,
    acceptedAt: clock(),
  });
  if (taken !== 'accepted') return undefined;
  return news.voids === undefined ? 'returned' : 'open-again';
};

/** Tells the citizen of the state, or reminds them of it. */
export const tellCitizen = async (
  { jobs, word, dossiers, settings, templates, consents, partners, posts, doorbell, clock }: WordPorts,
  job: DispatchJob,
  { reminder = false } = {},
): Promise<Pick<Brought, 'outcome' | 'notification'>> => {
  const ward = job.ward as Ward;
  const [known] = await dossiers.find([{ ward, code: job.dossierCode as DossierCode }]);
  const language = (known && fact(known.dossier, 'applicant')?.language) ?? 'vi';
  const phone = citizenPhone(job);
  const [choices = []] = phone.ok ? await consents.of([{ ward, phone: phone.e164 }]) : [];
  const kept =
    job.state === 'held-for-pickup'
      ? await keptAt(jobs, partners, job)
      : returnsKept(job, (await posts.of(ward))?.keepsReturnsDays);
  const listener = { language, consents: choices, templates: await templates.all(ward), kept, reminder };
  const said = sayPost(job, await settings.of(ward), listener, clock());
  if (said.is === 'silent') return { outcome: said.because };
  const { notification } = said;
  const owed = await word.owe(notification);
  if (owed === 'owed' && notification.dueAt <= clock()) await doorbell.ring([notification]).catch(() => {});
  return { outcome: owed === 'owed' ? 'told' : 'told-before', notification: notification.id };
};

const keptAt = async (
  jobs: WordPorts['jobs'],
  partners: WordPorts['partners'],
  job: DispatchJob,
): Promise<Kept> => {
  const [partner, scans] = await Promise.all([
    partners.find(job.partner),
    jobs.events({ partner: job.partner }, job.jobId),
  ]);
  const postOffice = scans.findLast(({ status }) => status === 'held-for-pickup')?.event.location?.text;
  const until = partner && keptUntil(job, partner);
  return { ...(postOffice && { postOffice }), ...(until && { until }) };
};
