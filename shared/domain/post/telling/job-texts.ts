/** What the citizen hears of a journey: each step that matters, once, at the first entry into it. */
import type { DispatchJob } from '../job/dispatch-job.ts';
import type { JobState } from '../job/dispatch-moves.ts';
import { lastCorrection } from '../tracking/correct-end.ts';
import { isWardPartner } from '../partner/ward-partner.ts';

/**
 * The message owed at the first entry into a state. Results come to the citizen, by post or by the ward's own people;
 * dossiers are collected there.
 */
export const smsOnEntry = {
  'to-citizen': {
    'handed-over': 'post-handed-over',
    'out-for-delivery': 'post-out-for-delivery',
    'delivery-attempted': 'post-attempted',
    'held-for-pickup': 'post-held-for-pickup',
    delivered: 'post-delivered',
    'partly-delivered': 'post-partly-delivered',
    returning: 'post-returning',
  },
  home: {
    'out-for-delivery': 'home-out-for-delivery',
    'delivery-attempted': 'home-attempted',
    delivered: 'home-delivered',
    returned: 'home-brought-back',
  },
  'from-citizen': {
    'handed-over': 'post-collected',
    delivered: 'post-dossier-arrived',
  },
} as const satisfies Record<DispatchJob['direction'] | 'home', Partial<Record<JobState, string>>>;

/** What a citizen was told and what was not so: a delivery that never was is taken back, with what to do now. */
export const smsOnCorrection = {
  'to-citizen': { delivered: 'post-delivered', returned: 'post-not-delivered', lost: 'post-not-delivered' },
  home: { delivered: 'home-delivered', returned: 'post-not-delivered', lost: 'post-not-delivered' },
  'from-citizen': { delivered: 'post-dossier-arrived' },
} as const satisfies Record<DispatchJob['direction'] | 'home', Partial<Record<JobState, string>>>;

type Told = typeof smsOnEntry;
export type PostSms =
  | 'post-not-delivered'
  | 'post-redirected'
  | { [Way in keyof Told]: Told[Way][keyof Told[Way]] }[keyof Told];

/** What a citizen hears of a journey: of its state, once more of the same, or of another address that it goes to. */
export type JobWord = { reminder?: boolean; redirected?: boolean };

/** The message for the state that a job is in; no post is named where the ward's own people carry the papers. */
export const smsFor = (job: DispatchJob): PostSms | undefined => {
  const { direction, partner, state } = job;
  const byWard = isWardPartner(partner);
  if (byWard && direction === 'from-citizen') return undefined; // they met at the door
  const way = byWard ? 'home' : direction;
  const correction = lastCorrection(job);
  // A correction speaks only where somebody was told what was not so.
  if (correction && correction.to !== 'delivered' && correction.from !== 'delivered') return undefined;
  const table: Partial<Record<JobState, PostSms>> = correction ? smsOnCorrection[way] : smsOnEntry[way];
  return table[state];
};
