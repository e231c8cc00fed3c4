import type * as z from 'zod';
import type { DispatchJob } from '../../domain/post/dispatch-job.ts';
import type { Answer, Request } from './http.ts';
import { logPost } from './log-post.ts';
import { answerSaid, type Said } from './post-answers.ts';
import { withBody } from './post-route.ts';

/**
 * What a caller may do with one job, as this caller sees jobs: the body is read in its shape, the flow decides, its
 * word is logged under the verb's name and answered.
 */
export const jobVerb =
  <Ports, R extends Request>(view: (job: DispatchJob) => unknown) =>
  <Schema extends z.ZodType>(
    name: string,
    schema: Schema,
    go: (ports: Ports, request: R & { id: string }, body: z.infer<Schema>) => Promise<Said>,
  ) =>
  async (ports: Ports, request: R & { id: string }): Promise<Answer> =>
    withBody(request, schema, async (body) => {
      const said = await go(ports, request, body);
      logPost(name, said.is, request.id);
      return answerSaid(said, view, request.language);
    });
