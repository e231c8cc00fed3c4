/** Money that a partner brings: every line is matched to its job, and only a matching line closes a debt. Whole VND. */
import * as z from 'zod';
import { type Instant, InstantWithOffset } from '../instant.ts';
import { bookCod } from './cod.ts';
import type { DispatchJob } from './dispatch-job.ts';
import { quotedTotal, Vnd } from './fee.ts';
import type { Step } from './job-step.ts';

export const RemittanceLine = z.strictObject({
  trackingNumber: z.string().max(40),
  /** `cod`: cash of a recipient; `fee`, `return-fee`: what the partner charges for the transport. */
  kind: z.enum(['cod', 'fee', 'return-fee']),
  collected: Vnd,
  deductedFee: Vnd,
  remitted: Vnd,
  occurredAt: InstantWithOffset,
});
export type RemittanceLine = z.infer<typeof RemittanceLine>;

export const RemittanceReport = z.strictObject({
  remittanceId: z.string().min(1).max(100),
  /** The sum of `remitted` over all lines. */
  total: Vnd,
  lines: z.array(RemittanceLine).min(1).max(1000),
});
export type RemittanceReport = z.infer<typeof RemittanceReport>;

type LineOutcome = 'MATCHED' | 'DIFFERENCE' | 'UNMATCHED' | 'DUPLICATE' | 'NOT_DELIVERED';
/** `difference`: VND that came too much (or too little, when negative). */
export type SettledLine = { trackingNumber: string; outcome: LineOutcome; difference?: number };
export type Remittance = RemittanceReport & { partner: string; receivedAt: Instant; settled?: SettledLine[] };

export const totalIsRight = ({ total, lines }: RemittanceReport): boolean =>
  lines.reduce((sum, { remitted }) => sum + remitted, 0) === total;

/** What a line says about its job. The same remittance again says the same again. */
export const matchLine = (
  job: DispatchJob | undefined,
  line: RemittanceLine,
  remittanceId: string,
): SettledLine => {
  const { trackingNumber } = line;
  if (!job) return { trackingNumber, outcome: 'UNMATCHED' };
  if (line.kind !== 'cod') return agree(line, line.deductedFee - chargeOf(job, line.kind));
  if (job.cod.remittanceId !== undefined && job.cod.remittanceId !== remittanceId)
    return { trackingNumber, outcome: 'DUPLICATE' };
  if (job.state !== 'delivered') return { trackingNumber, outcome: 'NOT_DELIVERED' };
  const withheld = line.collected - line.deductedFee - line.remitted;
  return agree(line, withheld === 0 ? line.collected - job.cod.due : -withheld);
};

const agree = ({ trackingNumber }: RemittanceLine, difference: number): SettledLine =>
  difference === 0
    ? { trackingNumber, outcome: 'MATCHED' }
    : { trackingNumber, outcome: 'DIFFERENCE', difference };

/** What we were quoted for the way out, or for the way back. */
const chargeOf = ({ fee }: DispatchJob, kind: 'fee' | 'return-fee'): number =>
  kind === 'return-fee'
    ? quotedTotal({ ...fee, lines: fee.lines.filter(({ type }) => type === 'return') })
    : quotedTotal({ ...fee, lines: fee.lines.filter(({ type }) => type !== 'return') });

/** Books a cash line: remitted when it matches, disputed when it differs; nothing for the other outcomes. */
export const settling = (
  job: DispatchJob,
  line: RemittanceLine,
  { outcome }: SettledLine,
  remittanceId: string,
  at: Instant,
): Step | undefined => {
  if (line.kind !== 'cod' || (outcome !== 'MATCHED' && outcome !== 'DIFFERENCE')) return undefined;
  const facts = { collected: line.collected, remitted: line.remitted, remittanceId };
  const cod = bookCod(job.cod, outcome === 'MATCHED' ? 'remitted' : 'disputed', facts);
  return cod && { happened: 'money-booked', at, onlyIf: { revision: job.revision }, set: { cod } };
};
