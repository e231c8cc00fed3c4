import type { DossierCode } from '../../../domain/dossier/dossier-code.ts';
import type { Instant } from '../../../domain/values/instant.ts';
import type { DispatchJob } from '../../../domain/post/job/dispatch-job.ts';
import { lastCorrection } from '../../../domain/post/tracking/correct-end.ts';
import { redirectToTell } from '../../../domain/post/job/ends/redirect.ts';
import { standingOf } from '../../../domain/dossier/dossier.ts';
import { dossierNews, offeredNews } from '../../../domain/post/telling/compose-job-text.ts';
import type { EventId } from '../../../domain/values/ids.ts';
import type { Ward } from '../../../domain/values/ward.ts';
import { type CitizenTold, tellCitizen, type TellPorts } from './tell-citizen.ts';
import type { StatusEvents } from '../../../domain/dossier/event/status-events.ts';
import type { JobOutbox } from '../../../domain/post/job/job-outbox.ts';

export type NotifyPorts = TellPorts & {
  word: JobOutbox;
  events: Pick<StatusEvents, 'accept'>;
};

export type JobNotified = CitizenTold & {
  jobId: string;
  ward: string;
  dossier: string;
  /** What became of the word that a partner goes to another address. */
  redirect?: CitizenTold['outcome'];
  /** What the dossier became by it, if anything. */
  dossierIs?: 'returned' | 'open-again' | 'on-offer' | undefined;
};

/**
 * What follows from the state a job is in: the citizen is told once, and a result in the citizen's hands closes the
 * dossier by a status event like any other. All of it has derived ids, so that a repeat does nothing twice. Only the
 * newest state is told; what was overtaken meanwhile is no news any more. A delivery that a person took back opens the
 * dossier again.
 */
export const notifyOfJob =
  (ports: NotifyPorts) =>
  async (job: DispatchJob): Promise<JobNotified> => {
    const dossierIs = await tellDossier(ports, job);
    const told = await tellCitizen(ports, job);
    const redirected = redirectToTell(job) ? await tellCitizen(ports, job, { redirected: true }) : undefined;
    await ports.word.brought(job);
    return {
      jobId: job.jobId,
      ward: job.ward,
      dossier: job.dossierCode,
      ...told,
      ...(dossierIs && { dossierIs }),
      ...(redirected && { redirect: redirected.outcome }),
    };
  };

const tellDossier = async (ports: NotifyPorts, job: DispatchJob): Promise<JobNotified['dossierIs']> => {
  const { events, clock } = ports;
  const offered = offeredNews(job);
  if (offered) return reportOffered(ports, job, offered);
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

/** Only while the result still waits for its citizen; it is the same report at the same instant, and no news by itself. */
const reportOffered = async (
  { dossiers, events, clock }: NotifyPorts,
  job: DispatchJob,
  eventId: EventId,
): Promise<JobNotified['dossierIs']> => {
  const [ward, dossierCode] = [job.ward as Ward, job.dossierCode as DossierCode];
  const [known] = await dossiers.find([{ ward, code: dossierCode }]);
  const standing = known && standingOf(known.dossier);
  if (standing?.status !== 'completed') return undefined;
  const { status, occurredAt } = standing;
  const taken = await events.accept({ eventId, dossierCode, status, occurredAt, ward, acceptedAt: clock() });
  return taken === 'accepted' ? 'on-offer' : undefined;
};
