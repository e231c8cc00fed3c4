import type * as z from 'zod';
import type { DispatchJob } from '../../../domain/post/job/dispatch-job.ts';
import type { Answer, Request } from './http.ts';
import { logPost } from '../log/post.ts';
import { jobAnswer } from './answers.ts';
import { type Refused, refused } from './refused.ts';
import { withBody } from './route.ts';

/** What a flow says about one job: done now, done before, or why not. */
type Done = { is: 'done' | 'accepted' | 'already'; job: DispatchJob };
type Said = Done | Refused;

const isDone = (said: Said): said is Done =>
  said.is === 'done' || said.is === 'accepted' || said.is === 'already';

/**
 * What a caller may do with one job, as this caller sees jobs: the body is read in its shape, the flow decides, its
 * word is logged under the act's name and answered.
 */
export const jobAct =
  <Ports, R extends Request>(view: (job: DispatchJob) => unknown) =>
  <Shape extends z.ZodType>(
    name: string,
    shape: Shape,
    go: (ports: Ports, request: R & { id: string }, body: z.output<Shape>) => Promise<Said>,
  ): ((ports: Ports, request: R) => Promise<Answer>) =>
    withBody(shape, async (ports: Ports, request: R, body) => {
      const id = request.path['id'] ?? '';
      const said = await go(ports, { ...request, id }, body);
      logPost(name, said.is, id);
      return isDone(said) ? jobAnswer(said.job, view) : refused(said, request);
    });
