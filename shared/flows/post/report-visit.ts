import { baoTin } from '../../domain/post/carriers/bao-tin.ts';
import { isWardPartner } from '../../domain/post/ward-partner.ts';
import { scanOfVisit, type VisitReport } from '../../domain/post/visit-report.ts';
import { recordTracking, type TrackingResult } from './record-tracking.ts';

type Reported = { is: 'recorded'; result: TrackingResult } | { is: 'not-found' | 'not-ours' };

/** A clerk says how a visit went. Only the ward's own deliveries are told this way; a post reports its own. */
export const reportVisit =
  (ports: Parameters<typeof recordTracking>[0]) =>
  async (ward: string, jobId: string, report: VisitReport): Promise<Reported> => {
    const job = await ports.jobs.find({ ward }, jobId);
    if (!job) return { is: 'not-found' };
    if (!isWardPartner(job.partner)) return { is: 'not-ours' };
    const scan = scanOfVisit(jobId, report, ports.clock());
    return { is: 'recorded', result: await recordTracking(ports)(job.partner, scan, baoTin) };
  };
