/** What the office has agreed with a postal partner; settings, not code. */
import * as z from 'zod';
import { Instant } from '../../values/instant.ts';
import { carrierInterfaces } from './carrier-interfaces.ts';
import { isCountry, isService } from '../tracking/s10-letters.ts';
import { NumberSeries } from '../tracking/s10.ts';

export const PostalPartner = z.strictObject({
  code: z.string().min(1).max(40),
  name: z.string().min(1),
  /** Which code table reads its tracking events: carrier and edition. */
  codes: z.string().min(1),
  /** How hard its tracking numbers are checked; strictly where nothing is said. */
  series: z.array(NumberSeries).default([]),
  /** A partner without numbers of its own draws them from a pool of this series. */
  pool: z
    .strictObject({
      service: z.stringFormat('s10-service', isService, 'no service indicator of standard S10'),
      country: z.stringFormat('iso-country', isCountry, 'no country code of ISO 3166-1'),
      first: z.int().nonnegative(),
      last: z.int().max(99_999_999),
    })
    .optional(),
  /** It has no program: a sealed list takes papers over for it, and the ward writes down what its postman counted. */
  onPaper: z.literal(true).optional(),
  /** How long the post office keeps an item for its recipient, in days; nothing when the partner has not said. */
  holdDays: z.int().positive().optional(),
  /**
   * How many minutes of office hours it may let pass without asking while jobs are on offer to it, before the person on
   * duty is told. Two hours are our own proposal (confidence C), to be replaced by what the contract says.
   */
  asksWithinMinutes: z.int().min(15).max(14_400).default(120),
  /** This partner does not pull: we do its work, through this interface of its own. Its account is a secret. */
  carrier: z.strictObject({ via: z.enum(carrierInterfaces) }).optional(),
});
export type PostalPartner = z.infer<typeof PostalPartner>;

/** What a partner is told of itself when it asks whether we are there. */
export const PartnerHealth = z.strictObject({
  serverTime: Instant,
  partner: z.string(),
  codes: z.string().describe('The code table that reads its scans'),
  numbers: z.enum(['ours', 'yours']).describe('Whose tracking numbers its parcels carry'),
});

export const healthOf = (
  { code, codes, pool }: PostalPartner,
  serverTime: Instant,
): z.infer<typeof PartnerHealth> => ({
  serverTime,
  partner: code,
  codes,
  numbers: pool ? 'ours' : 'yours',
});

export interface Partners {
  find(code: string): Promise<PostalPartner | undefined>;
  /** The partners of a ward, the preferred one first. */
  ofWard(ward: string): Promise<string[]>;
}
