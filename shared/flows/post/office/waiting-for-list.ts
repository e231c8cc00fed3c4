import type { Clock } from '../../../domain/values/instant.ts';
import type { DispatchJobs } from '../../../domain/post/job/dispatch-jobs.ts';
import type { Partners } from '../../../domain/post/partner/partner.ts';

type Ports = {
  jobs: Pick<DispatchJobs, 'heldBy' | 'claimable'>;
  partners: Pick<Partners, 'find'>;
  clock: Clock;
};

/** As many as a list may hold. */
const most = 500;

/**
 * What of a ward waits to be handed over to a partner: what the partner has accepted, and where it has no program also
 * what is on offer to it. The oldest first.
 */
export const waitingForList =
  ({ jobs, partners, clock }: Ports) =>
  async (ward: string, partner: string): Promise<string[]> => {
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await jobs.heldBy(partner, ['accepted', 'label-printed'], cursor);
      found.push(...page.items.filter((job) => job.ward === ward).map(({ jobId }) => jobId));
      cursor = page.cursor;
    } while (cursor !== undefined && found.length < most);
    const onPaper = (await partners.find(partner))?.onPaper;
    const offered = onPaper ? await jobs.claimable(partner, clock(), most, { wards: [ward] }) : [];
    return [...found, ...offered.map(({ jobId }) => jobId)].slice(0, most);
  };
