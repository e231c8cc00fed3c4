import type { Rendering } from '../../domain/letter/press.ts';
import type { DispatchJob } from '../../domain/post/dispatch-job.ts';
import { postProblems } from '../../domain/post/problems.ts';
import { type Problem, problem, type ProblemLanguage, type ProblemType } from '../../domain/problem.ts';
import { type Answer, refuse, type Request } from './http.ts';

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

/** Which of the formats that there are was asked for; the first one where nothing was said. */
export const formatIn = <Format extends string>(
  { query, language }: Pick<Request, 'query' | 'language'>,
  first: Format,
  ...others: Format[]
): { ok: true; is: Format } | { ok: false; answer: Answer } => {
  const known = [first, ...others];
  const is = known.find((format) => format === (query['format'] ?? first));
  return is
    ? { ok: true, is }
    : { ok: false, answer: refuse(problemOf('not-found', language, `format: ${known.join(' or ')}`)) };
};

/** A file's name that no id can lead out of its quotes. */
const fileName = (id: string, type: string): string => `filename="${id.replaceAll(/[^\w.-]/g, '_')}.${type}"`;

/** A print to be looked at or saved under this name; refused with the letters that the type lacks. */
export const pdfAnswer = (
  print: Rendering,
  name: string,
  { language }: Pick<Request, 'language'>,
): Answer => {
  if (!print.ok) return refuse(problemOf('character-missing', language, print.missing.join(' ')));
  const headers = { 'content-disposition': `inline; ${fileName(name, 'pdf')}` };
  return { status: 200, body: print.pdf, type: 'application/pdf', headers };
};

/** A table for spreadsheets, to be saved under this name. */
export const csvAnswer = (csv: string, name: string): Answer => ({
  status: 200,
  body: csv,
  type: 'text/csv',
  headers: { 'content-disposition': `attachment; ${fileName(name, 'csv')}` },
});
