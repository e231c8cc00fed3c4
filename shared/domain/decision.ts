import type { Dossier } from './dossier.ts';
import type { Notification } from './notification.ts';
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
  | 'phone-takes-no-sms'
  | 'phone-unreadable'
  | 'text-not-sayable';

/** What an event comes to: the dossier as it will be, and what we now owe the citizen, or why nothing. */
export type Decision = {
  eventId: EventId;
  dossier: Dossier;
  notifications: Notification[];
  silent?: Silence;
  /** For a person: what was wrong with the phone, or which field was missing in the text. */
  because?: string;
  /** The journey that its result is to make. */
  dispatch?: DispatchJob;
};
