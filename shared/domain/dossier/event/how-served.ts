/** What an office notes of how it served somebody, for the models that it tries out. */
import * as z from 'zod';
import { InstantWithOffset } from '../../values/instant.ts';
import { unlessNull } from '../../values/wire/unless-null.ts';

/** How somebody of the office, or a volunteer, helped with the filing: wrote the form, or showed how to file online. */
export const Helped = z.enum(['writing', 'online']);
export type Helped = z.infer<typeof Helped>;

/**
 * "5 tại chỗ": received, appraised, approved, stamped and handed back on the spot. The first and the last are statuses; here are
 * the three between.
 */
export const OnTheSpot = z.strictObject({
  appraisedAt: unlessNull(InstantWithOffset),
  approvedAt: unlessNull(InstantWithOffset),
  stampedAt: unlessNull(InstantWithOffset),
});

/** Why a promise could not be kept, as the office counts it. */
export const LateBecause = z.enum(['software', 'other-office', 'papers', 'people', 'other']);
export type LateBecause = z.infer<typeof LateBecause>;
