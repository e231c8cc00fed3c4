/**
 * Cash on delivery, a machine beside the parcel: no parcel status ever books money, only a collection that the
 * partner reports or a remittance line does. All amounts are whole VND.
 */
import * as z from 'zod';
import type { Move } from '../../values/diagram.ts';
import { Instant } from '../../values/instant.ts';
import { Vnd } from './fee.ts';

export const codStates = ['none', 'due', 'collected', 'remitted', 'reconciled', 'disputed'] as const;
export type CodState = (typeof codStates)[number];

export const codMoves = {
  collected: { from: ['due'], to: 'collected' },
  waived: { from: ['due'], to: 'none' }, // the papers came back or the job was cancelled: nobody owes anything
  remitted: { from: ['due', 'collected', 'disputed'], to: 'remitted' }, // a remittance may be the first we hear
  disputed: { from: ['due', 'collected', 'remitted', 'reconciled'], to: 'disputed' },
  reconciled: { from: ['remitted'], to: 'reconciled' }, // a person has seen the money in the office's account
  settled: { from: ['disputed'], to: 'reconciled' }, // a person says how it ended, with a reason
  revived: { from: ['none'], to: 'due' }, // the papers were delivered after all, so the cash is owed again
} as const satisfies Record<string, Move<CodState>>;
export type CodHappening = keyof typeof codMoves;

export const Cod = z.strictObject({
  state: z.enum(codStates),
  due: Vnd,
  collected: Vnd.optional(),
  collectedAt: Instant.optional(),
  remitted: Vnd.optional(),
  /** What the partner kept back of it. */
  deducted: Vnd.optional(),
  /** The remittance that brought the money; a second one is a duplicate. */
  remittanceId: z.string().optional(),
  remittedAt: Instant.optional(),
  disputedAt: Instant.optional(),
  disputedBecause: z.enum(['difference', 'corrected']).optional(),
  /** The confirmation that it was seen in the office's account under. */
  confirmationId: z.string().optional(),
  settled: z.strictObject({ at: Instant, by: z.string(), client: z.string(), reason: z.string() }).optional(),
});
export type Cod = z.infer<typeof Cod>;

/** What the recipient has to pay at the door; nothing is due when the amount is 0. */
export const codDue = (due: number): Cod => ({ state: due === 0 ? 'none' : 'due', due });

/** The money after that happening, or nothing when it does not count in this state. */
export const bookCod = (
  cod: Cod,
  happened: CodHappening,
  facts: Omit<Partial<Cod>, 'state' | 'due'> = {},
): Cod | undefined => {
  const { from, to } = codMoves[happened];
  return (from as readonly CodState[]).includes(cod.state) ? { ...cod, ...facts, state: to } : undefined;
};
