/**
 * A letter as it stands on paper: every word that will be printed, in plain strings, and no word that will not. The
 * press lays it out and adds nothing but page numbers, so what a citizen can copy out is what stands here.
 */
import * as z from 'zod';
import { Day } from '../values/day.ts';
import { Layout } from './content.ts';

const Text = z.string().min(1);
const Titled = z.strictObject({ title: Text, text: Text });

export const Sheet = z.strictObject({
  id: Text,
  kind: z.enum(['birth', 'marriage', 'condolence', 'apology', 'funeral-support']),
  layout: Layout,
  /** PDF/UA-1 for letters that are read, PDF/A-2a for documents that are kept (ISO 14289-1, ISO 19005-2). */
  standard: z.enum(['ua-1', 'a-2a']),
  /** The title of the document, for screen readers and file lists. */
  title: Text,
  issuedOn: Day,
  /** A card has the agency, place and date; a leaflet the agency alone. */
  head: z.strictObject({
    parent: Text.optional(),
    agency: Text,
    number: Text.optional(),
    nation: Text.optional(),
    motto: Text.optional(),
    placeAndDate: Text.optional(),
  }),
  address: z.array(Text),
  heading: Text,
  subheading: Text.optional(),
  addressee: Text.optional(),
  paragraphs: z.array(Text),
  facts: z.array(z.strictObject({ label: Text, value: Text })),
  afterFacts: z.array(Text),
  /** Where the dossier is seen on a page, as a QR code. */
  lookup: z.strictObject({ url: Text, caption: Text, alt: Text }).optional(),
  help: Text.optional(),
  closing: Text.optional(),
  signature: z.strictObject({ authority: z.array(Text), name: Text }).optional(),
  /** `Nơi nhận:` and its lines. */
  copies: z.array(Text),
  plan: z
    .strictObject({
      heading: Text,
      columns: z.array(Text).length(4),
      rows: z.array(z.array(Text).length(4)),
      disclaimers: z.array(Text),
      placesHeading: Text.optional(),
      places: z.array(Titled),
      link: z.strictObject({ url: Text, caption: Text, alt: Text }).optional(),
    })
    .optional(),
  /** The last page of a birth letter, for the door of the fridge: the first year's visits, with boxes to tick. */
  firstYear: z
    .strictObject({
      heading: Text,
      who: Text,
      lead: z.array(Text),
      place: Titled.optional(),
      columns: z.array(Text).length(3),
      visits: z
        .array(z.strictObject({ when: Text, hours: Text.optional(), age: Text, doses: z.array(Text).min(1) }))
        .min(1),
      notes: z.array(Text),
    })
    .optional(),
  inserts: z.strictObject({ heading: Text, items: z.array(Titled) }).optional(),
});
export type Sheet = z.infer<typeof Sheet>;
