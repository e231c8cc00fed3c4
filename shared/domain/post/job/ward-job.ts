import type * as z from 'zod';
import { DispatchJob } from './dispatch-job.ts';

/** A job as its ward office sees it: everything but the machinery of leases. */
export const WardJob = DispatchJob.omit({ leaseEpoch: true, claimId: true });
export type WardJob = z.infer<typeof WardJob>;

export const wardJobOf = ({ leaseEpoch: _leaseEpoch, claimId: _claimId, ...job }: DispatchJob): WardJob =>
  job;
