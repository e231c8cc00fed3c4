import type { DispatchJob } from '../../domain/post/dispatch-job.ts';
import { postProblems } from '../../domain/post/problems.ts';
import { type Problem, problem, type ProblemLanguage, type ProblemType } from '../../domain/problem.ts';
import { type Answer, refuse } from './http.ts';

/** What a flow of the post says: done with a job, or why not. */
export type Said = { is: string; job?: DispatchJob };

const done = new Set(['done', 'accepted', 'already', 'created', 'existing']);

/** The stable slug of a refusal. Every word that a flow may refuse with is one. */
const typeOf = (is: string): ProblemType => {
  if (is === 'not-found' || is === 'event-id-reused') return is;
  if (Object.hasOwn(postProblems, is)) return is as keyof typeof postProblems;
  throw new Error(`no problem is called ${is}`);
};

export const problemOf = (is: string, language: ProblemLanguage, detail?: string): Problem =>
  problem(typeOf(is), language, detail === undefined ? {} : { detail });

/** The revision as an ETag (RFC 9110 §8.8.3). */
const etag = ({ revision }: DispatchJob): string => `"${revision}"`;

/** A job with its ETag; nothing but that where the caller has it already. */
export const jobAnswer = (
  job: DispatchJob,
  view: (job: DispatchJob) => unknown,
  { ifNoneMatch, status = 200 }: { ifNoneMatch?: string | undefined; status?: number } = {},
): Answer =>
  ifNoneMatch === etag(job)
    ? { status: 304, body: '', headers: { etag: etag(job) } }
    : { status, body: view(job), headers: { etag: etag(job) } };

/** The job after what was asked, or the problem; a lost lease also says how the job stands. */
export const answerSaid = (
  said: Said,
  view: (job: DispatchJob) => unknown,
  language: ProblemLanguage,
): Answer => {
  if (done.has(said.is) && said.job) return jobAnswer(said.job, view);
  const stands =
    said.job && `state ${said.job.state}, revision ${said.job.revision}, epoch ${said.job.leaseEpoch}`;
  return refuse(problemOf(said.is, language, stands));
};
