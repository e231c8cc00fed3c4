import type { BundleRecord } from '../dossier/bundle.ts';
import { type JourneyStep, jobsAfter } from './decide-journey.ts';
import type { Dossier } from '../dossier/dossier.ts';
import type { Instant } from '../values/instant.ts';
import type { LettersDecided } from '../letter/occasion/decided.ts';
import { type Counters, type Crossing, givenBack, type PhoneCard } from '../notification/limits.ts';
import { becauseOvertaken } from '../notification/has-left.ts';
import type { Notification } from '../notification/notification.ts';
import { notifiedPhone } from '../office/contact-channel.ts';
import type { E164 } from '../phone/read-phone.ts';
import type { DispatchJob } from '../post/job/dispatch-job.ts';
import type { NotificationId, EventId } from '../values/ids.ts';

/** Why an event says nothing to anybody. */
export type Silence =
  | 'already-decided'
  | 'already-told'
  | 'not-worth-telling'
  | 'overtaken'
  | 'too-old-to-tell'
  | 'nothing-to-pay'
  | 'no-phone'
  | 'phone-unreadable'
  | 'opted-out'
  | 'bundle-spoke-already'
  | 'waits-for-bundle'
  | 'text-not-sayable'
  | 'moved';

/** What an event comes to: the dossier as it will be, and what we now owe the citizen, or why nothing. */
export type Decision = {
  eventId: EventId;
  dossier: Dossier;
  notifications: Notification[];
  /** Notifications that are no longer worth sending, if they are still waiting. */
  overtaken: NotificationId[];
  /** What had left and was wrong, for a person to know. */
  corrects?: NotificationId[];
  /** Something of the event could not be read. */
  warned?: true;
  /** Of an act of the office: what was told and had not left before it. */
  waited?: NotificationId[];
  silent?: Silence;
  /** For a person: what was wrong with the phone, or which field was missing in the text. */
  because?: string;
  /** The bundle as it will be, for a dossier filed together with others. */
  bundle?: BundleRecord;
  /** What the phone will have been sent today, and how its ward stands. */
  spent?: { phone: PhoneCard; ward: Pick<Counters, 'ward-day' | 'ward-month'>; crossed: Crossing[] };
  /** The journey that its result is to make. */
  dispatch?: DispatchJob;
  /** What becomes of journeys that exist: made before the rest is written, so that no word runs ahead of its deed. */
  steps?: JourneyStep[];
  /** What it means for letters, where it gives an occasion for one. */
  letters?: LettersDecided;
};

/**
 * The phone's day without what this word overtakes before its time had come: no sender had touched that, and the phone
 * would be told less for news it never got. The ward's own counters keep it, since they are reserved apart.
 */
export const refundUnsent = (
  spent: Counters,
  before: Dossier | undefined,
  { overtaken }: Pick<Decision, 'overtaken'>,
  phone: E164,
  now: Instant,
): Counters => {
  if (before === undefined || notifiedPhone(before) !== phone) return spent;
  const unsent = before.told.filter(({ id, dueAt }) => dueAt > now && overtaken.includes(id));
  const day = unsent.reduce(
    (counter, { parts = 0, dueAt }) => givenBack('phone-day', counter, { parts, at: dueAt }),
    spent['phone-day'],
  );
  return { ...spent, ...(day && { 'phone-day': day }) };
};

/**
 * The same decisions, where a message that one of them owes and a later one finds no longer worth sending is born
 * cancelled: several events of a dossier may be decided in one go, and only the newest of them is said.
 */
export const supersededAtOnce = <Decided extends { decisions: Decision[] }>(decided: Decided): Decided => {
  const overtaken = new Set(decided.decisions.flatMap((decision) => decision.overtaken));
  const decisions = decided.decisions.map((decision): Decision => ({
    ...decision,
    notifications: decision.notifications.map((notification) =>
      overtaken.has(notification.id) && notification.state === 'queued'
        ? { ...notification, state: 'cancelled', reason: becauseOvertaken }
        : notification,
    ),
  }));
  return { ...decided, decisions };
};

/** The same decisions, where a journey that one of them asks for is born as a later one leaves it. */
export const bornAsTheyEnd = <Decided extends { decisions: Decision[] }>(decided: Decided): Decided => {
  const steps = decided.decisions.flatMap((decision) => decision.steps ?? []);
  const born = new Set(decided.decisions.flatMap(({ dispatch }) => dispatch?.jobId ?? []));
  if (born.size === 0 || steps.length === 0) return decided;
  const decisions = decided.decisions.map(({ dispatch, steps: own, ...decision }): Decision => {
    const left = own?.filter(({ jobId }) => !born.has(jobId)) ?? [];
    const [as] = dispatch ? jobsAfter([dispatch], { steps }) : [];
    return { ...decision, ...(as && { dispatch: as }), ...(left.length > 0 && { steps: left }) };
  });
  return { ...decided, decisions };
};
