import { canonical } from '../../../domain/values/writing/canonical.ts';
import {
  matchLine,
  type RemittanceLine,
  type RemittanceReport,
  type SettledLine,
  settling,
  totalIsRight,
  type Remittances,
} from '../../../domain/post/money/remittance.ts';
import type { Booking, CashBooks } from '../../../domain/post/money/cash-book.ts';
import { unplacedLine } from '../../../domain/post/money/cash-booking.ts';
import { plainNumber } from '../../../domain/post/tracking/s10.ts';
import type { Clock } from '../../../domain/values/instant.ts';
import type { DispatchJobs } from '../../../domain/post/job/dispatch-jobs.ts';

type Ports = { jobs: DispatchJobs; remittances: Remittances; books: Pick<CashBooks, 'note'>; clock: Clock };
type Settled = { is: 'settled'; lines: SettledLine[] } | { is: 'total-mismatch' | 'remittance-id-reused' };

/** Matches a partner's remittance line by line. The same remittance again gives the same answer and books nothing. */
export const settleCod =
  ({ jobs, remittances, books, clock }: Ports) =>
  async (partner: string, report: RemittanceReport): Promise<Settled> => {
    if (!totalIsRight(report)) return { is: 'total-mismatch' };
    const opened = await remittances.open({ ...report, partner, receivedAt: clock() });
    if (opened.is === 'existing') {
      const { lines, total, settled } = opened.remittance;
      if (canonical({ lines, total }) !== canonical({ lines: report.lines, total: report.total }))
        return { is: 'remittance-id-reused' };
      if (settled) return { is: 'settled', lines: settled };
    }
    const receivedAt = opened.is === 'existing' ? opened.remittance.receivedAt : clock();
    const lines: SettledLine[] = [];
    const unplaced: Booking[] = [];
    const seen = new Set<string>();
    for (const [index, line] of report.lines.entries()) {
      const key = `${line.kind}#${line.trackingNumber}`;
      const { trackingNumber } = line;
      const { ward = '', ...settled }: SettledLine & { ward?: string } = seen.has(key)
        ? { trackingNumber, outcome: 'DUPLICATE' }
        : await settleLine(line);
      lines.push(settled);
      if (settled.outcome !== 'MATCHED' && settled.outcome !== 'DIFFERENCE') {
        const of = { remittanceId: report.remittanceId, index, partner, ward, at: receivedAt };
        unplaced.push(unplacedLine(line, settled, of));
      }
      seen.add(key);
    }
    await books.note(unplaced);
    await remittances.close(partner, report.remittanceId, lines);
    return { is: 'settled', lines };

    async function settleLine(line: RemittanceLine): Promise<SettledLine & { ward?: string }> {
      for (;;) {
        const job = await jobs.findByTrackingNumber({ partner }, plainNumber(line.trackingNumber));
        const outcome = matchLine(job, line, report.remittanceId);
        const step = job && settling(job, line, outcome, report.remittanceId, clock());
        if (!step) return { ...outcome, ...(job && { ward: job.ward }) };
        const made = await jobs.step({ partner }, job.jobId, step);
        if (made.is !== 'refused' || made.because !== 'revision') return outcome;
      }
    }
  };
