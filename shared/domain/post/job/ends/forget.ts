/** Names, addresses and free words about a citizen live as long as a journey and thirty days more. */
import type { Address } from '../../../values/places/address.ts';
import { days, type Instant, plus } from '../../../values/instant.ts';
import { type Remains, withoutPerson } from '../../../values/privacy.ts';
import { type DispatchJob, dispatchJobPrivacy } from '../dispatch-job.ts';
import { type TrackingEvent, trackingEventPrivacy } from '../../tracking/tracking-event.ts';
import { type TrackingRecord, trackingRecordPrivacy } from '../../tracking/tracking-record.ts';

/** Long enough for a complaint about a delivery. Our own choice, not a figure from a law. */
const keptFor = days(30);

export const forgetAt = (over: Instant): Instant => plus(over, keptFor);

/** The commune stays, for the figures. */
const nobodyThere = ({ provinceCode, communeCode, catalogueVersion }: Address): Address => ({
  provinceCode,
  communeCode,
  catalogueVersion,
  line1: '',
});

/** One end of a journey with nobody there. */
const nobodyAt = ({ address }: DispatchJob['pickup']): DispatchJob['pickup'] => ({
  name: '',
  address: nobodyThere(address),
});

/** Only the citizen's end is forgotten; the other is the office. What was asked and settled stays without its words. */
const remains: Remains<DispatchJob, typeof dispatchJobPrivacy> = {
  pickup: ({ direction, pickup }) => (direction === 'from-citizen' ? nobodyAt(pickup) : pickup),
  recipient: ({ direction, recipient }) => {
    if (direction === 'from-citizen') return recipient;
    const { idDocumentRequired, proxyAllowed } = recipient;
    return { ...nobodyAt(recipient), idDocumentRequired, proxyAllowed };
  },
  cod: ({ cod: { settled, ...cod } }) => ({
    ...cod,
    ...(settled && { settled: { ...settled, by: '', reason: '' } }),
  }),
  cancel: ({ cancel }) => withoutWords(cancel),
  recall: ({ recall }) => withoutWords(recall),
  redirect: ({ redirect }) => redirect && { at: redirect.at, address: nobodyThere(redirect.address) },
  corrections: ({ corrections }) => corrections?.map((one) => ({ ...one, by: '', reason: '' })),
};

/** That an agreement was given is no free word, and later scans are judged by it. */
const withoutWords = (asked: DispatchJob['cancel']): DispatchJob['cancel'] =>
  asked && { at: asked.at, reason: '', ...(asked.answer === 'confirmed' && { answer: asked.answer }) };

/** The job without its citizen. */
export const forgotten = (job: DispatchJob): DispatchJob => withoutPerson(job, dispatchJobPrivacy, remains);

/** The citizen's end has no name any more. */
export const isForgotten = ({ direction, recipient, pickup }: DispatchJob): boolean =>
  (direction === 'to-citizen' ? recipient : pickup).name === '';

/** A scan without whom it met and where: what came of it stays. */
export const forgottenEvent = (event: TrackingEvent): TrackingEvent =>
  withoutPerson(event, trackingEventPrivacy, {});

export const forgottenScan = (record: TrackingRecord): TrackingRecord =>
  withoutPerson(record, trackingRecordPrivacy, {
    event: ({ event }) => forgottenEvent(event),
    settled: ({ settled }) => settled && { ...settled, by: '', reason: '' },
  });
