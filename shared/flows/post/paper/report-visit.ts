import { baoTin } from '../../../domain/post/tracking/carriers/bao-tin.ts';
import type { TrackingRecord } from '../../../domain/post/tracking/tracking-record.ts';
import type { Refusal } from '../../../domain/api/problem.ts';
import { isWardPartner } from '../../../domain/post/partner/ward-partner.ts';
import { scanOfVisit, type VisitReport } from '../../../domain/post/paper/visit-report.ts';
import { recordTracking, type TrackingResult } from '../tracking/record-tracking.ts';

type Reported =
  | { is: 'recorded'; outcome: Exclude<TrackingResult['outcome'], 'REJECTED'>; note?: TrackingRecord['note'] }
  | Refusal<'not-ours' | Extract<TrackingResult, { outcome: 'REJECTED' }>['problem']>;

/** A clerk says how a visit went. Only the ward's own deliveries are told this way; a post reports its own. */
export const reportVisit =
  (ports: Parameters<typeof recordTracking>[0]) =>
  async (ward: string, jobId: string, report: VisitReport): Promise<Reported> => {
    const job = await ports.jobs.find({ ward }, jobId);
    if (!job) return { is: 'not-found' };
    if (!isWardPartner(job.partner)) return { is: 'not-ours' };
    const scan = scanOfVisit(jobId, report, ports.clock());
    const result = await recordTracking(ports)(job.partner, scan, baoTin);
    if (result.outcome === 'REJECTED') return { is: result.problem };
    const { outcome } = result;
    return { is: 'recorded', outcome, ...('note' in result && result.note && { note: result.note }) };
  };
