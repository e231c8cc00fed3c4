import { memoryStore } from '../../../shared/adapters/memory/store.ts';
import { carrierSaying } from '../../../shared/adapters/memory/notification/carrier.ts';
import { type Instant, plus, type Clock } from '../../../shared/domain/values/instant.ts';
import { acceptStatus } from '../../../shared/flows/dossier/accept-status.ts';
import { decideNotifications } from '../../../shared/flows/decision/decide-notifications.ts';
import { recordReceipt } from '../../../shared/flows/notification/record-receipt.ts';
import { releaseDue } from '../../../shared/flows/notification/release-due.ts';
import { sendSms } from '../../../shared/flows/notification/send-sms.ts';
import { now } from './dossiers.ts';
import type { Doorbell } from '../../../shared/domain/notification/doorbell-message.ts';
import type { NotificationId } from '../../../shared/domain/values/ids.ts';

/** A clock that tests turn by hand. */
export const aClock = (start: Instant = now) => {
  let reading = start;
  const clock: Clock = () => reading;
  return { clock, turn: (milliseconds: number) => (reading = plus(reading, milliseconds)) };
};

/** A doorbell that remembers who it rang for. */
export const aDoorbell = (): { doorbell: Doorbell; rung: NotificationId[] } => {
  const rung: NotificationId[] = [];
  const ring: Doorbell['ring'] = async (due) => void rung.push(...due.map(({ id }) => id));
  return { doorbell: { ring, waiting: async () => 0 }, rung };
};

/** All flows over one store in memory, a clock turned by hand and a carrier that answers from a list. */
export const aWardsDay = (...answers: Parameters<typeof carrierSaying>) => {
  const store = memoryStore();
  const { clock, turn } = aClock();
  const { doorbell, rung } = aDoorbell();
  const { carrier, taken } = carrierSaying(...answers);
  let ids = 0;
  const newId = () => `attempt-${(ids += 1)}`;
  const decide = decideNotifications({ ...store, doorbell, clock });
  return {
    store,
    clock,
    turn,
    rung,
    taken,
    accept: acceptStatus({ events: store.events, clock }),
    decide,
    send: sendSms({ ...store, carrier, clock, newId }),
    record: recordReceipt({ ...store, clock }),
    tick: releaseDue({ ...store, doorbell, decide, clock }),
  };
};
