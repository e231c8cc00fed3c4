/** What waits too long, as the people who have to do something about it see it. Ids and places, nobody's name. */
import * as z from 'zod';
import { Instant } from '../../values/instant.ts';
import type { DispatchJob } from '../job/dispatch-job.ts';
import { jobStates } from '../job/dispatch-moves.ts';
import { type Overdue, timerNames } from '../tracking/timers.ts';

const WaitingPaper = z.strictObject({
  timer: z.enum(timerNames),
  jobId: z.string(),
  dossierCode: z.string(),
  ward: z.string(),
  partner: z.string(),
  state: z.enum(jobStates),
  since: Instant,
  tells: z.enum(['office', 'citizen', 'duty']).describe('Who is expected to do something about it'),
});
export type WaitingPaper = z.infer<typeof WaitingPaper>;

export const WaitingPapers = z.strictObject({
  waiting: z.array(WaitingPaper).describe('The longest waiting first'),
  silentPartners: z
    .array(z.strictObject({ partner: z.string(), offeredSince: Instant, lastAskedAt: Instant.optional() }))
    .describe('Partners that do not ask for the jobs that are on offer to them'),
});
export type WaitingPapers = z.infer<typeof WaitingPapers>;

export const waitingPaper = (
  { jobId, dossierCode, ward, partner, state }: DispatchJob,
  { timer, since, tells }: Overdue,
): WaitingPaper => ({ timer, jobId, dossierCode, ward, partner, state, since, tells });
