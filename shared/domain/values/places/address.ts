/**
 * Where a parcel goes, in the two tiers that exist since 1 July 2025: province and commune, no district
 * (QĐ 19/2025/QĐ-TTg). The catalogue version stays with the address, since codes and names keep changing.
 */
import * as z from 'zod';
import { spelledAsInJobs } from './address-spelling.ts';
import { cleaned } from '../writing/cleaned.ts';
import { communeOf, type PlaceCatalogue, provinceOf } from './places.ts';

export const Address = z.strictObject({
  provinceCode: z.string().regex(/^\d{2}$/),
  communeCode: z.string().regex(/^\d{5}$/),
  catalogueVersion: z.string().min(1),
  /** House number and street, or how the neighbours describe it; whole, however long somebody described it. */
  line1: cleaned(0, 500),
  hamlet: cleaned(0, 100).optional(),
  note: cleaned(0, 200).optional(),
  postalCode: z
    .string()
    .regex(/^\d{5,6}$/)
    .optional(),
  /** As it was written, before anybody took it apart. */
  raw: z.string().max(500).optional(),
  /** The names before July 2025, for carriers and postmen who still think in them. */
  legacy: z
    .strictObject({ province: z.string(), district: z.string(), ward: z.string() })
    .partial()
    .optional(),
});
export type Address = z.infer<typeof Address>;

/** An address as somebody sends it: in either spelling, and without a catalogue where they looked it up in none. */
export const AddressAsked = z.preprocess(
  spelledAsInJobs,
  Address.extend({ catalogueVersion: Address.shape.catalogueVersion.default('not-said') }),
);

/** What may be missing, in the order in which a clerk would ask for it. */
export type AddressGap =
  | 'province-unknown'
  | 'commune-unknown'
  | 'commune-not-in-province'
  | 'house-missing'
  | 'street-too-long'
  | 'phone-missing';

/** What a label has room for; a longer one a person shortens, since no program knows what the postman can do without. */
const streetAtMost = 200;

type Whereto = { address: Address; phone?: string | undefined };

/** One question each; an address is complete when all are answered with yes. */
const questions: Record<AddressGap, (to: Whereto, places: PlaceCatalogue) => boolean> = {
  'province-unknown': ({ address }, places) => provinceOf(places, address.provinceCode) !== undefined,
  'commune-unknown': ({ address }, places) => communeOf(places, address.communeCode) !== undefined,
  'commune-not-in-province': ({ address }, places) => {
    const commune = communeOf(places, address.communeCode);
    return commune === undefined || commune.provinceCode === address.provinceCode;
  },
  'house-missing': ({ address }) => [address.line1, address.hamlet ?? ''].some((line) => line.trim() !== ''),
  'street-too-long': ({ address }) => address.line1.length <= streetAtMost,
  'phone-missing': ({ phone }) => phone !== undefined && phone.trim() !== '',
};

/** Everything that still keeps a parcel from this address; empty when it may go. The job waits with these reasons. */
export const addressGaps = (to: Whereto, places: PlaceCatalogue): AddressGap[] =>
  (Object.keys(questions) as AddressGap[]).filter((gap) => !questions[gap](to, places));

/** Province and commune as a label prints them, in the names of the catalogue; codes where a name is unknown. */
export const placeLine = ({ communeCode, provinceCode }: Address, places: PlaceCatalogue): string =>
  [
    communeOf(places, communeCode)?.name ?? communeCode,
    provinceOf(places, provinceCode)?.name ?? provinceCode,
  ].join(', ');
