/** What the citizen reads about a journey. The same care as for other texts: no name of a person, no name of a procedure. */
import { type Consent, mayTell } from '../consent.ts';
import { dayOf } from '../day.ts';
import type { DossierCode } from '../dossier-code.ts';
import type { Instant } from '../instant.ts';
import { type Notification, notificationId } from '../notification.ts';
import { readPhone } from '../phone.ts';
import { sendableAt } from '../send-window.ts';
import { type OwnTemplate, templateOf } from '../own-template.ts';
import type { EventId } from '../status-event.ts';
import type { SmsPurpose } from '../sms-texts.ts';
import { renderTemplate } from '../template.ts';
import type { WardSettings } from '../ward-settings.ts';
import type { Ward } from '../ward.ts';
import { type PostSms, smsFor } from './citizen-sms.ts';
import { lastCorrection } from './correct-end.ts';
import type { DispatchJob } from './dispatch-job.ts';

const purposes: Readonly<Record<PostSms, SmsPurpose>> = {
  'post-handed-over': 'post-handed-over',
  'post-out-for-delivery': 'post-out-for-delivery',
  'post-attempted': 'post-attempted',
  'post-held-for-pickup': 'post-held',
  'post-delivered': 'post-delivered',
  'post-not-delivered': 'post-not-delivered',
  'post-returning': 'post-returning',
  'post-collected': 'post-collected',
  'post-dossier-arrived': 'post-dossier-arrived',
  'home-out-for-delivery': 'home-out-for-delivery',
  'home-attempted': 'home-attempted',
  'home-delivered': 'home-delivered',
  'home-brought-back': 'home-brought-back',
};

/** Where and until when papers wait at a post office, as far as the partner has said. */
export type Kept = { postOffice?: string; until?: Instant };

/** "The post office that delivers": true wherever the carrier did not name it. */
const somePostOffice = 'phat buu gui';

export type PostWordSaid =
  | { is: 'owed'; notification: Notification }
  | {
      is: 'silent';
      because: 'not-worth-telling' | 'no-phone' | 'opted-out' | 'text-not-sayable';
      what?: string;
    };

/** What is known of the citizen and of the ward's own words. */
export type Listener = {
  language: 'vi' | 'en';
  consents: readonly Consent[];
  templates: readonly OwnTemplate[];
  kept?: Kept;
  reminder?: boolean;
};

/** The phone that hears of a journey, whichever way it goes: of whoever handed the dossier in for the citizen, or theirs. */
export const citizenPhone = ({ direction, recipient, pickup }: DispatchJob) => {
  const { phone, relativePhone } = direction === 'to-citizen' ? recipient : pickup;
  const relative = readPhone(relativePhone ?? '');
  return relative.ok ? relative : readPhone(phone ?? '');
};

/** The message that a job owes for the state it is in, at the first entry or as a reminder; its id is derived from both. */
export const sayPost = (
  job: DispatchJob,
  { office, hotline, sendWindow, accents }: WardSettings,
  { language, consents, templates, kept = {}, reminder = false }: Listener,
  now: Instant,
): PostWordSaid => {
  const sms = smsFor(job);
  // Who waits for a result would take the news of a letter for its arrival.
  if (!sms || job.letter !== undefined) return { is: 'silent', because: 'not-worth-telling' };
  const phone = citizenPhone(job);
  if (!phone.ok) return { is: 'silent', because: 'no-phone', what: phone.reason };
  const permission = mayTell(consents, 'sms', 'status');
  if (!permission.may) return { is: 'silent', because: 'opted-out', what: permission.because };
  const purpose = purposes[sms];
  const template = templateOf(templates, purpose, { accents: accents[purpose] });
  const said = renderTemplate(template, language, {
    office,
    hotline,
    code: job.dossierCode,
    trackingNumber: job.trackingNumber,
    postOffice: kept.postOffice && kept.postOffice.length <= 24 ? kept.postOffice : somePostOffice,
    deadline: kept.until && dayOf(kept.until),
  });
  if (!said.ok)
    return {
      is: 'silent',
      because: 'text-not-sayable',
      what: [...said.missing, ...said.refused.map(({ field }) => field)].join(', '),
    };
  const corrected = lastCorrection(job) ? `.corrected-${job.corrections?.length}` : '';
  const occurrence = `${job.jobId}.${job.state}${corrected}${reminder ? '.again' : ''}`;
  return {
    is: 'owed',
    notification: {
      id: notificationId({ ward: job.ward as Ward, code: job.dossierCode as DossierCode }, occurrence, 'sms'),
      ward: job.ward as Ward,
      dossierCode: job.dossierCode as DossierCode,
      channel: 'sms',
      cause: postEventId(job, job.corrections?.length),
      purpose: sms,
      to: phone.e164,
      text: said.text,
      parts: said.parts,
      template: { key: template.key, version: template.version },
      createdAt: now,
      dueAt: sendableAt(sendWindow, now),
      state: 'queued',
      attempts: 0,
    },
  };
};

/**
 * The status event that a delivery makes; derived, so that a repeat is a duplicate. A delivery that was taken back and
 * then turned out to be true after all is an event of its own: `corrections` says after how many.
 */
export const postEventId = (
  { dossierCode, resultVersion, journey }: DispatchJob,
  corrections = 0,
): EventId => {
  const code = dossierCode.replaceAll(/[^A-Za-z0-9._:-]/g, '_');
  const after = corrections === 0 ? '' : `:c${corrections}`;
  return `post:${code}:r${resultVersion}:j${journey}${after}` as EventId;
};

/** What a job says about its dossier: its result is in the citizen's hands, or it never was; nothing otherwise. */
export const dossierNews = (job: DispatchJob): { eventId: EventId; voids?: EventId } | undefined => {
  if (job.direction !== 'to-citizen' || job.letter !== undefined) return undefined;
  const corrections = job.corrections ?? [];
  if (job.state === 'delivered') return { eventId: postEventId(job, corrections.length) };
  if (lastCorrection(job)?.from !== 'delivered') return undefined;
  const voids = postEventId(job, corrections.length - 1);
  return { eventId: `${voids}:void` as EventId, voids };
};
