/** What waits for a second person of an office, as machines see it. */
import * as z from 'zod';
import { WardSettings } from '../office/ward-settings.ts';
import { Proposal } from '../people/proposal.ts';

/** What counts now, and what of the wish waits for a leader. */
export const SettingsAnswer = WardSettings.extend({
  proposal: z
    .strictObject({ proposalId: z.string(), names: z.array(z.string()) })
    .optional()
    .describe('What of the wish waits for a leader; the rest counts'),
});

/** Without a cursor that was all. */
export const ProposalList = z.strictObject({
  proposals: z.array(Proposal),
  cursor: z.string().optional(),
});

export const PageQuery = z.object({ cursor: z.string().max(200).optional() });
