import type { DispatchJobs } from '../../../domain/post/job/dispatch-jobs.ts';
import type { JobLists } from '../../../domain/post/job/job-lists.ts';
import type { Partners } from '../../../domain/post/partner/partner.ts';
import type { WardPosts } from '../../../domain/post/partner/ward-post.ts';
import type { Clock } from '../../../domain/values/instant.ts';
import type { Places } from '../../../domain/values/places/places.ts';
import { settleDispute } from '../money/settle-dispute.ts';
import { noteRedirectAnswer } from '../partner/answer-redirect.ts';
import { cancelJob } from '../returns/cancel-job.ts';
import { closeJob, confirmReturn } from '../returns/confirm-return.ts';
import { offerAgain } from '../returns/offer-again.ts';
import { recallJob } from '../returns/recall-job.ts';
import { redispatchJob } from '../returns/redispatch-job.ts';
import { correctAddress } from './correct-address.ts';
import { correctEnd } from './correct-end.ts';

type Ports = {
  jobs: DispatchJobs;
  lists: Pick<JobLists, 'quarantined'>;
  posts: WardPosts;
  partners: Pick<Partners, 'find'>;
  places: Places;
  clock: Clock;
};

/** Everything that an office does with one of its journeys at the desk, each as the API does it. */
export const steerJourney = (post: Ports) => ({
  correct: async (...asked: Parameters<ReturnType<typeof correctAddress>>) =>
    correctAddress({ ...post, places: await post.places() })(...asked),
  cancel: cancelJob(post),
  recall: recallJob(post),
  confirmReturn: confirmReturn(post),
  close: closeJob(post),
  redispatch: async (...asked: Parameters<ReturnType<typeof redispatchJob>>) => {
    const made = await redispatchJob({ ...post, places: await post.places() })(...asked);
    return made.is === 'done' ? { is: made.is, to: made.next.jobId } : made;
  },
  offer: offerAgain(post),
  answerRedirect: noteRedirectAnswer(post),
  correctEnd: correctEnd(post),
  settle: settleDispute(post),
});
