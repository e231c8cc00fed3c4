/** What one ward office has arranged for its post; without it a journey is a draft that waits, and nobody is promised one. */
import * as z from 'zod';
import type { Instant } from '../../values/instant.ts';
import { AddressAsked } from '../../values/places/address.ts';
import { NewDispatchJob } from '../job/dispatch-job.ts';
import { Fee, FeeLine } from '../money/fee.ts';
import { communeOf, type PlaceCatalogue } from '../../values/places/places.ts';

const PartnerCode = z.string().regex(/^[a-z0-9-]{2,30}$/);

export const WardPost = z.strictObject({
  ward: z.string().regex(/^\d{5}$/),
  /** Who carries its results, the preferred one first. */
  partners: z.array(PartnerCode).min(1).max(5),
  /** Who brings results home to those who cannot come: the ward's own people, unless it says otherwise. */
  home: PartnerCode.optional(),
  /** Where the papers are fetched, and whom to ask there. */
  pickup: NewDispatchJob.shape.pickup.extend({ address: AddressAsked }),
  /** What a letter of result papers costs. Home delivery by the ward itself costs nothing. */
  fee: z.strictObject({
    payer: Fee.shape.payer,
    exemption: z.string().min(1).optional(),
    tariffVersion: z.string().min(1),
    lines: z.array(FeeLine.omit({ quotedAt: true, tariffVersion: true })),
  }),
  parcel: NewDispatchJob.shape.parcel,
  /** Must the recipient show a paper of identity, and may somebody else of the house take it? */
  idDocumentRequired: z.boolean(),
  proxyAllowed: z.boolean(),
  /**
   * How many days papers that come back lie at the counter for their citizen, who reads the last day in the message; no
   * day is promised without it.
   */
  keepsReturnsDays: z.int().positive().max(365).optional(),
  priority: NewDispatchJob.shape.priority,
  maxAttempts: NewDispatchJob.shape.maxAttempts,
});
export type WardPost = z.infer<typeof WardPost>;

const inEveryJob = Object.keys(WardPost.shape).filter((key) => key !== 'fee' && key in NewDispatchJob.shape);
type InEveryJob = Exclude<keyof WardPost & keyof NewDispatchJob, 'fee'>;

/** What every new job of the ward starts from: all that both shapes know, and the preferred partner. */
export const arrangedFor = (post: WardPost): Pick<NewDispatchJob, InEveryJob | 'partner'> => {
  const same = Object.entries(post).filter(([key]) => inEveryJob.includes(key));
  return { ...(Object.fromEntries(same) as Pick<NewDispatchJob, InEveryJob>), partner: post.partners[0]! };
};

/** What a draft waits for in a ward that has arranged nothing, and who stands in for its partner until then. */
export const notArranged = 'post-not-arranged';

/** What such a draft is made of: the ward's own place, no price, and nobody who could claim it. */
export const standIn = (ward: string, places: PlaceCatalogue): WardPost => ({
  ward,
  partners: [notArranged],
  pickup: {
    name: `UBND ${ward}`,
    address: {
      provinceCode: communeOf(places, ward)?.provinceCode ?? '',
      communeCode: ward,
      catalogueVersion: places.version,
      line1: '',
    },
  },
  fee: { payer: 'office', tariffVersion: 'none', lines: [] },
  parcel: { weightGrams: 80, pieces: 1, contents: 'result-papers' },
  idDocumentRequired: true,
  proxyAllowed: false,
  priority: 5,
  maxAttempts: 5,
});

/** The ward's fee as it is quoted now. */
export const quoteOf = ({ fee: { tariffVersion, lines, ...fee } }: WardPost, quotedAt: Instant): Fee => ({
  ...fee,
  lines: lines.map((line) => ({ ...line, quotedAt, tariffVersion })),
});

/** Nobody pays when the ward's own people walk over. */
export const noFee = (exemption: string): Fee => ({ payer: 'free', exemption, lines: [] });

/** What the wards have arranged for their post. */
export interface WardPosts {
  /** Nothing as long as the ward has arranged nothing. */
  of(ward: string): Promise<WardPost | undefined>;
}
