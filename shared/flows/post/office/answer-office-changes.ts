import type { Change } from '../../../domain/post/job/change.ts';
import { readChanges } from '../partner/read-changes.ts';
import { awaitsYes } from '../../../domain/post/job/ends/redirect.ts';
import { answerRedirect } from '../partner/answer-redirect.ts';
import { refuseRecall } from '../partner/refuse-recall.ts';
import { settleOrder, type OrderSettled } from '../carriers/settle-order.ts';
import type { CarrierWork } from '../carriers/carrier-work.ts';
import type { Bookmarks } from '../../../domain/post/carrier-orders/bookmarks.ts';

type Ports = CarrierWork & { bookmarks: Bookmarks };

export type ChangesAnswered = {
  jobId: string;
  kind: Change['kind'];
  outcome: OrderSettled['state'] | 'for-a-person' | 'nothing';
};

const pageSize = 50;

/**
 * Reads what offices want changed and hands it on. The bookmark moves only when a page has been written into our
 * orders, and a change that is met again does nothing twice. No carrier's interface brings papers back or corrects an
 * address of an order it has, so both are refused at once and named for a person: the
 * office rings the carrier up, and writes down what it said.
 */
export const answerOfficeChanges =
  (ports: Ports) =>
  async (partner: string, hasTime: () => boolean): Promise<ChangesAnswered[]> => {
    const heeded: ChangesAnswered[] = [];
    while (hasTime()) {
      const before = await ports.bookmarks.find(partner, 'changes');
      const { changes, cursor } = await readChanges(ports)(partner, before?.place, pageSize);
      for (const change of changes) {
        const outcome = await heed(ports, { ...change, partner }, hasTime);
        heeded.push({ jobId: change.jobId, kind: change.kind, outcome });
      }
      if (cursor === undefined || cursor === before?.place) return heeded;
      await ports.bookmarks.move(partner, 'changes', before, { place: cursor, at: ports.clock() });
    }
    return heeded;
  };

const heed = async (
  ports: Ports,
  { partner, jobId, kind }: Change,
  hasTime: () => boolean,
): Promise<ChangesAnswered['outcome']> => {
  switch (kind) {
    case 'cancel-requested':
      return withdraw(ports, partner, jobId, hasTime);
    case 'recall-requested':
      await refuseRecall(ports)(partner, jobId, 'carrier-takes-no-recall');
      return 'for-a-person';
    case 'address-corrected':
      await refuseRedirect(ports, partner, jobId);
      return 'for-a-person';
    case 'cancelled': // it was ours on lease only: its order, if there is one, is due and sees it
    case 'corrected': // the office knows better how the journey ended; no carrier can be told so
      return 'nothing';
  }
};

/** A job that was ours on lease only has its new address already, and nothing to be refused. */
const refuseRedirect = async (ports: Ports, partner: string, jobId: string): Promise<void> => {
  const reason = 'carrier-takes-no-address';
  const job = await ports.jobs.find({ partner }, jobId);
  if (job && awaitsYes(job)) await answerRedirect(ports)(partner, jobId, { confirmed: false, reason });
};

/** From here the order carries the wish: it is due until the carrier has answered, and the answer reaches the job. */
const withdraw = async (
  ports: Ports,
  partner: string,
  jobId: string,
  hasTime: () => boolean,
): Promise<ChangesAnswered['outcome']> => {
  const { jobs, orders, clock } = ports;
  const job = await jobs.find({ partner }, jobId);
  if (job?.state !== 'cancel-requested') return 'nothing';
  const order = job.carrierReference && (await orders.find(partner, job.carrierReference));
  if (!order) return 'for-a-person';
  const wished =
    order.state === 'withdrawing' ? order : await orders.move(order, { happened: 'not-wanted', at: clock() });
  if (!wished) return 'for-a-person';
  return (await settleOrder(ports)(wished, hasTime)).state;
};
