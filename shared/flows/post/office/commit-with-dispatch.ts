import type { Decision } from '../../../domain/decision/decision.ts';
import type { Instant } from '../../../domain/values/instant.ts';
import { asksForDispatch, decideDispatch } from '../../../domain/post/job/decide-dispatch.ts';
import type { Dossiers } from '../../../domain/decision/dossiers.ts';
import type { DispatchJobs } from '../../../domain/post/job/dispatch-jobs.ts';
import type { Places } from '../../../domain/values/places/places.ts';
import type { WardPosts } from '../../../domain/post/partner/ward-post.ts';

type Ports = { jobs: Pick<DispatchJobs, 'find'>; posts: WardPosts; places: Places };

/**
 * Dossiers whose decisions also ask for the journey of their result, in the same transaction. A job that exists is left
 * as it is; one that somebody creates at the same moment makes a conflict, and the next round finds it.
 */
export const withDispatch = (dossiers: Dossiers, ports: Ports): Dossiers => ({
  ...dossiers,
  commit: async (decided) =>
    dossiers.commit(
      await Promise.all(
        decided.map(async (each) => ({
          ...each,
          decisions: await Promise.all(
            each.decisions.map((decision) => dispatching(ports, decision, each.decidedAt)),
          ),
        })),
      ),
    ),
});

const dispatching = async (
  { jobs, posts, places }: Ports,
  decision: Decision,
  now: Instant,
): Promise<Decision> => {
  const { dossier, eventId, silent } = decision;
  const method = silent === 'already-decided' ? undefined : asksForDispatch(dossier, eventId, now);
  const post = method && (await posts.of(dossier.ward));
  if (!method || !post) return decision;
  const dispatch = decideDispatch(dossier, method, post, await places(), now);
  return (await jobs.find({ ward: dossier.ward }, dispatch.jobId)) ? decision : { ...decision, dispatch };
};
