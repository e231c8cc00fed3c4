/** What a journey's state lets an office promise: words of a delivery are said only where it will be made. */
import { isWardPartner } from '../partner/ward-partner.ts';
import type { DispatchJob } from './dispatch-job.ts';
import type { JobState } from './dispatch-moves.ts';

/** `goes`: it will be brought. `waits`: only once a person has done something. `over`: its own words have been said. */
export const promiseIn: Readonly<Record<JobState, 'goes' | 'waits' | 'over'>> = {
  draft: 'waits',
  ready: 'goes',
  leased: 'goes',
  accepted: 'goes',
  'label-printed': 'goes',
  manifested: 'goes',
  'handed-over': 'goes',
  'in-transit': 'goes',
  'out-for-delivery': 'goes',
  'delivery-attempted': 'goes',
  'held-for-pickup': 'goes',
  'on-hold': 'goes',
  delivered: 'over',
  'partly-delivered': 'over',
  returning: 'over',
  returned: 'over',
  'return-received': 'over',
  closed: 'over',
  redispatched: 'over',
  lost: 'over',
  damaged: 'over',
  rejected: 'waits',
  'needs-attention': 'waits',
  'cancel-requested': 'waits',
  cancelled: 'waits',
  'dead-letter': 'waits',
};

/** Whether these papers will be brought as things stand: by the post, or by the ward's own people. */
export const promisedBy = (
  job: Pick<DispatchJob, 'state' | 'waitsFor' | 'partner'> | undefined,
): 'post' | 'home' | undefined => {
  if (job === undefined || promiseIn[job.state] !== 'goes' || (job.waitsFor ?? []).length > 0)
    return undefined;
  return isWardPartner(job.partner) ? 'home' : 'post';
};
