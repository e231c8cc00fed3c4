import * as z from 'zod';
import type { DispatchJob } from '../job/dispatch-job.ts';
import { isWardPartner } from '../partner/ward-partner.ts';

const Visit = z.strictObject({
  jobId: z.string(),
  dossierCode: z.string(),
  name: z.string(),
  house: z.string(),
  note: z.string().optional().describe('How the door is found'),
  /** Whole, unlike on a label: the list stays in the hands of the ward's own people, who have to ring. */
  phone: z.string().optional(),
  relativePhone: z.string().optional().describe('Of whoever handed the dossier in for them'),
  checkIdentity: z.boolean(),
  proxyAllowed: z.boolean(),
  cash: z.int().describe('VND to be collected at the door'),
  again: z.boolean().describe('Somebody has been there and met nobody'),
});
export type Visit = z.infer<typeof Visit>;

export const Visits = z.array(z.strictObject({ hamlet: z.string(), visits: z.array(Visit) }));
export type Visits = z.infer<typeof Visits>;

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
