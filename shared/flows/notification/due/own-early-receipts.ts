import { between, hours, type Instant, minutes, plus } from '../../../domain/values/instant.ts';
import { receiptsComeWithin } from '../../../domain/notification/notification.ts';
import type { Notifications } from '../../../domain/notification/notifications.ts';
import { type Receipt, type Receipts, sameHandover } from '../../../domain/notification/receipt.ts';
import { pastOne } from './past-one.ts';
import { ownerOfReceipt } from '../owner-of-receipt.ts';

type Ports = { notifications: Notifications; receipts: Receipts };

/** How many receipts are read together; what is left comes after them, while there is time. */
const atOnce = 500;

/** Finds owners for receipts that came before their notification was known by that name. */
export const ownEarlyReceipts = async (
  ports: Ports,
  timeLeft: () => boolean,
  now: Instant,
): Promise<{ settled: number; ownerless: number }> => {
  const came = { settled: 0, ownerless: 0 };
  const past = pastOne();
  for (;;) {
    const early = await ports.receipts.overdue(now, atOnce);
    for (const { receipt, tries } of early) {
      if (!timeLeft()) return came;
      const end = (await past.on(() => findOwner(ports, receipt, tries, now))) ?? 'kept';
      if (end !== 'kept') came[end] += 1;
    }
    // What failed would be read again at once; it comes with the next round.
    if (early.length < atOnce || past.hasFailed()) break;
  }
  past.end();
  return came;
};

/**
 * A receipt without an owner by any name may belong to a doubtful notification: it does if exactly one
 * attempt to that phone began around the time the carrier took a message.
 */
const findOwner = async (
  { notifications, receipts }: Ports,
  receipt: Receipt,
  tries: number,
  now: Instant,
): Promise<'settled' | 'ownerless' | 'kept'> => {
  const owner = (await ownerOfReceipt(notifications, receipt)) ?? (await onlyDoubt(notifications, receipt));
  if (owner !== undefined) {
    await notifications.settled(owner, receipt);
    await receipts.close(receipt, 'applied');
    return 'settled';
  }
  if (between(receipt.takenAt, now) > receiptsComeWithin) {
    await receipts.close(receipt, 'ownerless');
    return 'ownerless';
  }
  await receipts.keep(receipt, plus(now, Math.min(hours(6), minutes(2 ** tries))), tries + 1);
  return 'kept';
};

const onlyDoubt = async (notifications: Notifications, { to, takenAt }: Receipt) => {
  if (to === undefined) return undefined;
  const doubts = await notifications.doubtsAbout(
    to,
    plus(takenAt, -sameHandover.after),
    plus(takenAt, sameHandover.before),
  );
  return doubts.length === 1 ? doubts[0] : undefined;
};
