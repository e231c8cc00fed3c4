import type { Instant } from '../../values/instant.ts';
import { NewDispatchJob } from './dispatch-job.ts';
import { quotedTotal } from '../money/fee.ts';
import { isWardPartner } from '../partner/ward-partner.ts';
import { arrangedFor, noFee, quoteOf, type WardPost } from '../partner/ward-post.ts';
import type { JobRequest } from '../partner/ward-requests.ts';

/** The journey that an officer asks for, with what the ward has arranged: partner, fee, parcel and the office's own end. */
export const jobByHand = (
  { citizen, codDue, partner, ...asked }: JobRequest,
  post: WardPost,
  now: Instant,
): NewDispatchJob => {
  const arranged = arrangedFor(post);
  const carrier = partner ?? arranged.partner;
  const fee = isWardPartner(carrier) ? noFee('brought by the ward itself') : quoteOf(post, now);
  const { idDocumentRequired, proxyAllowed } = post;
  const office = arranged.pickup;
  const toCitizen = asked.direction === 'to-citizen';
  return NewDispatchJob.parse({
    ...arranged,
    ...asked,
    partner: carrier,
    pickup: toCitizen ? office : citizen,
    recipient: { ...(toCitizen ? citizen : office), idDocumentRequired, proxyAllowed },
    fee,
    codDue: codDue ?? (fee.payer === 'recipient' ? quotedTotal(fee) : 0),
  });
};
