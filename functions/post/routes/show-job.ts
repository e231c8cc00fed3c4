import { jobAnswer } from '../../../shared/adapters/lambda/http/answers.ts';
import type { Answer, Request } from '../../../shared/adapters/lambda/http/http.ts';
import { refused } from '../../../shared/adapters/lambda/http/refused.ts';
import type { KnownCaller } from '../../../shared/adapters/lambda/http/route.ts';
import type { PostStore } from '../../../shared/adapters/open-post-store.ts';
import type { DispatchJob } from '../../../shared/domain/post/job/dispatch-job.ts';

/** One job, as this caller sees jobs; nothing but its ETag where the caller has it already. */
export const showJob =
  (view: (job: DispatchJob) => unknown) =>
  async ({ jobs }: Pick<PostStore, 'jobs'>, request: Request & KnownCaller): Promise<Answer> => {
    const job = await jobs.find(request.scope, request.path['id'] ?? '');
    const ifNoneMatch = request.event.headers['if-none-match'];
    return job ? jobAnswer(job, view, { ifNoneMatch }) : refused({ is: 'not-found' }, request);
  };
