/** When a result is ready and its citizen wants it brought, a journey is asked for, once for each issue of the result. */
import { type Dossier, fact, standingOf } from '../../dossier/dossier.ts';
import { between, type Instant } from '../../values/instant.ts';
import { e164 } from '../../phone/read-phone.ts';
import { roundsOf } from '../../dossier/rounds.ts';
import { newsFor } from '../../dossier/superseding.ts';
import { type DispatchJob, type NewDispatchJob, newJob } from './dispatch-job.ts';
import { quotedTotal } from '../money/fee.ts';
import { communeOf, type PlaceCatalogue } from '../../values/places/places.ts';
import { wardPartner } from '../partner/ward-partner.ts';
import { arrangedFor, noFee, quoteOf, type WardPost } from '../partner/ward-post.ts';
import type { EventId } from '../../values/ids.ts';

/**
 * The journey that this event asks for: the newest status is `completed`, the citizen wants post or home delivery, and
 * it was this event that said one of these things. An older event that comes late asks for nothing.
 */
export const asksForDispatch = (
  dossier: Dossier,
  eventId: EventId,
  now: Instant,
): 'post' | 'home' | undefined => {
  const head = standingOf(dossier);
  const method = fact(dossier, 'returnMethod');
  if (head?.status !== 'completed' || between(head.occurredAt, now) > newsFor) return undefined;
  if (method !== 'post' && method !== 'home') return undefined;
  const { returnMethod, deliveryAddress } = dossier.facts;
  const news = [head.order, returnMethod?.by, deliveryAddress?.by];
  return news.some((order) => order?.endsWith(`/${eventId}`)) ? method : undefined;
};

/** How often the office has issued this result. */
const resultVersion = ({ steps }: Dossier): number =>
  roundsOf(steps).filter(({ status }) => status === 'completed').length;

/** The job for a dossier's result, by what its ward has arranged; a draft with its reasons where the address has gaps. */
export const decideDispatch = (
  dossier: Dossier,
  method: 'post' | 'home',
  post: WardPost,
  places: PlaceCatalogue,
  now: Instant,
): DispatchJob => {
  const fee = method === 'home' ? noFee('brought by the ward itself') : quoteOf(post, now);
  const wanted: NewDispatchJob = {
    ...arrangedFor(post),
    ward: dossier.ward,
    ...(method === 'home' && { partner: post.home ?? wardPartner(dossier.ward) }),
    dossierCode: dossier.code,
    resultVersion: resultVersion(dossier),
    direction: 'to-citizen',
    journey: 1,
    recipient: recipientOf(dossier, post, places),
    fee,
    codDue: fee.payer === 'recipient' ? quotedTotal(fee) : 0,
  };
  return newJob(wanted, places, now);
};

/** Who gets the papers, and where: what the dossier says, with the phone as far as it can be read. */
export const recipientOf = (
  dossier: Dossier,
  { idDocumentRequired, proxyAllowed }: WardPost,
  places: PlaceCatalogue,
): NewDispatchJob['recipient'] => {
  const applicant = fact(dossier, 'applicant');
  const to = fact(dossier, 'deliveryAddress');
  const onBehalf = fact(dossier, 'onBehalf')?.phone;
  const phone = rungAt(to?.phone ?? applicant?.phone ?? onBehalf);
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
      line1: to?.street.slice(0, 200) ?? '',
    },
    idDocumentRequired,
    proxyAllowed,
  };
};

/** Readable numbers in one form, others as they were written: a postman may still make sense of them. */
const rungAt = (written: string | undefined): string | undefined => e164(written) ?? written?.slice(0, 20);
