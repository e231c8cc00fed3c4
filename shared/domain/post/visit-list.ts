import type { DispatchJob } from './dispatch-job.ts';

/**
 * The ward's own people as a partner: they bring papers to elderly citizens, under the same job. Each ward's are a
 * partner of their own, so that no ward ever sees the visits of another.
 */
export const wardPartner = (ward: string): string => `ward-${ward}`;
export const isWardPartner = (partner: string): boolean => partner === 'ward' || partner.startsWith('ward-');

export type Visit = { jobId: string; name: string; house: string; phone?: string; checkIdentity: boolean };

/** Whom to visit, hamlet by hamlet and house by house; only papers that are in the deliverer's hands. */
export const visitList = (jobs: readonly DispatchJob[]): { hamlet: string; visits: Visit[] }[] => {
  const carried = jobs.filter(
    ({ partner, state }) =>
      isWardPartner(partner) &&
      ['handed-over', 'in-transit', 'out-for-delivery', 'delivery-attempted'].includes(state),
  );
  const byHamlet = Map.groupBy(carried, ({ recipient }) => recipient.address.hamlet ?? '');
  return [...byHamlet]
    .map(([hamlet, there]) => ({ hamlet, visits: there.map(visitOf).toSorted(byHouse) }))
    .toSorted((a, b) => a.hamlet.localeCompare(b.hamlet, 'vi', { numeric: true }));
};

const visitOf = ({ jobId, recipient: { name, phone, address, idDocumentRequired } }: DispatchJob): Visit => ({
  jobId,
  name,
  house: address.line1,
  ...(phone !== undefined && { phone }),
  checkIdentity: idDocumentRequired,
});

const byHouse = (a: Visit, b: Visit): number => a.house.localeCompare(b.house, 'vi', { numeric: true });
