import { formatMoment } from '../../../domain/values/day.ts';
import type { Instant } from '../../../domain/values/instant.ts';
import type { Cap } from '../../../domain/notification/limits.ts';
import type { DispatchJob } from '../../../domain/post/job/dispatch-job.ts';
import { problem, type ProblemType } from '../../../domain/api/problem.ts';
import { type Answer, refuse, type Request } from './http.ts';
import type { ProblemError } from '../../../domain/values/problem-error.ts';

/** What a flow says instead of doing what it was asked, with whatever there is to say of it. */
export type Refused = {
  is: ProblemType;
  /** What is wrong with the request, field by field. */
  errors?: readonly ProblemError[];
  /** How the thing stands; a lost lease is told how its job stands. */
  state?: string;
  version?: number;
  job?: DispatchJob;
  /** Which cap is full, until when; without an instant the message is too long for any day. */
  cap?: Cap;
  retryAt?: Instant;
  /** What a sum would have to be, in VND, and of how many lines. */
  expected?: number;
  lines?: number;
  detail?: string;
};

const howItStands = (said: Refused): string | undefined => {
  const { state, version, job, cap, retryAt, expected, lines, detail } = said;
  if (detail !== undefined) return detail;
  if (expected !== undefined) return `${lines} lines, ${expected} VND`;
  if (job) return `state ${job.state}, revision ${job.revision}, epoch ${job.leaseEpoch}`;
  if (cap !== undefined)
    return retryAt === undefined
      ? `The message has more parts than ${cap} allows`
      : `${cap} is full until ${formatMoment(retryAt)}`;
  return state && `It is ${state}${version === undefined ? '' : `, version ${version}`}`;
};

/** Every refusal of every flow, in the caller's language. Its word is the problem's own, so none can be without a text. */
export const refused = (said: Refused, { language }: Pick<Request, 'language'>): Answer => {
  const detail = howItStands(said);
  return refuse(
    problem(said.is, language, {
      ...(detail !== undefined && { detail }),
      ...(said.errors && { errors: [...said.errors] }),
    }),
  );
};
