import { fact } from '../../../domain/dossier/dossier.ts';
import type { DossierCode } from '../../../domain/dossier/dossier-code.ts';
import type { Crossing } from '../../../domain/notification/limits.ts';
import { heldBack } from '../../../domain/notification/lapse.ts';
import { becauseOvertaken } from '../../../domain/notification/has-left.ts';
import type { Notification } from '../../../domain/notification/notification.ts';
import { readPhone } from '../../../domain/phone/read-phone.ts';
import type { DispatchJob } from '../../../domain/post/job/dispatch-job.ts';
import { returnsKept } from '../../../domain/post/job/ends/returns.ts';
import {
  citizenPhone,
  type NotificationKept,
  type JobTextComposed,
  composeJobText,
} from '../../../domain/post/telling/compose-job-text.ts';
import { keptUntil } from '../../../domain/post/tracking/timers.ts';
import {
  supersededJobNotifications,
  wasSaid,
  jobNotificationOf,
  jobNotificationsAbout,
} from '../../../domain/post/telling/job-notifications.ts';
import type { JobWord } from '../../../domain/post/telling/job-texts.ts';
import type { Ward } from '../../../domain/values/ward.ts';
import { countParts } from '../../notification/count-parts.ts';
import type { Doorbell } from '../../../domain/notification/doorbell-message.ts';
import type { NotificationId } from '../../../domain/values/ids.ts';
import type { Consents } from '../../../domain/office/consents.ts';
import type { SettingsStore, WardSettings } from '../../../domain/office/ward-settings.ts';
import type { Templates } from '../../../domain/text/publish/own-template.ts';
import type { Budgets, PhoneCards } from '../../../domain/notification/spending.ts';
import type { Clock } from '../../../domain/values/instant.ts';
import type { Dossiers } from '../../../domain/decision/dossiers.ts';
import type { Notifications } from '../../../domain/notification/notifications.ts';
import type { DispatchJobs } from '../../../domain/post/job/dispatch-jobs.ts';
import type { Partners } from '../../../domain/post/partner/partner.ts';
import type { WardPosts } from '../../../domain/post/partner/ward-post.ts';

export type TellPorts = {
  jobs: Pick<DispatchJobs, 'events'>;
  notifications: Pick<Notifications, 'ofDossier' | 'cancelled' | 'owe'>;
  phones: PhoneCards;
  budgets: Budgets;
  dossiers: Pick<Dossiers, 'find'>;
  settings: Pick<SettingsStore, 'of'>;
  templates: Pick<Templates, 'all'>;
  consents: Pick<Consents, 'of'>;
  partners: Pick<Partners, 'find'>;
  posts: WardPosts;
  doorbell: Pick<Doorbell, 'ring'>;
  clock: Clock;
};

export type CitizenTold = {
  /** `held-back`: a cap of the ward is full; it waits for room, or lies on one of the office's lists. */
  outcome: 'told' | 'told-before' | 'held-back' | Extract<JobTextComposed, { is: 'silent' }>['because'];
  notification?: NotificationId;
  /** What of the ward's day or month was passed with it. */
  crossed?: Crossing[];
};

/**
 * Tells the citizen of the state that a journey is in, reminds them of it, or tells of the address it goes to now: by a text within the ward's caps, or by
 * an entry on its call list. What still waits of earlier states is taken back first, as with every news that newer
 * word overtakes.
 */
export const tellCitizen = async (
  ports: TellPorts,
  job: DispatchJob,
  asked: JobWord = {},
): Promise<CitizenTold> => {
  const { notifications, dossiers, settings, templates, consents, doorbell, clock } = ports;
  const [ward, code] = [job.ward as Ward, job.dossierCode as DossierCode];
  const phone = readPhone(citizenPhone(job));
  const [[known], [choices = []], told, chosen, own] = await Promise.all([
    dossiers.find([{ ward, code }]),
    phone.ok ? consents.of([{ ward, phone: phone.e164 }]) : [],
    notifications.ofDossier(ward, code),
    settings.of(ward),
    templates.all(ward),
  ]);
  const words = jobNotificationsAbout(job, told);
  for (const id of supersededJobNotifications(job, words, asked))
    await notifications.cancelled(id, becauseOvertaken);

  const { language = 'vi', channels = [] } = (known && fact(known.dossier, 'applicant')) ?? {};
  const kept = await keptOf(ports, job);
  const listener = { language, consents: choices, channels, templates: own, kept, ...asked };
  const said = composeJobText(job, chosen, listener, clock());
  if (said.is === 'silent') return { outcome: said.because };
  const { notification } = said;
  if (wasSaid(jobNotificationOf(job, asked), words)) return { outcome: 'told-before' };
  const owed = await owe(ports, notification, chosen);
  const isDue = owed.outcome === 'told' && notification.dueAt <= clock();
  if (isDue && notification.channel !== 'call-list') await doorbell.ring([notification]).catch(() => {});
  return { ...owed, notification: notification.id };
};

/** A call costs no parts. A text that a cap does not let through waits for room, or is given to people. */
const owe = async (
  ports: TellPorts,
  notification: Notification,
  { limits, sendWindow }: Pick<WardSettings, 'limits' | 'sendWindow'>,
): Promise<Pick<CitizenTold, 'crossed'> & { outcome: 'told' | 'told-before' | 'held-back' }> => {
  const { notifications } = ports;
  if (notification.channel === 'call-list')
    return { outcome: (await notifications.owe(notification)) === 'owed' ? 'told' : 'told-before' };
  const counted = await countParts(ports, notification, limits, (card) =>
    notifications.owe(notification, card),
  );
  if (counted.is === 'counted')
    return counted.written === 'owed'
      ? { outcome: 'told', crossed: counted.crossed }
      : { outcome: 'told-before' };
  const { dueAt } = notification;
  const owed = await notifications.owe(heldBack(notification, counted, sendWindow, dueAt));
  return { outcome: owed === 'owed' ? 'held-back' : 'told-before' };
};

/** Where and until when the papers wait for the citizen, if they do. */
const keptOf = async (ports: TellPorts, job: DispatchJob): Promise<NotificationKept> =>
  job.state === 'held-for-pickup'
    ? keptAt(ports.jobs, ports.partners, job)
    : returnsKept(job, (await ports.posts.of(job.ward))?.keepsReturnsDays);

const keptAt = async (
  jobs: TellPorts['jobs'],
  partners: TellPorts['partners'],
  job: DispatchJob,
): Promise<NotificationKept> => {
  const [partner, scans] = await Promise.all([
    partners.find(job.partner),
    jobs.events({ partner: job.partner }, job.jobId),
  ]);
  const postOffice = scans.findLast(({ status }) => status === 'held-for-pickup')?.event.location?.text;
  const until = partner && keptUntil(job, partner);
  return { ...(postOffice && { postOffice }), ...(until && { until }) };
};
