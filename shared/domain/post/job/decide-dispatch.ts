/** The journey of a result: what is asked for, of whom, and for whom. */
import { type Dossier, fact } from '../../dossier/dossier.ts';
import { garbledName } from '../../dossier/event/garbled-name.ts';
import type { Instant } from '../../values/instant.ts';
import { e164 } from '../../phone/read-phone.ts';
import { roundsOf } from '../../dossier/rounds.ts';
import { type DispatchJob, type NewDispatchJob, newJob } from './dispatch-job.ts';
import { quotedTotal } from '../money/fee.ts';
import { communeOf, type PlaceCatalogue } from '../../values/places/places.ts';
import { wardPartner } from '../partner/ward-partner.ts';
import { arrangedFor, noFee, notArranged, quoteOf, standIn, type WardPost } from '../partner/ward-post.ts';

/** The name looks broken or holds a link: no label bears it before a person has looked. */
export const nameUnclear = 'name-unclear';
export const unclearName = (name: string | undefined): string[] =>
  name !== undefined && garbledName(name) ? [nameUnclear] : [];

/** How a result is carried to its citizen, where it is. */
export type Carried = 'post' | 'home';

/** How often the office has issued this result. */
export const resultVersion = ({ steps }: Pick<Dossier, 'steps'>): number =>
  roundsOf(steps).filter(({ status }) => status === 'completed').length;

/** Who carries for this ward, and for how much; home delivery by the ward itself costs nothing. */
const carriageOf = (ward: string, method: Carried, post: WardPost, now: Instant) => {
  const fee = method === 'home' ? noFee('brought by the ward itself') : quoteOf(post, now);
  return {
    ...arrangedFor(post),
    ...(method === 'home' && { partner: post.home ?? wardPartner(ward) }),
    fee,
    codDue: fee.payer === 'recipient' ? quotedTotal(fee) : 0,
  };
};

/**
 * The job for a dossier's result, by what its ward has arranged; a draft with its reasons where the address has gaps, or
 * where nothing is arranged yet.
 */
export const decideDispatch = (
  dossier: Dossier,
  method: Carried,
  arranged: WardPost | undefined,
  places: PlaceCatalogue,
  now: Instant,
  { journey = 1, redispatchOf }: { journey?: number; redispatchOf?: string } = {},
): DispatchJob => {
  const post = arranged ?? standIn(dossier.ward, places);
  const wanted: NewDispatchJob = {
    ...carriageOf(dossier.ward, method, post, now),
    ward: dossier.ward,
    dossierCode: dossier.code,
    resultVersion: resultVersion(dossier),
    direction: 'to-citizen',
    journey,
    ...(redispatchOf !== undefined && { redispatchOf }),
    recipient: recipientOf(dossier, post, places),
  };
  const arranging = arranged === undefined ? [notArranged] : [];
  return newJob(wanted, places, now, [...arranging, ...unclearName(wanted.recipient.name)]);
};

/** What an arrangement that came later means for a job that waited for one. */
export const arrangementFor = (
  { ward, partner, recipient }: Pick<DispatchJob, 'ward' | 'partner' | 'recipient'>,
  post: WardPost,
  now: Instant,
) => {
  const method = partner === wardPartner(ward) ? 'home' : 'post';
  const { ward: _ward, ...carriage } = carriageOf(ward, method, post, now);
  const { idDocumentRequired, proxyAllowed } = post;
  return { ...carriage, recipient: { ...recipient, idDocumentRequired, proxyAllowed } };
};

/** Who gets the papers, and where: what the dossier says, with the phone as far as it can be read. */
export const recipientOf = (
  dossier: Dossier,
  { idDocumentRequired, proxyAllowed }: Pick<WardPost, 'idDocumentRequired' | 'proxyAllowed'>,
  places: PlaceCatalogue,
): NewDispatchJob['recipient'] => {
  const applicant = fact(dossier, 'applicant');
  const to = fact(dossier, 'deliveryAddress');
  const onBehalf = fact(dossier, 'onBehalf')?.phone;
  // An empty phone is how systems write none.
  const phone = rungAt(to?.phone || applicant?.phone || onBehalf);
  const relativePhone = rungAt(onBehalf);
  const commune = to?.commune ?? '';
  return {
    name: to?.name ?? applicant?.name ?? '',
    ...(phone && { phone }),
    ...(relativePhone && relativePhone !== phone && { relativePhone }),
    address: {
      provinceCode: to?.province ?? communeOf(places, commune)?.provinceCode ?? '',
      communeCode: commune,
      catalogueVersion: places.version,
      line1: to?.street ?? '',
    },
    idDocumentRequired,
    proxyAllowed,
  };
};

/** Readable numbers in one form, others as they were written: a postman may still make sense of them. */
const rungAt = (written: string | undefined): string | undefined => e164(written) ?? written?.slice(0, 20);
