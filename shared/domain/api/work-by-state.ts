/**
 * Which states of texts, letters and journeys need a person, and on which list they then are. Total on purpose: a new state
 * without a line here does not compile.
 */
import type { LetterState } from '../letter/moves.ts';
import type { NotificationState } from '../notification/notification.ts';
import type { JobState } from '../post/job/dispatch-moves.ts';

/** Calls to make come first, and wishes that no machine should guess; what a cap held back and who cannot be told at all are as good as untold. */
export const worklists = [
  'call-list',
  'wishes',
  'unknown',
  'failed',
  'undelivered',
  'told-wrongly',
  'unconfirmed',
  'held-back',
  'carriers',
  'unreachable',
  'not-sayable',
  'undecided',
  'dossier-code',
  'letters',
  'persons-missing',
  'journeys',
  'rows',
  'warnings',
] as const;
export type Worklist = (typeof worklists)[number];

type Lists<State extends string> = Record<State, Worklist | undefined>;

/** A text that still waits needs nobody, unless a cap holds it back; a call that waits needs somebody to ring. */
export const ofNotifications: Lists<NotificationState> = {
  queued: undefined,
  sending: undefined,
  sent: undefined,
  unknown: 'unknown',
  unconfirmed: 'unconfirmed',
  delivered: undefined,
  undelivered: 'undelivered',
  failed: 'failed',
  suppressed: 'held-back',
  cancelled: undefined,
};

export const ofLetters: Lists<LetterState> = {
  drafted: undefined,
  stopped: 'letters',
  rendered: 'letters',
  held: 'letters',
  released: undefined,
  withdrawn: undefined,
  printed: undefined,
  'handed-over': undefined,
  posted: undefined,
};

export const ofJobs: Lists<JobState> = {
  draft: 'journeys',
  ready: undefined,
  leased: undefined,
  accepted: undefined,
  'label-printed': undefined,
  manifested: undefined,
  'handed-over': undefined,
  'in-transit': undefined,
  'out-for-delivery': undefined,
  'delivery-attempted': undefined,
  'held-for-pickup': undefined,
  'on-hold': undefined,
  delivered: undefined,
  'partly-delivered': 'journeys',
  returning: undefined,
  returned: 'journeys',
  'return-received': 'journeys',
  closed: undefined,
  redispatched: undefined,
  lost: 'journeys',
  damaged: 'journeys',
  rejected: 'journeys',
  'needs-attention': 'journeys',
  'cancel-requested': undefined,
  cancelled: undefined,
  'dead-letter': 'journeys',
};
