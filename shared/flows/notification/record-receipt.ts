import { minutes, plus, type Clock } from '../../domain/values/instant.ts';
import type { Receipt, Receipts } from '../../domain/notification/receipt.ts';
import type { NotificationId } from '../../domain/values/ids.ts';
import { ownerOfReceipt } from './owner-of-receipt.ts';
import type { Notifications } from '../../domain/notification/notifications.ts';

/** What became of one receipt. `kept` waits for its owner: a carrier can be faster than our own record. */
export type ReceiptOutcome = 'settled' | 'unchanged' | 'kept';

const lookAgainAfter = minutes(1);

type Ports = {
  notifications: Notifications;
  receipts: Receipts;
  clock: Clock;
  /** Told whose receipt it was, which the receipt itself hardly ever says: whoever follows a message needs it. */
  heard?: (owner: NotificationId, outcome: 'settled' | 'unchanged') => void;
};

/**
 * Writes down what a carrier says about a message it took. Twice, late, early or about a stranger: all harmless. A
 * carrier that gives our own names back says itself whose it is, even when its first answer was lost.
 */
export const recordReceipt =
  ({ notifications, receipts, clock, heard = () => {} }: Ports) =>
  async (receipt: Receipt): Promise<ReceiptOutcome> => {
    const owner = await ownerOfReceipt(notifications, receipt);
    if (owner === undefined) {
      await receipts.keep(receipt, plus(clock(), lookAgainAfter), 0);
      return 'kept';
    }
    const outcome = (await notifications.settled(owner, receipt)) === 'moved' ? 'settled' : 'unchanged';
    heard(owner, outcome);
    return outcome;
  };
