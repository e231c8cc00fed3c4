/** What the transport costs and who pays. All amounts are whole VND; a quote at creation is provisional. */
import * as z from 'zod';
import { Instant } from '../instant.ts';

export const Vnd = z.int().nonnegative().max(1_000_000_000);

export const FeeLine = z.strictObject({
  type: z.enum(['main', 'surcharge', 'cod-fee', 'return', 'failed-delivery', 'document-return', 'insurance']),
  amount: Vnd,
  vatIncluded: z.boolean(),
  quotedAt: Instant,
  /** Names the tariff that the amount was read from, so that a quote can be explained later. */
  tariffVersion: z.string().min(1),
});

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

/** The quoted total in VND. */
export const quotedTotal = ({ lines }: Fee): number => lines.reduce((total, { amount }) => total + amount, 0);
