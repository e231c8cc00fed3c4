/** Births, marriages and deaths as a letter knows them: by whom they happened to, whichever dossier brings them. */
import * as z from 'zod';
import { Day } from '../../values/day.ts';
import { nameKey, PrintedText } from '../wording/printed-text.ts';

export const PersonEvent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('birth'), childName: PrintedText, bornOn: Day }),
  z.strictObject({
    kind: z.literal('marriage'),
    spouses: z.tuple([PrintedText, PrintedText]),
    marriedOn: Day,
  }),
  z.strictObject({
    kind: z.literal('death'),
    deceasedName: PrintedText,
    diedOn: Day,
    /** Where the source has it: tells a child from a namesake. */
    bornOn: Day.optional(),
  }),
]);
export type PersonEvent = z.infer<typeof PersonEvent>;

/** The ward's keyed hash (HMAC) over a text: names are compared and stored only through it. */
export type Fingerprint = (text: string) => string;

const written = (event: PersonEvent): string[] => {
  if (event.kind === 'birth') return [event.bornOn, nameKey(event.childName)];
  if (event.kind === 'death') return [event.diedOn, nameKey(event.deceasedName)];
  return [event.marriedOn, ...event.spouses.map(nameKey).toSorted()];
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

/** What is kept of a birth or a death so that the other finds it, in whatever order they come. No name is kept. */
export type Trace = { kind: 'birth' | 'death'; person: string; bornOn?: Day; diedOn?: Day; letterId: string };

export const traceOf = (ward: string, event: PersonEvent, fingerprint: Fingerprint): Trace | undefined => {
  const letterId = letterIdOf(ward, event, fingerprint);
  const person = (name: string): string => fingerprint(['person', ward, nameKey(name)].join('|'));
  if (event.kind === 'marriage') return undefined;
  if (event.kind === 'birth') {
    return { kind: 'birth', person: person(event.childName), bornOn: event.bornOn, letterId };
  }
  const { deceasedName, diedOn, bornOn } = event;
  return { kind: 'death', person: person(deceasedName), diedOn, letterId, ...(bornOn && { bornOn }) };
};

/**
 * Whether a death is the death of this child: the same name and day of birth, or the same name and no day of birth to
 * tell them apart. A namesake's letter that stops is a small loss; a congratulation to a bereaved family is not.
 */
export const isDeathOf = (child: Trace, death: Trace): boolean =>
  child.kind === 'birth' &&
  death.kind === 'death' &&
  child.person === death.person &&
  (death.bornOn ? death.bornOn === child.bornOn : death.diedOn! >= child.bornOn!);
