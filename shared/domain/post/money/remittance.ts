/** Money that a partner brings: every line is matched to its job, and only a matching line closes a debt. Whole VND. */
import * as z from 'zod';
import { type Instant, InstantWithOffset } from '../../values/instant.ts';
import { bookCod } from './cod.ts';
import type { DispatchJob } from '../job/dispatch-job.ts';
import { quotedFor, Vnd } from './fee.ts';
import type { JobStep } from '../job/job-step.ts';

export const RemittanceLine = z
  .strictObject({
    trackingNumber: z.string().max(40),
    /** `cod`: cash of a recipient; `fee`, `return-fee`: what the partner charges for the transport. */
    kind: z.enum(['cod', 'fee', 'return-fee']),
    collected: Vnd,
    deductedFee: Vnd,
    remitted: Vnd,
    occurredAt: InstantWithOffset,
  })
  .refine(({ kind, collected, remitted }) => kind === 'cod' || collected + remitted === 0, {
    error: 'a charge brings no money: collected and remitted are 0',
    path: ['remitted'],
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
  const { trackingNumber, kind } = line;
  if (!job) return { trackingNumber, outcome: 'UNMATCHED' };
  if (kind !== 'cod') {
    const before = job.charges?.find((charge) => charge.kind === kind);
    if (before !== undefined && before.remittanceId !== remittanceId)
      return { trackingNumber, outcome: 'DUPLICATE' };
    return agree(line, line.deductedFee - quotedFor(job.fee, kind));
  }
  if (job.cod.remittanceId !== undefined && job.cod.remittanceId !== remittanceId)
    return { trackingNumber, outcome: 'DUPLICATE' };
  if (job.cod.remittanceId === undefined && job.state !== 'delivered')
    return { trackingNumber, outcome: 'NOT_DELIVERED' };
  const withheld = line.collected - line.deductedFee - line.remitted;
  return agree(line, withheld === 0 ? line.collected - job.cod.due : -withheld);
};

const agree = ({ trackingNumber }: RemittanceLine, difference: number): SettledLine =>
  difference === 0
    ? { trackingNumber, outcome: 'MATCHED' }
    : { trackingNumber, outcome: 'DIFFERENCE', difference };

/**
 * Books a line: cash as remitted when it matches and as disputed when it differs, a charge beside its quote. Nothing for
 * the other outcomes, and nothing that this remittance has booked before.
 */
export const settling = (
  job: DispatchJob,
  line: RemittanceLine,
  { outcome }: SettledLine,
  remittanceId: string,
  at: Instant,
): JobStep | undefined => {
  if (outcome !== 'MATCHED' && outcome !== 'DIFFERENCE') return undefined;
  const booked = { happened: 'money-booked', at, onlyIf: { revision: job.revision } } as const;
  if (line.kind !== 'cod') {
    const { charges = [], fee } = job;
    if (charges.some(({ kind }) => kind === line.kind)) return undefined;
    const quoted = quotedFor(fee, line.kind);
    const charge = { kind: line.kind, amount: line.deductedFee, quoted, remittanceId, at };
    return { ...booked, set: { charges: [...charges, charge] } };
  }
  if (job.cod.remittanceId === remittanceId) return undefined;
  const facts = {
    collected: line.collected,
    deducted: line.deductedFee,
    remitted: line.remitted,
    remittanceId,
    remittedAt: at,
  };
  const cod =
    outcome === 'MATCHED'
      ? bookCod(job.cod, 'remitted', facts)
      : bookCod(job.cod, 'disputed', { ...facts, disputedAt: at, disputedBecause: 'difference' });
  return cod && { ...booked, set: { cod } };
};

export interface Remittances {
  /** Puts the remittance once; a repeat gets the first one back, with the outcomes so far. */
  open(remittance: Remittance): Promise<{ is: 'opened' } | { is: 'existing'; remittance: Remittance }>;
  close(partner: string, remittanceId: string, lines: SettledLine[]): Promise<void>;
}
