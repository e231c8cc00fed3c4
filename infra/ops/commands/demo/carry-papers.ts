import { randomUUID } from 'node:crypto';
import type { OfferedJob, postClient } from '../../partner-kit/post-client.ts';

/** How the journeys of a sample day go, over and over: most papers arrive, some do not yet, some wait to be handed over. */
const journeys: readonly (readonly string[])[] = [
  ['picked-up', 'out-for-delivery', 'delivered'],
  ['picked-up', 'in-transit'],
  [],
  ['picked-up', 'out-for-delivery', 'delivered'],
  ['picked-up', 'out-for-delivery', 'delivered'],
  ['picked-up', 'out-for-delivery', 'delivery-attempted', 'held-for-pickup'],
  ['picked-up', 'out-for-delivery'],
];

const scansOf = (job: OfferedJob, codes: readonly string[], now: number): object[] =>
  codes.map((code, at) => ({
    eventId: `${job.jobId}-${at}`,
    jobId: job.jobId,
    code,
    occurredAt: new Date(now + at * 1000).toISOString(),
    ...(code === 'delivered' && {
      receivedBy: { relation: 'self', idChecked: true },
      ...(job.cod.amount > 0 && { cod: { collected: job.cod.amount } }),
    }),
  }));

/**
 * A postman's day in a minute: takes over what is on offer and reports how each journey went, by the clock of the system
 * (`serverNow`, milliseconds since 1970). Answers how many journeys ended in which word.
 */
export const carryPapers = async (
  client: ReturnType<typeof postClient>,
  serverNow: number,
): Promise<Record<string, number>> => {
  const ends: Record<string, number> = {};
  let taken = 0;
  for (;;) {
    const { jobs } = await client.claim(randomUUID(), 50, 600);
    if (jobs.length === 0) return ends;
    const scans: object[] = [];
    for (const job of jobs) {
      const { status } = await client.tell(job.jobId, 'accept', { leaseEpoch: job.lease.epoch });
      if (status !== 200) continue;
      const codes = journeys[taken % journeys.length]!;
      taken += 1;
      scans.push(...scansOf(job, codes, serverNow));
      const end = codes.at(-1) ?? 'accepted';
      ends[end] = (ends[end] ?? 0) + 1;
    }
    for (let from = 0; from < scans.length; from += 100) await client.scans(scans.slice(from, from + 100));
  }
};
