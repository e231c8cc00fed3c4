import { canonical } from '../../domain/canonical.ts';
import {
  matchLine,
  type RemittanceLine,
  type RemittanceReport,
  type SettledLine,
  settling,
  totalIsRight,
} from '../../domain/post/remittance.ts';
import type { Clock, DispatchJobs, Remittances } from '../../domain/post/ports.ts';

type Ports = { jobs: DispatchJobs; remittances: Remittances; clock: Clock };
export type Settled =
  | { is: 'settled'; lines: SettledLine[] }
  | { is: 'total-mismatch' | 'remittance-id-reused' };

/** Matches a partner's remittance line by line. The same remittance again gives the same answer and books nothing. */
export const settleCod =
  ({ jobs, remittances, clock }: Ports) =>
  async (partner: string, report: RemittanceReport): Promise<Settled> => {
    if (!totalIsRight(report)) return { is: 'total-mismatch' };
    const opened = await remittances.open({ ...report, partner, receivedAt: clock() });
    if (opened.is === 'existing') {
      const { lines, total, settled } = opened.remittance;
      if (canonical({ lines, total }) !== canonical({ lines: report.lines, total: report.total }))
        return { is: 'remittance-id-reused' };
      if (settled) return { is: 'settled', lines: settled };
    }
    const lines: SettledLine[] = [];
    const seen = new Set<string>();
    for (const line of report.lines) {
      const key = `${line.kind}#${line.trackingNumber}`;
      const { trackingNumber } = line;
      lines.push(seen.has(key) ? { trackingNumber, outcome: 'DUPLICATE' } : await settleLine(line));
      seen.add(key);
    }
    await remittances.close(partner, report.remittanceId, lines);
    return { is: 'settled', lines };

    async function settleLine(line: RemittanceLine): Promise<SettledLine> {
      for (;;) {
        const job = await jobs.findByTrackingNumber({ partner }, line.trackingNumber);
        const outcome = matchLine(job, line, report.remittanceId);
        const step = job && settling(job, line, outcome, report.remittanceId, clock());
        if (!step) return outcome;
        const made = await jobs.step({ partner }, job.jobId, step);
        if (made.is !== 'refused' || made.because !== 'revision') return outcome;
      }
    }
  };
