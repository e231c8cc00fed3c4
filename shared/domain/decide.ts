import type { Decision, Silence } from './decision.ts';
import { absorb, type Dossier, fact, knows, occurrenceOf, type Step } from './dossier.ts';
import { between, days, type Instant } from './instant.ts';
import { type Notification, notificationId } from './notification.ts';
import { readNotifiedPhone } from './notified-phone.ts';
import { belongsOnCallList } from './phone.ts';
import { purposeOf, say } from './say.ts';
import type { AcceptedEvent } from './status-event.ts';
import type { Status } from './status.ts';
import { tells, type WardSettings } from './ward-settings.ts';

/**
 * How long after it happened a status is still news. Systems backfill old dossiers; a citizen must not be called
 * to the counter for a paper fetched months ago. It is shorter than events are kept, so a repeat at any age stays
 * silent.
 */
const newsFor = days(30);

/** A status that changes nothing for the citizen does not overtake the one before it. */
const overtakes = (settings: WardSettings, status: Status): boolean =>
  tells(settings, status) || (status !== 'registered' && status !== 'in-progress');

const headOf = (dossier: Dossier, settings: WardSettings): Step | undefined =>
  dossier.steps.findLast(({ status }) => overtakes(settings, status));

/**
 * Decides what one event means. It speaks of the newest status the dossier is known to have, whichever event
 * brought the last missing piece: so events that come late, twice or out of order end in the same dossier, and the
 * citizen is told the newest status once and never an older one after it.
 */
export const decide = (
  event: AcceptedEvent,
  before: Dossier | undefined,
  settings: WardSettings,
  now: Instant,
): Decision => {
  const dossier = absorb(before, event);
  const silence = (silent: Silence, because?: string): Decision => ({
    eventId: event.eventId,
    dossier,
    notifications: [],
    silent,
    ...(because === undefined ? {} : { because }),
  });
  if (before !== undefined && knows(before, event.eventId)) return silence('already-decided');

  const head = headOf(dossier, settings);
  if (head === undefined || !tells(settings, head.status)) {
    return silence(head === undefined || head.eventId === event.eventId ? 'not-worth-telling' : 'overtaken');
  }
  const occurrence = occurrenceOf(head);
  if (dossier.told.includes(occurrence)) {
    if (!overtakes(settings, event.status)) return silence('not-worth-telling');
    return silence(occurrence === occurrenceOf(event) ? 'already-told' : 'overtaken');
  }
  if (between(head.occurredAt, now) > newsFor) return silence('too-old-to-tell');

  const phone = readNotifiedPhone(dossier);
  if (!phone.ok) {
    if (phone.reason === 'empty') return silence('no-phone');
    return silence(belongsOnCallList(phone.reason) ? 'phone-takes-no-sms' : 'phone-unreadable', phone.reason);
  }

  const purpose = purposeOf(head.status, fact(dossier, 'returnMethod'));
  if (purpose === undefined) return silence('not-worth-telling');
  const said = say(purpose, dossier, settings);
  if (!said.ok) return silence('text-not-sayable', said.because);

  const notification: Notification = {
    id: notificationId(dossier, occurrence, 'sms'),
    ward: dossier.ward,
    dossierCode: dossier.code,
    channel: 'sms',
    cause: head.eventId,
    purpose,
    to: phone.e164,
    text: said.text,
    parts: said.parts,
    template: said.template,
    createdAt: now,
    dueAt: now,
    state: 'queued',
    attempts: 0,
  };
  return {
    eventId: event.eventId,
    dossier: { ...dossier, told: [...dossier.told, occurrence] },
    notifications: [notification],
  };
};
