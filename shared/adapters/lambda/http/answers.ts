import type { PrintedLetter } from '../../../domain/letter/press.ts';
import type { DispatchJob } from '../../../domain/post/job/dispatch-job.ts';
import { offerOf } from '../../../domain/post/job/job-offer.ts';
import { problem, type ProblemLanguage, type ProblemType } from '../../../domain/api/problem.ts';
import type { Answer, Request } from './http.ts';
import { refused } from './refused.ts';

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

type BatchAnswer =
  | { is: 'accepted'; job: DispatchJob }
  | { is: 'invalid-request'; pointers: string[] }
  | { is: ProblemType };

/** What became of one acceptance of a batch, in the words of the partner API. */
export const acceptAnswer = (
  { index, answer }: { index: number; answer: BatchAnswer },
  language: ProblemLanguage,
) => {
  if (answer.is === 'accepted') return { index, outcome: 'ACCEPTED', job: offerOf(answer.job) };
  return answer.is === 'invalid-request'
    ? { index, outcome: 'REJECTED', pointers: answer.pointers }
    : { index, outcome: 'REJECTED', problem: problem(answer.is, language) };
};

/** Which of the formats that there are was asked for; the first one where nothing was said. */
export const formatIn = <Format extends string>(
  request: Pick<Request, 'query' | 'language'>,
  first: Format,
  ...others: Format[]
): { ok: true; is: Format } | { ok: false; answer: Answer } => {
  const known = [first, ...others];
  const is = known.find((format) => format === (request.query['format'] ?? first));
  return is
    ? { ok: true, is }
    : { ok: false, answer: refused({ is: 'not-found', detail: `format: ${known.join(' or ')}` }, request) };
};

/** A file's name that no id can lead out of its quotes. */
const fileName = (id: string, type: string): string => `filename="${id.replaceAll(/[^\w.-]/g, '_')}.${type}"`;

/** A print to be looked at or saved under this name; refused with the letters that the type lacks. */
export const pdfAnswer = (print: PrintedLetter, name: string, request: Pick<Request, 'language'>): Answer => {
  if (!print.ok) return refused({ is: 'character-missing', detail: print.missing.join(' ') }, request);
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
