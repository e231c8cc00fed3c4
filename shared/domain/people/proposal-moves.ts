/** The life of a proposal: one table, keyed by what happened, which is also the condition of the write. */
import * as z from 'zod';
import type { Move } from '../values/diagram.ts';

export const ProposalState = z.enum(['proposed', 'approved', 'refused', 'withdrawn', 'outdated']);
export type ProposalState = z.infer<typeof ProposalState>;

/** `outdated`: what it was to change was changed otherwise before anybody decided. */
export const proposalMoves = {
  approved: { from: ['proposed'], to: 'approved' },
  refused: { from: ['proposed'], to: 'refused' },
  withdrawn: { from: ['proposed'], to: 'withdrawn' },
  outdated: { from: ['proposed'], to: 'outdated' },
} as const satisfies Record<string, Move<ProposalState>>;
export type ProposalMove = keyof typeof proposalMoves;
