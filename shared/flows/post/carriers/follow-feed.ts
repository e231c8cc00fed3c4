import type {
  CarrierCallback,
  CarrierCallbacks,
} from '../../../domain/post/carrier-orders/carrier-callback.ts';
import type { PostalPartner } from '../../../domain/post/partner/partner.ts';
import type { FeedRow, Following } from '../../../domain/post/partner/postal-carrier.ts';
import { recordTold, type ToldEnded } from '../tracking/record-told.ts';
import type { Bookmarks } from '../../../domain/post/carrier-orders/bookmarks.ts';
import type { CarrierOrders } from '../../../domain/post/carrier-orders/carrier-order.ts';
import type { Clock } from '../../../domain/values/instant.ts';
import type { DispatchJobs } from '../../../domain/post/job/dispatch-jobs.ts';

type Ports = {
  jobs: DispatchJobs;
  orders: CarrierOrders;
  words: CarrierCallbacks;
  bookmarks: Bookmarks;
  clock: Clock;
  fingerprint: (text: string) => string;
};

type Followed = { told: ToldEnded[]; stopped: string };

/**
 * Reads a carrier's feed from the bookmark on. A row is recorded with its parcel or, when that does not work, kept as
 * it is for the clock; only when every row of a page is safe in one of the two places does the bookmark move. A row
 * that nobody can read stops none of the others.
 */
export const followFeed =
  (ports: Ports) =>
  async (
    partner: PostalPartner,
    feed: NonNullable<Following['feed']>,
    hasTime: () => boolean,
  ): Promise<Followed> => {
    const { bookmarks, clock } = ports;
    const told: ToldEnded[] = [];
    const stop = (stopped: string): Followed => ({ told, stopped });
    for (;;) {
      if (!hasTime()) return stop('no-time');
      const before = await bookmarks.find(partner.code, 'feed');
      const after = before?.place ?? feed.begins;
      const page = await feed.page(after);
      if (page.is !== 'page') return stop(page.reason);
      for (const row of page.rows) {
        // The page is read again from the bookmark; what is recorded by then is a duplicate.
        if (!hasTime()) return stop('no-time');
        told.push(await take(ports, partner, row));
      }
      if (page.rows.length === 0) return stop('end');
      if (page.upTo === undefined || page.upTo <= after) return stop('page-without-place');
      const moved = await bookmarks.move(partner.code, 'feed', before, { place: page.upTo, at: clock() });
      if (moved === 'conflict') return stop('somebody-was-faster');
      if (!page.full) return stop('end');
    }
  };

const take = async (ports: Ports, partner: PostalPartner, { raw, told }: FeedRow): Promise<ToldEnded> => {
  const ended = await recordTold(ports)(partner, told);
  if (ended.is === 'recorded' || ended.is === 'nothing') return ended;
  const { code } = partner;
  const id = ports.fingerprint(`${code}\n${raw}`);
  const word: CarrierCallback = { id, partner: code, raw, from: 'feed', heardAt: ports.clock(), tries: 0 };
  await ports.words.keep(word);
  return ended;
};
