import type { DispatchJob } from './dispatch-job.ts';
import { isWardPartner } from './ward-partner.ts';

export type Visit = {
  jobId: string;
  dossierCode: string;
  name: string;
  house: string;
  /** How the door is found. */
  note?: string;
  /** Whole, unlike on a label: the list stays in the hands of the ward's own people, who have to ring. */
  phone?: string;
  /** Of whoever handed the dossier in for them. */
  relativePhone?: string;
  checkIdentity: boolean;
  proxyAllowed: boolean;
  /** VND to be collected at the door. */
  cash: number;
  /** Somebody has been there and met nobody. */
  again: boolean;
};
export type Visits = { hamlet: string; visits: Visit[] }[];

const carried: readonly DispatchJob['state'][] = [
  'handed-over',
  'in-transit',
  'out-for-delivery',
  'delivery-attempted',
];

/** Whom to visit, hamlet by hamlet and house by house; only papers that are in the deliverer's hands. */
export const visitList = (jobs: readonly DispatchJob[]): Visits => {
  const toBring = jobs.filter(({ partner, state }) => isWardPartner(partner) && carried.includes(state));
  const byHamlet = Map.groupBy(toBring, ({ recipient }) => recipient.address.hamlet ?? '');
  return [...byHamlet]
    .map(([hamlet, there]) => ({ hamlet, visits: there.map(visitOf).toSorted(byHouse) }))
    .toSorted((a, b) => a.hamlet.localeCompare(b.hamlet, 'vi', { numeric: true }));
};

const visitOf = ({ jobId, dossierCode, state, recipient, cod }: DispatchJob): Visit => ({
  jobId,
  dossierCode,
  name: recipient.name,
  house: recipient.address.line1,
  ...(recipient.address.note && { note: recipient.address.note }),
  ...(recipient.phone !== undefined && { phone: recipient.phone }),
  ...(recipient.relativePhone !== undefined && { relativePhone: recipient.relativePhone }),
  checkIdentity: recipient.idDocumentRequired,
  proxyAllowed: recipient.proxyAllowed,
  cash: cod.due,
  again: state === 'delivery-attempted',
});

const byHouse = (a: Visit, b: Visit): number => a.house.localeCompare(b.house, 'vi', { numeric: true });
