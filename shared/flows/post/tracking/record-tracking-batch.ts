import { tableNamed } from '../../../domain/post/tracking/code-tables.ts';
import { TrackingEvent } from '../../../domain/post/tracking/tracking-event.ts';
import { recordTracking, type TrackingResult } from './record-tracking.ts';
import type { Partners } from '../../../domain/post/partner/partner.ts';

export type BatchRecorded = {
  index: number;
  eventId?: string;
  result: TrackingResult | { outcome: 'REJECTED'; problem: 'invalid-request'; pointers: string[] };
};

type Ports = Parameters<typeof recordTracking>[0] & { partners: Partners };

/** Takes many events, one after the other as they came, and answers each; a bad one stops none of the others. */
export const recordTrackingBatch =
  (ports: Ports) =>
  async (partner: string, events: readonly unknown[]): Promise<BatchRecorded[]> => {
    const agreed = await ports.partners.find(partner);
    const table = tableNamed(agreed?.codes ?? '');
    if (!table) throw new Error(`partner ${partner} has no code table`);
    const record = recordTracking(ports);
    const results: BatchRecorded[] = [];
    for (const [index, event] of events.entries()) {
      const { data, error } = TrackingEvent.safeParse(event);
      if (!data) {
        const pointers = error.issues.map(({ path }) => `/${path.join('/')}`);
        results.push({ index, result: { outcome: 'REJECTED', problem: 'invalid-request', pointers } });
        continue;
      }
      const { eventId } = data;
      const result = await record(partner, data, table);
      results.push({ index, ...(eventId !== undefined && { eventId }), result });
    }
    return results;
  };
