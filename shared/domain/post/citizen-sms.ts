/** What the citizen hears of a journey: each step that matters, once, at the first entry into it. */
import type { DispatchJob } from './dispatch-job.ts';
import type { JobState } from './dispatch-moves.ts';
import { lastCorrection } from './correct-end.ts';
import { firstEntry } from './job-step.ts';

/** The message owed at the first entry into a state. Results come to the citizen; dossiers are collected there. */
export const smsOnEntry = {
  'to-citizen': {
    'handed-over': 'post-handed-over',
    'out-for-delivery': 'post-out-for-delivery',
    'delivery-attempted': 'post-attempted',
    'held-for-pickup': 'post-held-for-pickup',
    delivered: 'post-delivered',
    returning: 'post-returning',
  },
  'from-citizen': {
    'handed-over': 'post-collected',
    delivered: 'post-dossier-arrived',
  },
} as const satisfies Record<DispatchJob['direction'], Partial<Record<JobState, string>>>;

/** What a citizen was told and what was not so: a delivery that never was is taken back, with what to do now. */
export const smsOnCorrection = {
  'to-citizen': { delivered: 'post-delivered', returned: 'post-not-delivered', lost: 'post-not-delivered' },
  'from-citizen': { delivered: 'post-dossier-arrived' },
} as const satisfies Record<DispatchJob['direction'], Partial<Record<JobState, string>>>;

/** The message about the state that a correction brought a job into; nothing where nobody was told anything false. */
export const correctionSms = (job: DispatchJob): PostSms | undefined => {
  const correction = lastCorrection(job);
  if (!correction || (correction.to !== 'delivered' && correction.from !== 'delivered')) return undefined;
  const table: Partial<Record<JobState, PostSms>> = smsOnCorrection[job.direction];
  return table[job.state];
};

export type PostSms =
  | 'post-not-delivered'
  | (typeof smsOnEntry)['to-citizen'][keyof (typeof smsOnEntry)['to-citizen']]
  | (typeof smsOnEntry)['from-citizen'][keyof (typeof smsOnEntry)['from-citizen']];

/** The SMS that a step owes, with an id that a repeat would have too; nothing for a replay or a late scan. */
export const smsOwed = (
  before: DispatchJob,
  after: DispatchJob,
): { notificationId: string; template: PostSms } | undefined => {
  if (!firstEntry(before, after)) return undefined;
  const table: Partial<Record<JobState, PostSms>> = smsOnEntry[after.direction];
  const template = table[after.state];
  return template && { notificationId: `${after.jobId}.${after.state}`, template };
};

/** A result in the citizen's hands closes the dossier: its portal status becomes `returned`. */
export const closesDossier = (before: DispatchJob, after: DispatchJob): boolean =>
  after.direction === 'to-citizen' && after.state === 'delivered' && firstEntry(before, after);
