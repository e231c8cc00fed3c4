/** What the transport costs and who pays. All amounts are whole VND; a quote at creation is provisional. */
import * as z from 'zod';
import { Instant } from '../../values/instant.ts';

export const Vnd = z.int().nonnegative().max(1_000_000_000);

export const FeeLine = z.strictObject({
  type: z.enum(['main', 'surcharge', 'cod-fee', 'return', 'failed-delivery', 'document-return', 'insurance']),
  amount: Vnd,
  vatIncluded: z.boolean(),
  quotedAt: Instant,
  /** Names the tariff that the amount was read from, so that a quote can be explained later. */
  tariffVersion: z.string().min(1),
});

type FeeLine = z.infer<typeof FeeLine>;

export const Fee = z
  .strictObject({
    payer: z.enum(['office', 'recipient', 'free']),
    /** The rule that frees the recipient, when nobody pays. */
    exemption: z.string().min(1).optional(),
    lines: z.array(FeeLine),
  })
  .refine(({ payer, exemption }) => (payer === 'free') === (exemption !== undefined), {
    error: 'a free dispatch names its exemption, and only a free one',
    path: ['exemption'],
  });
export type Fee = z.infer<typeof Fee>;

/** What a partner really charged, and what had been quoted for it. */
export const Charge = z.strictObject({
  kind: z.enum(['fee', 'return-fee']),
  amount: Vnd,
  quoted: Vnd,
  remittanceId: z.string(),
  at: Instant,
});
export type Charge = z.infer<typeof Charge>;

/** What was quoted for the way out, for the way back, or for handling the cash. */
export const quotedFor = ({ lines }: Fee, what: Charge['kind'] | 'cod-fee'): number => {
  const kindOf = ({ type }: FeeLine) =>
    type === 'return' ? 'return-fee' : type === 'cod-fee' ? 'cod-fee' : 'fee';
  return lines.filter((line) => kindOf(line) === what).reduce((total, { amount }) => total + amount, 0);
};

/** The quoted total in VND. */
export const quotedTotal = ({ lines }: Fee): number => lines.reduce((total, { amount }) => total + amount, 0);
