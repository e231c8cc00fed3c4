/**
 * Correcting how a journey ended. Ends stick for scans; a person who knows better says so with a reason, and what
 * follows is honest: the citizen hears that the earlier word was wrong, cash that was booked for a delivery that never
 * was comes into dispute, and scans that contradicted the end are settled by the same act.
 */
import * as z from 'zod';
import { Instant } from '../../values/instant.ts';
import { bookCod, type Cod } from '../money/cod.ts';
import { type Correction, ends } from './correction.ts';
import type { DispatchJob } from '../job/dispatch-job.ts';
import { jobStates } from '../job/dispatch-moves.ts';
import type { JobStep } from '../job/job-step.ts';
import { ReturnReason } from '../job/ends/returns.ts';
import type { TrackingRecord } from './tracking-record.ts';

const happenedFor = {
  delivered: 'corrected-to-delivered',
  returned: 'corrected-to-returned',
  lost: 'corrected-to-lost',
} as const;

export const CorrectEndRequest = z
  .strictObject({
    /** How it really ended; the end that it has already settles a contradiction and changes nothing else. */
    to: z.enum(ends),
    reason: z.string().min(1).max(200),
    correctedBy: z.string().min(1).max(120),
    /** Why the papers came back, where they did. */
    returnReason: ReturnReason.optional(),
  })
  .refine(({ to, returnReason }) => to === 'returned' || returnReason === undefined, {
    error: 'only papers that came back have a reason to return',
    path: ['returnReason'],
  });
export type CorrectEndRequest = z.infer<typeof CorrectEndRequest>;

/** The cash after a correction. A delivery that was none leaves no cash to anybody but in dispute. */
const cashAfter = (
  { cod }: DispatchJob,
  to: CorrectEndRequest['to'],
  contradicting: readonly TrackingRecord[],
  at: Instant,
): Cod => {
  if (to !== 'delivered') {
    const disputed =
      cod.state === 'due'
        ? undefined
        : bookCod(cod, 'disputed', { disputedAt: at, disputedBecause: 'corrected' });
    return disputed ?? (to === 'lost' ? bookCod(cod, 'waived') : undefined) ?? cod;
  }
  const owed = cod.due > 0 ? (bookCod(cod, 'revived') ?? cod) : cod;
  // The scan of the true delivery was set aside, and the cash that it told of with it.
  const paid = contradicting.find(
    ({ status, event }) => status === 'delivered' && event.cod !== undefined,
  )?.event;
  const collected = paid?.cod && { collected: paid.cod.collected, collectedAt: paid.occurredAt };
  return (collected && bookCod(owed, 'collected', collected)) ?? owed;
};

export const correctingEnd = (
  job: DispatchJob,
  { to, reason, correctedBy, returnReason }: CorrectEndRequest,
  { client, contradicting }: { client: string; contradicting: readonly TrackingRecord[] },
  at: Instant,
): JobStep | 'already' | 'not-accepted' => {
  if (job.state === to) return 'already';
  if (job.acceptedAt === undefined) return 'not-accepted';
  const correction: Correction = { at, by: correctedBy, client, reason, from: job.state, to };
  return {
    happened: happenedFor[to],
    at,
    onlyIf: { revision: job.revision },
    set: {
      corrections: [...(job.corrections ?? []), correction],
      cod: cashAfter(job, to, contradicting, at),
      ...(returnReason && { returnReason }),
    },
    change: 'corrected',
  };
};

/** The correction that brought the job into the state it is in. */
export const lastCorrection = ({ corrections, state }: DispatchJob): Correction | undefined => {
  const last = corrections?.at(-1);
  return last?.to === state ? last : undefined;
};

/** A contradicting scan as the office looks at it: what was reported against how the journey ended. */
export const QuarantinedScan = z.strictObject({
  jobId: z.string(),
  dossierCode: z.string(),
  state: z.enum(jobStates).describe('How the journey stands'),
  reported: z.string().describe('What the scan says instead'),
  code: z.string(),
  occurredAt: Instant,
  reportedAt: Instant,
  collected: z.int().optional(),
});
export type QuarantinedScan = z.infer<typeof QuarantinedScan>;

export const quarantinedScan = (
  { event, reportedAt, status }: TrackingRecord,
  { jobId, dossierCode, state }: DispatchJob,
): QuarantinedScan => ({
  jobId,
  dossierCode,
  state,
  reported: status ?? event.code,
  code: event.code,
  occurredAt: event.occurredAt,
  reportedAt,
  ...(event.cod && { collected: event.cod.collected }),
});
