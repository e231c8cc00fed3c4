/** What the citizen reads about a journey. The same care as for other texts: no name of a person, no name of a procedure. */
import type { Consent } from '../../office/consent.ts';
import { dayOf } from '../../values/day.ts';
import type { DossierCode } from '../../dossier/dossier-code.ts';
import { days, hours, type Instant, plus } from '../../values/instant.ts';
import type { Notification } from '../../notification/notification.ts';
import { owed, type Owing } from '../../notification/owed.ts';
import type { OwnTemplate } from '../../text/publish/own-template.ts';
import { readLandline, readPhone } from '../../phone/read-phone.ts';
import { type ContactChannel, contactChannelBy } from '../../office/contact-channel.ts';
import { sendableAt } from '../../calendar/send-window.ts';
import type { SmsPurpose } from '../../text/texts/all.ts';
import { smsFields } from '../../text/texts/fields.ts';
import type { WardSettings } from '../../office/ward-settings.ts';
import type { Ward } from '../../values/ward.ts';
import { type JobWord, type PostSms, smsFor } from './job-texts.ts';
import { atTheDoor } from './at-the-door.ts';
import { lastCorrection } from '../tracking/correct-end.ts';
import type { DispatchJob } from '../job/dispatch-job.ts';
import { jobNotificationOf } from './job-notifications.ts';
import type { Channel, EventId } from '../../values/ids.ts';
import { composeByTemplate } from '../../office/compose-by-template.ts';

/** Its text; the name of one word is longer. */
const textOf = (word: PostSms): SmsPurpose => (word === 'post-held-for-pickup' ? 'post-held' : word);

/** Where and until when papers wait at a post office, as far as the partner has said. */
export type NotificationKept = { postOffice?: string; until?: Instant };

/** "The post office of that place": true wherever the carrier did not name it. */
const somePostOffice = 'nơi giao';

export type JobTextComposed =
  | { is: 'owed'; notification: Notification }
  | {
      is: 'silent';
      because:
        | 'not-worth-telling'
        | Extract<ContactChannel, { silent: string }>['silent']
        | 'text-not-sayable';
      what?: string;
    };

/** What is known of the citizen and of the ward's own words. */
export type Listener = {
  language: 'vi' | 'en';
  consents: readonly Consent[];
  /** What they named on the form. */
  channels: readonly Channel[];
  templates: readonly OwnTemplate[];
  kept?: NotificationKept;
} & JobWord;

/**
 * The phone that hears of a journey as it was written, whichever way it goes: of whoever handed the dossier in for the
 * citizen, or theirs. One of the two that takes a text goes first, since a call costs somebody's time.
 */
export const citizenPhone = ({ direction, recipient, pickup }: DispatchJob): string => {
  const { phone = '', relativePhone = '' } = direction === 'to-citizen' ? recipient : pickup;
  const either = [relativePhone, phone];
  const landline = either.find((written) => readLandline(written) !== undefined);
  return either.find((written) => readPhone(written).ok) ?? landline ?? phone;
};

/**
 * The message that a job owes for the state it is in, at the first entry or as a reminder; its id is derived from both.
 * A landline is read the same words by somebody of the office.
 */
export const composeJobText = (
  job: DispatchJob,
  settings: WardSettings,
  { language, consents, channels, templates, kept = {}, ...asked }: Listener,
  now: Instant,
): JobTextComposed => {
  const sms = asked.redirected ? 'post-redirected' : smsFor(job);
  // Who waits for a result would take the news of a letter for its arrival.
  if (!sms || job.letter !== undefined) return { is: 'silent', because: 'not-worth-telling' };
  const by = contactChannelBy(citizenPhone(job), channels, consents);
  if ('silent' in by)
    return { is: 'silent', because: by.silent, ...(by.because !== undefined && { what: by.because }) };
  const values = {
    office: settings.office,
    hotline: settings.hotline,
    code: job.dossierCode,
    trackingNumber: job.trackingNumber,
    ...atTheDoor([job], language),
    postOffice:
      kept.postOffice && kept.postOffice.length <= smsFields.postOffice.maxLength
        ? kept.postOffice
        : somePostOffice,
    deadline: kept.until && dayOf(kept.until),
    date: dayOf(now),
  };
  const sayBy = (channel: Channel) =>
    composeByTemplate(settings, templates, { purpose: textOf(sms), language, channel }, values);
  const said = sayBy(by.channel);
  const aloud = worthACall.includes(sms) ? sayBy('call-list') : undefined;
  if (!said.ok) return { is: 'silent', because: 'text-not-sayable', what: said.because };
  const notification = owed(
    {
      about: { ward: job.ward as Ward, code: job.dossierCode as DossierCode },
      occurrence: jobNotificationOf(job, asked),
      cause: postEventId(job, job.corrections?.length),
      purpose: sms,
      by,
      said,
      happenedAt: happenedAt(job, asked),
      dueAt: sendableAt(settings.sendWindow, now),
      lasts: lastsOf(sms, kept.until, now, aloud?.ok ? aloud.text : undefined),
    },
    now,
  );
  return { is: 'owed', notification };
};

/** How many characters an instant has; the place of a scan begins with one. */
const anInstant = 24;

/** When that came about which the citizen is told: the address was changed, an end was put right, the newest scan was made. */
const happenedAt = (job: DispatchJob, { redirected = false }: JobWord): Instant =>
  (redirected ? job.redirect?.at : undefined) ??
  lastCorrection(job)?.at ??
  (job.trackedAs?.slice(0, anInstant) as Instant | undefined) ??
  job.changedAt;

/** What is only true on the day; who is told later stays in for nobody. */
const ofTheDay: readonly PostSms[] = ['post-out-for-delivery', 'home-out-for-delivery'];

/** What the citizen has to act on, or was told otherwise: worth a call where no text can leave in time. */
const worthACall: readonly PostSms[] = [
  'post-held-for-pickup',
  'post-returning',
  'post-not-delivered',
  'home-brought-back',
];

/**
 * How long the word of a journey is news; chosen figures. What is kept somewhere is news until it is sent back. Whoever rings
 * instead has words to read aloud.
 */
const lastsOf = (
  sms: PostSms,
  until: Instant | undefined,
  now: Instant,
  spoken: string | undefined,
): NonNullable<Owing['lasts']> => {
  const longest = plus(now, ofTheDay.includes(sms) ? hours(12) : days(7));
  const newsUntil = until !== undefined && until > now ? until : longest;
  const becomes = worthACall.includes(sms) ? 'call' : 'work';
  return { goodUntil: newsUntil, lapse: { newsUntil, becomes, ...(spoken !== undefined && { spoken }) } };
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

/**
 * A journey that had to wait is on offer now: the dossier's standing is reported once more, so that who was asked to ring
 * hears that it will be brought. Each time it came on offer is an event of its own.
 */
export const offeredNews = (job: DispatchJob): EventId | undefined =>
  job.direction === 'to-citizen' &&
  job.letter === undefined &&
  job.state === 'ready' &&
  job.reached.draft !== undefined
    ? (`${postEventId(job)}:o${job.revision}` as EventId)
    : undefined;

/** What a job says about its dossier: its result is in the citizen's hands, or it never was; nothing otherwise. */
export const dossierNews = (job: DispatchJob): { eventId: EventId; voids?: EventId } | undefined => {
  if (job.direction !== 'to-citizen' || job.letter !== undefined) return undefined;
  const corrections = job.corrections ?? [];
  if (job.state === 'delivered') return { eventId: postEventId(job, corrections.length) };
  if (lastCorrection(job)?.from !== 'delivered') return undefined;
  const voids = postEventId(job, corrections.length - 1);
  return { eventId: `${voids}:void` as EventId, voids };
};
