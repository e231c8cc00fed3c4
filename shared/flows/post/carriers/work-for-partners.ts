import { fromOwnPlace } from '../../../domain/post/job/lease.ts';
import type { PostalPartner } from '../../../domain/post/partner/partner.ts';
import { askAfterParcels } from './ask-after-parcels.ts';
import { followFeed } from './follow-feed.ts';
import { answerOfficeChanges, type ChangesAnswered } from '../office/answer-office-changes.ts';
import { orderJobs } from './order-jobs.ts';
import { readCallbacks, type ReadCallback, type CallbackRead } from './read-callbacks.ts';
import type { ToldEnded } from '../tracking/record-told.ts';
import { settleOrder, type OrderSettled } from './settle-order.ts';
import type { CarrierWork } from './carrier-work.ts';
import type { Bookmarks } from '../../../domain/post/carrier-orders/bookmarks.ts';
import type { CarrierCallbacks } from '../../../domain/post/carrier-orders/carrier-callback.ts';
import type { Polls } from '../../../domain/post/partner/polling.ts';

export type PartnerWork = CarrierWork & {
  words: CarrierCallbacks;
  bookmarks: Bookmarks;
  readWord: ReadCallback;
  allPartners: () => Promise<PostalPartner[]>;
  polls: Pick<Polls, 'noted'>;
  newId: () => string;
  sha256: (text: string) => string;
  fingerprint: (text: string) => string;
};

/** What one round for all partners that do not pull came to. */
export type WorkRound = {
  orders: OrderSettled[];
  claimed: number;
  givenUp: string[];
  heeded: ChangesAnswered[];
  words: CallbackRead[];
  told: { partner: string; told: ToldEnded[]; stopped: string }[];
  /** Partners whose part of the round failed outright, and how. */
  failed: { partner: string; error: unknown }[];
};

const dueAtOnce = 200;

/**
 * One round of the clock for every partner whose work we do: first what an earlier round, or a death, left open, then
 * new jobs, then the offices' wishes, then what the carriers tell. A partner whose carrier or account is broken stops
 * none of the others.
 */
export const workForPartners =
  (work: PartnerWork) =>
  async (hasTime: () => boolean): Promise<WorkRound> => {
    const round: WorkRound = {
      orders: [],
      claimed: 0,
      givenUp: [],
      heeded: [],
      words: [],
      told: [],
      failed: [],
    };
    const each = async (partner: string, go: () => Promise<void>): Promise<void> => {
      try {
        await go();
      } catch (error) {
        round.failed.push({ partner, error });
      }
    };
    for (const order of await work.orders.due(work.clock(), dueAtOnce))
      if (hasTime())
        await each(
          order.partner,
          async () => void round.orders.push(await settleOrder(work)(order, hasTime)),
        );
    await each('words', async () => void round.words.push(...(await readCallbacks(work)(hasTime))));

    const ours = (await work.allPartners()).filter(({ carrier }) => carrier !== undefined);
    // Not always the same one first: a slow carrier may use up the round.
    for (const partner of fromOwnPlace(ours, work.newId()))
      await each(partner.code, () => workFor(work, partner, round, hasTime));
    return round;
  };

const workFor = async (
  work: PartnerWork,
  partner: PostalPartner,
  round: WorkRound,
  hasTime: () => boolean,
): Promise<void> => {
  const { code } = partner;
  const carrier = work.carriers(code);
  if (!carrier) throw new Error(`no account at ${partner.carrier?.via} for partner ${code}`);
  round.heeded.push(...(await answerOfficeChanges(work)(code, hasTime)));
  const ordered = await orderJobs(work)(partner, hasTime);
  round.orders.push(...ordered.orders);
  round.claimed += ordered.claimed;
  round.givenUp.push(...ordered.givenUp);
  const { feed, asking } = carrier.following;
  if (feed) round.told.push({ partner: code, ...(await followFeed(work)(partner, feed, hasTime)) });
  if (asking) round.told.push({ partner: code, ...(await askAfterParcels(work)(partner, asking, hasTime)) });
};
