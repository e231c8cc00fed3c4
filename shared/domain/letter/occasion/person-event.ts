/** Births, marriages and deaths as a letter knows them: by whom they happened to, whichever dossier brings them. */
import * as z from 'zod';
import { KnownDate } from '../../values/known-date.ts';
import { withoutAddress } from '../wording/addressing.ts';
import { nameKey, PrintedText } from '../wording/printed-text.ts';

/** Gaps are part of it: a register may know a date by its year, and a child may have no name yet. */
export const PersonEvent = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('birth'),
    childName: PrintedText.optional(),
    bornOn: KnownDate.optional(),
    parents: z.array(PrintedText).default([]),
  }),
  z.strictObject({
    kind: z.literal('marriage'),
    spouses: z.array(PrintedText).default([]),
    marriedOn: KnownDate.optional(),
  }),
  z.strictObject({
    kind: z.literal('death'),
    deceasedName: PrintedText.optional(),
    /** Whose child it was, where it had no name of its own: then it was a child. */
    childOf: PrintedText.optional(),
    /** The register writes its name as a child's: `Bé Nguyễn Minh An`. */
    little: z.literal(true).optional(),
    diedOn: KnownDate.optional(),
    /** Where the source has it: tells a child from a namesake. */
    bornOn: KnownDate.optional(),
  }),
]);
export type PersonEvent = z.infer<typeof PersonEvent>;

/** The ward's keyed hash (HMAC) over a text: names are compared and stored only through it. */
export type Fingerprint = (text: string) => string;

const written = (event: PersonEvent): string[] => {
  const names = (...given: (string | undefined)[]) =>
    given.flatMap((name) => (name === undefined ? [] : nameKey(withoutAddress(name))));
  if (event.kind === 'birth') {
    const { bornOn = '', childName, parents } = event;
    return [bornOn, ...(childName === undefined ? names(...parents).toSorted() : names(childName))];
  }
  if (event.kind === 'death') return [event.diedOn ?? '', ...names(event.deceasedName ?? event.childOf)];
  return [event.marriedOn ?? '', ...names(...event.spouses).toSorted()];
};

/**
 * The id of the letter that this event deserves. The linked bundle, the single dossier and a second delivery of either
 * give the same id, so a repeat cannot make a second letter. Twins differ in name.
 */
export const letterIdOf = (ward: string, event: PersonEvent, fingerprint: Fingerprint): string =>
  fingerprint(['letter', ward, event.kind, ...written(event)].join('|'));

/** The apology for one delay of one dossier; a further delay is a further apology. */
export const apologyIdOf = (
  ward: string,
  dossierCode: string,
  newDueAt: string,
  fingerprint: Fingerprint,
): string => fingerprint(['letter', ward, 'apology', dossierCode, newDueAt].join('|'));
