import type { BundleRecord } from './bundle-record.ts';
import type { Dossier } from './dossier.ts';
import type { LettersDecided } from './letter/decided.ts';
import type { Counters, Crossing } from './limits.ts';
import type { Notification, NotificationId } from './notification.ts';
import type { PhoneCard } from './phone-card.ts';
import type { DispatchJob } from './post/dispatch-job.ts';
import type { EventId } from './status-event.ts';

/** Why an event says nothing to anybody. */
export type Silence =
  | 'already-decided'
  | 'already-told'
  | 'not-worth-telling'
  | 'overtaken'
  | 'too-old-to-tell'
  | 'no-phone'
  | 'phone-unreadable'
  | 'opted-out'
  | 'bundle-spoke-already'
  | 'waits-for-bundle'
  | 'text-not-sayable';

/** What an event comes to: the dossier as it will be, and what we now owe the citizen, or why nothing. */
export type Decision = {
  eventId: EventId;
  dossier: Dossier;
  notifications: Notification[];
  /** Notifications that are no longer worth sending, if they are still waiting. */
  overtaken: NotificationId[];
  silent?: Silence;
  /** For a person: what was wrong with the phone, or which field was missing in the text. */
  because?: string;
  /** The bundle as it will be, for a dossier filed together with others. */
  bundle?: BundleRecord;
  /** What the phone will have been sent today, and how its ward stands. */
  spent?: { phone: PhoneCard; ward: Pick<Counters, 'ward-day' | 'ward-month'>; crossed: Crossing[] };
  /** The journey that its result is to make. */
  dispatch?: DispatchJob;
  /** What it means for letters, where it gives an occasion for one. */
  letters?: LettersDecided;
};
