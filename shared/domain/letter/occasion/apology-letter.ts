/** The content of a letter of apology (Mẫu 04, Thông tư 03/2025/TT-VPCP), or what keeps it from being written. */
import { dayOf, type Day } from '../../values/day.ts';
import { type Dossier, fact } from '../../dossier/dossier.ts';
import type { LetterGrounds } from './grounds.ts';
import type { NoLetterSaid } from './letter-decision.ts';
import { procedureNameOf } from '../../values/procedure.ts';
import { LetterContent } from '../content.ts';
import type { DelayOccasion } from './occasion.ts';
import { applicantCalled } from '../wording/addressing.ts';
import { postalLines } from '../api/postal-lines.ts';
import { mayGoOut } from '../ward-letters.ts';

export type ApologyDraft = { ok: true; content: LetterContent } | { ok: false; because: NoLetterSaid };

const unitIn = (dossier: Dossier, ward: Given['ward']): string | undefined => {
  const decidedBy = fact(dossier, 'decidedBy');
  if (decidedBy === undefined || decidedBy === dossier.ward) return ward.letterhead?.name;
  return ward.agencies[decidedBy];
};

/** What an apology goes by beside its dossier. */
type Given = Pick<LetterGrounds, 'ward' | 'table' | 'places' | 'lookup'> & { issuedOn: Day };

/** Everything a Mẫu 04 has to say must be known; a fact that is missing is named, and nothing is made up for it. */
export const apologyContent = (
  { letterId, newDueAt }: Pick<DelayOccasion, 'letterId' | 'newDueAt'>,
  dossier: Dossier,
  { ward, table, places, lookup, issuedOn }: Given,
): ApologyDraft => {
  if (!ward.letterhead || !ward.apology.on) return { ok: false, because: 'switched-off' };
  if (!mayGoOut(ward, 'apology')) return { ok: false, because: 'wording-not-approved' };
  const received = dossier.steps.find(({ status }) => status === 'received' || status === 'registered');
  const needed = {
    applicant: fact(dossier, 'applicant')?.name,
    procedure: procedureNameOf(table, fact(dossier, 'procedureCode'), fact(dossier, 'procedureName')),
    received: received?.occurredAt,
    dueAt: fact(dossier, 'dueAt'),
    reason: fact(dossier, 'reason'),
    unit: unitIn(dossier, ward),
  };
  const missing = Object.entries(needed).filter(([, value]) => value === undefined);
  if (missing.length > 0) {
    return { ok: false, because: `facts-missing: ${missing.map(([name]) => name).join(', ')}` };
  }
  const { applicant, procedure, dueAt, reason, unit } = needed;
  const to = fact(dossier, 'deliveryAddress');
  const postal = to && postalLines({ ...to, name: to.name ?? applicant }, places, issuedOn);
  const content = LetterContent.safeParse({
    kind: 'apology',
    layout: 'official',
    id: letterId,
    agency: ward.letterhead,
    issuedOn,
    recipient: applicantCalled(applicant!),
    ...postal,
    dossierCode: dossier.code,
    procedure,
    receivedOn: dayOf(needed.received!),
    oldDueAt: dueAt,
    newDueAt,
    unit,
    reason,
    returnPlace: ward.letterhead.desk,
    ...(lookup && { lookup: lookup(dossier) }),
  }).data;
  return content ? { ok: true, content } : { ok: false, because: 'cannot-be-written' };
};
