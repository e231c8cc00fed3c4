import { plus, type Clock } from '../../../domain/values/instant.ts';
import type { DispatchJob } from '../../../domain/post/job/dispatch-job.ts';
import { atOffice, type JobState, underway } from '../../../domain/post/job/dispatch-moves.ts';
import type { PostalPartner } from '../../../domain/post/partner/partner.ts';
import type { Following } from '../../../domain/post/partner/postal-carrier.ts';
import { recordTold, type ToldEnded } from '../tracking/record-told.ts';
import type { Bookmarks } from '../../../domain/post/carrier-orders/bookmarks.ts';
import type { CarrierOrders } from '../../../domain/post/carrier-orders/carrier-order.ts';
import type { DispatchJobs } from '../../../domain/post/job/dispatch-jobs.ts';

type Ports = { jobs: DispatchJobs; orders: CarrierOrders; bookmarks: Bookmarks; clock: Clock };

export type ParcelsAskedAfter = { told: ToldEnded[]; parcels: number; stopped: string };

/** Something may still happen to parcels in these states. */
const followed: readonly JobState[] = [...atOffice, 'cancel-requested', ...underway, 'returning'];

/**
 * Asks after every parcel in turn, page by page over many rounds: the bookmark says where the walk is and when it
 * began, and a new walk begins when the last one is over and old enough. What a carrier tells twice is known.
 */
export const askAfterParcels =
  (ports: Ports) =>
  async (
    partner: PostalPartner,
    asking: NonNullable<Following['asking']>,
    hasTime: () => boolean,
  ): Promise<ParcelsAskedAfter> => {
    const { bookmarks, clock, jobs } = ports;
    const done: ParcelsAskedAfter = { told: [], parcels: 0, stopped: 'end' };
    const stop = (stopped: string): ParcelsAskedAfter => ({ ...done, stopped });
    for (;;) {
      if (!hasTime()) return stop('no-time');
      const before = await bookmarks.find(partner.code, 'walk');
      const isOver = before === undefined || before.place === '';
      if (before && isOver && clock() < plus(before.at, asking.every)) return stop('not-yet');
      const page = await jobs.heldBy(partner.code, followed, isOver ? undefined : before.place);
      for (const job of page.items) {
        if (!hasTime()) return stop('no-time');
        const told = await ask(ports, partner, asking, job);
        if (typeof told === 'string') return stop(told);
        done.told.push(...told);
        done.parcels += 1;
      }
      const at = isOver ? clock() : before.at;
      await bookmarks.move(partner.code, 'walk', before, { place: page.cursor ?? '', at });
      if (page.cursor === undefined) return done;
    }
  };

/** Why the carrier says nothing now, or what it told of this parcel. */
const ask = async (
  ports: Ports,
  partner: PostalPartner,
  asking: NonNullable<Following['asking']>,
  { trackingNumber, carrierReference }: DispatchJob,
): Promise<string | ToldEnded[]> => {
  if (trackingNumber === undefined || carrierReference === undefined) return [];
  const order = await ports.orders.find(partner.code, carrierReference);
  const id = order?.carrierId;
  const said = await asking.history(carrierReference, { trackingNumber, ...(id !== undefined && { id }) });
  switch (said.is) {
    case 'busy':
    case 'unknown':
      return said.reason;
    case 'not-there':
      return [{ is: 'stuck', because: 'carrier-does-not-know-it' }];
    case 'history': {
      const told: ToldEnded[] = [];
      for (const each of said.told) told.push(await recordTold(ports)(partner, each));
      return told;
    }
  }
};
