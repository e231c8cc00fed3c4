/**
 * The life of a dispatch job. The table is keyed by what happened and is the condition of the write that makes the
 * move: `from` names every state in which the happening still counts, anywhere else it changes nothing.
 */
import type { Move } from '../../values/diagram.ts';

export const jobStates = [
  'draft',
  'ready',
  'leased',
  'accepted',
  'label-printed',
  'manifested',
  'handed-over',
  'in-transit',
  'out-for-delivery',
  'delivery-attempted',
  'held-for-pickup',
  'on-hold',
  'delivered',
  'partly-delivered',
  'returning',
  'returned',
  'return-received',
  'closed',
  'redispatched',
  'lost',
  'damaged',
  'rejected',
  'needs-attention',
  'cancel-requested',
  'cancelled',
  'dead-letter',
] as const;
export type JobState = (typeof jobStates)[number];

/** Where a partner has a job in its hands or had it: what it may list. */
export const heldStates: readonly JobState[] = jobStates.filter(
  (state) => !['draft', 'ready', 'dead-letter', 'needs-attention', 'rejected'].includes(state),
);

/** The states that a list is asked for, `delivered,returned`; all of these where nothing is said. */
export const statesAsked = (
  written: string | undefined,
  among: readonly JobState[] = jobStates,
): readonly JobState[] => {
  const wanted = written?.split(',');
  return wanted ? among.filter((state) => wanted.includes(state)) : among;
};

/** Promised to a partner, the papers still lie in the office. */
export const atOffice = ['accepted', 'label-printed', 'manifested'] as const;

/** The papers are with the partner and on their way to the recipient. */
export const underway = [
  'handed-over',
  'in-transit',
  'out-for-delivery',
  'delivery-attempted',
  'held-for-pickup',
  'on-hold',
] as const;

/** What tracking cannot change any more; only a person may correct it, with a reason. */
export const trackingFinals = ['delivered', 'returned', 'lost', 'damaged', 'cancelled'] as const;

/** A scan proves that the carrier has the papers, whatever our lists say: scans may skip states. */
const scannable = [...atOffice, 'cancel-requested', ...underway, 'partly-delivered', 'returning'] as const;
const withoutPartner = ['draft', 'ready', 'rejected', 'needs-attention', 'dead-letter'] as const;
const afterwards = ['return-received', 'closed', 'redispatched'] as const;

export const dispatchMoves = {
  'details-completed': { from: ['draft'], to: 'ready' },
  'details-missing': { from: ['ready'], to: 'draft' }, // corrected to an address that nothing can go to
  claimed: { from: ['ready', 'leased'], to: 'leased' }, // from leased only when the lease has lapsed
  renewed: { from: ['leased'], to: 'same' },
  released: { from: ['leased'], to: 'ready' },
  accepted: { from: ['leased'], to: 'accepted' },
  rejected: { from: ['leased'], to: 'rejected' },
  'given-up': { from: ['ready', 'leased'], to: 'dead-letter' },
  'referred-to-ward': { from: ['rejected'], to: 'needs-attention' },
  reoffered: { from: ['rejected', 'needs-attention', 'dead-letter'], to: 'ready' },
  'label-printed': { from: ['accepted'], to: 'label-printed' },
  'label-reprinted': { from: ['label-printed', 'manifested', ...underway], to: 'same' },
  manifested: { from: ['accepted', 'label-printed'], to: 'manifested' },
  'left-behind': { from: ['manifested'], to: 'accepted' }, // on the sealed list, missing at the counter
  'handed-over': { from: [...atOffice, 'cancel-requested'], to: 'handed-over' },
  'picked-up': { from: scannable, to: 'handed-over' }, // a scan, where `handed-over` is the counted list
  'in-transit': { from: scannable, to: 'in-transit' },
  'out-for-delivery': { from: scannable, to: 'out-for-delivery' },
  'delivery-attempted': { from: scannable, to: 'delivery-attempted' },
  'held-for-pickup': { from: scannable, to: 'held-for-pickup' },
  'on-hold': { from: scannable, to: 'on-hold' },
  delivered: { from: scannable, to: 'delivered' },
  'partly-delivered': { from: scannable, to: 'partly-delivered' },
  returning: { from: scannable, to: 'returning' },
  returned: { from: scannable, to: 'returned' },
  lost: { from: scannable, to: 'lost' },
  damaged: { from: scannable, to: 'damaged' },
  'carrier-cancelled': { from: scannable, to: 'cancelled' },
  scanned: { from: [...scannable, ...trackingFinals, ...afterwards], to: 'same' },
  'return-received': {
    from: ['partly-delivered', 'returning', 'returned', 'damaged'],
    to: 'return-received',
  }, // damaged papers come back too
  closed: { from: ['return-received'], to: 'closed' },
  redispatched: { from: ['return-received', 'needs-attention', 'cancelled'], to: 'redispatched' },
  cancelled: { from: [...withoutPartner, 'leased'], to: 'cancelled' },
  'cancel-requested': { from: atOffice, to: 'cancel-requested' },
  'cancel-confirmed': { from: ['cancel-requested'], to: 'cancelled' },
  'cancel-refused': { from: ['cancel-requested'], to: 'accepted' },
  'recall-requested': { from: underway, to: 'same' },
  'recall-refused': { from: underway, to: 'same' },
  'redirect-asked': { from: [...atOffice, ...underway], to: 'same' }, // the old address holds until the partner's yes
  'redirect-confirmed': { from: [...atOffice, ...underway], to: 'same' },
  'redirect-refused': { from: [...atOffice, ...underway], to: 'same' },
  'address-corrected': { from: [...withoutPartner, 'leased', ...atOffice, ...underway], to: 'same' },
  'money-booked': { from: [...scannable, ...trackingFinals, ...afterwards], to: 'same' },
  'corrected-to-delivered': { from: ['returned', 'lost', 'damaged', 'cancelled'], to: 'delivered' },
  'corrected-to-returned': { from: ['delivered', 'lost', 'damaged', 'cancelled'], to: 'returned' },
  'corrected-to-lost': { from: ['delivered', 'returned', 'damaged', 'cancelled'], to: 'lost' },
} as const satisfies Record<string, Move<JobState>>;

export type Happening = keyof typeof dispatchMoves;

/** A person's word against how a journey ended; see `correct-end.ts`. */
export const isCorrection = (happened: Happening): boolean => happened.startsWith('corrected-to-');

/** May this still happen in that state? */
export const mayHappen = (happened: Happening, state: JobState): boolean =>
  (dispatchMoves[happened].from as readonly JobState[]).includes(state);
