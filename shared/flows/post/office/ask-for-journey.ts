import { canonical } from '../../../domain/values/writing/canonical.ts';
import type { DispatchJob } from '../../../domain/post/job/dispatch-job.ts';
import { jobByHand } from '../../../domain/post/job/job-by-hand.ts';
import type { JobRequest } from '../../../domain/post/partner/ward-requests.ts';
import { carriersOf } from '../../../domain/post/partner/ward-partner.ts';
import type { Refusal } from '../../../domain/api/problem.ts';
import type { Ward } from '../../../domain/values/ward.ts';
import { createJob } from './create-job.ts';
import type { Clock } from '../../../domain/values/instant.ts';
import type { DispatchJobs, KeyIsMine } from '../../../domain/post/job/dispatch-jobs.ts';
import type { Places } from '../../../domain/values/places/places.ts';
import type { WardPosts } from '../../../domain/post/partner/ward-post.ts';

type Ports = { jobs: DispatchJobs; posts: WardPosts; places: Places; keyIsMine: KeyIsMine; clock: Clock };

/**
 * An officer asks for a journey by hand, under a key of their own (`Idempotency-Key`): the same key with the same words
 * is the same journey, with other words it is a mistake. What the ward has arranged is added. A citizen's address goes to
 * nobody whom the ward has no arrangement with.
 */
export const askForJourney =
  (ports: Ports) =>
  async (
    ward: Ward,
    key: string | undefined,
    asked: JobRequest,
  ): Promise<
    | { is: 'created' | 'existing'; job: DispatchJob }
    | Refusal<
        'idempotency-key-missing' | 'idempotency-key-reused' | 'no-post-arranged' | 'partner-not-arranged'
      >
  > => {
    if (!key) return { is: 'idempotency-key-missing' };
    const mine = await ports.keyIsMine(ward, key.slice(0, 255), canonical(asked));
    if (mine === 'reused') return { is: 'idempotency-key-reused' };
    const arranged = await ports.posts.of(ward);
    if (!arranged) return { is: 'no-post-arranged' };
    if (asked.partner !== undefined && !carriersOf(ward, arranged).includes(asked.partner))
      return { is: 'partner-not-arranged' };
    const wanted = jobByHand(asked, arranged, ports.clock());
    return createJob({ ...ports, places: await ports.places() })(wanted);
  };
