/** What the citizen hears of a journey: each step that matters, once, at the first entry into it. */
import type { DispatchJob } from './dispatch-job.ts';
import type { JobState } from './dispatch-moves.ts';
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

export type PostSms =
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
