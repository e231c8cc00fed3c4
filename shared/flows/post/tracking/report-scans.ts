import type { MissingEvidence } from '../../../domain/post/evidence/evidence.ts';
import { TrackingEvent } from '../../../domain/post/tracking/tracking-event.ts';
import { missingOfScan } from '../partner/look-at-evidence.ts';
import { type BatchRecorded, recordTrackingBatch } from './record-tracking-batch.ts';

type Ports = Parameters<typeof recordTrackingBatch>[0] & Parameters<typeof missingOfScan>[0];

/**
 * A partner reports scans and names its evidence. A scan counts whether or not its photo is there, since a parcel
 * arrives without one; what is missing is said beside the outcome, and may be uploaded later without a word.
 * Nothing for a partner with whom nobody has agreed anything.
 */
export const reportScans =
  (ports: Ports) =>
  async (
    partner: string,
    events: readonly unknown[],
  ): Promise<(BatchRecorded & { missingEvidence?: MissingEvidence[] })[] | undefined> => {
    if (!(await ports.partners.find(partner))) return undefined;
    const recorded = await recordTrackingBatch(ports)(partner, events);
    return Promise.all(
      recorded.map(async (each) => {
        const event = TrackingEvent.safeParse(events[each.index]).data;
        if (!event || each.result.outcome === 'REJECTED') return each;
        const missingEvidence = await missingOfScan(ports)(partner, event);
        return missingEvidence.length > 0 ? { ...each, missingEvidence } : each;
      }),
    );
  };
