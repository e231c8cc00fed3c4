import { memoryStore } from '../../shared/adapters/memory/store.ts';
import { days, hours, type Instant, minutes, plus, seconds } from '../../shared/domain/values/instant.ts';
import type { NotificationState } from '../../shared/domain/notification/notification.ts';
import type { Receipt } from '../../shared/domain/notification/receipt.ts';
import type { AcceptedEvent } from '../../shared/domain/dossier/event/status-event.ts';
import type { DossierCode } from '../../shared/domain/dossier/dossier-code.ts';
import { acceptStatus } from '../../shared/flows/dossier/accept-status.ts';
import { decideNotifications } from '../../shared/flows/decision/decide-notifications.ts';
import { recordReceipt } from '../../shared/flows/notification/record-receipt.ts';
import { releaseDue } from '../../shared/flows/notification/release-due.ts';
import { sendSms } from '../../shared/flows/notification/send-sms.ts';
import { anEventBody, aWard, now as morning, vungTau } from '../support/builders/dossiers.ts';
import { type Dice, diceOf } from './dice.ts';
import { crash, type Faults, type Met, shaken } from './faults.ts';
import type { NotificationId, EventId } from '../../shared/domain/values/ids.ts';
import type { Carrier, Handover } from '../../shared/domain/notification/carrier.ts';
import type { Notifications } from '../../shared/domain/notification/notifications.ts';

type DayFaults = Faults & { carrier: number; duplicates: number; lostRings: number; receiptLoss: number };

/** Every twentieth effect goes wrong in one way or another. */
export const everyTwentieth: DayFaults = {
  trouble: 0.05,
  crash: 0.0004,
  carrier: 0.05,
  duplicates: 0.05,
  lostRings: 0.02,
  receiptLoss: 0.02,
};

/** What the carrier itself wrote down, independent of what we believe. */
type LedgerLine = { to: string; reference: string; takenAt: Instant };

const codeOf = (index: number) => `H29.26-260302-${String(index).padStart(5, '0')}` as DossierCode;
const phoneOf = (index: number) => `09${String(10_000_000 + index).padStart(8, '0')}`;

/** A carrier that keeps its own ledger and fails in the ways carriers do: busy, refusing, silent before or after. */
const aLedgerCarrier = (dice: Dice, trouble: number, clock: () => Instant) => {
  const ledger: LedgerLine[] = [];
  const write = (to: string) => {
    const reference = `r-${ledger.length + 1}`;
    ledger.push({ to, reference, takenAt: clock() });
    return reference;
  };
  const take = async ({ to }: { to: string }): Promise<Handover> => {
    if (!dice.happens(trouble)) return { outcome: 'accepted', reference: write(to) };
    switch (dice.below(5)) {
      case 0:
        return { outcome: 'busy', retryAfter: seconds(30), reason: 'Throttling' };
      case 1:
        return { outcome: 'busy', retryAfter: seconds(5), reason: 'ECONNREFUSED' };
      case 2:
        return { outcome: 'refused', reason: 'InvalidParameter' };
      case 3:
        write(to);
        return { outcome: 'unknown', reason: 'TimeoutError' };
      default:
        return { outcome: 'unknown', reason: 'ECONNRESET' };
    }
  };
  return { carrier: { name: 'sns', take } satisfies Carrier, ledger };
};

/** A standard queue: it repeats, reorders, and brings back what was not finished. */
const aQueue = <Message>(dice: Dice, duplicates: number) => {
  let messages: Message[] = [];
  return {
    put: (message: Message) => {
      messages.push(message);
      if (dice.happens(duplicates)) messages.push(message);
    },
    drain: async (work: (message: Message) => Promise<void>) => {
      const batch = messages.toSorted(() => dice.roll() - 0.5);
      messages = [];
      for (const message of batch) {
        await work(message).catch(() => messages.push(message));
      }
    },
    get length() {
      return messages.length;
    },
  };
};

/** Runs one day of many notifications through all flows, over a store, a carrier and queues that misbehave. */
export const simulate = async ({
  notifications,
  seed,
  faults,
}: {
  notifications: number;
  seed: number;
  faults: DayFaults;
}) => {
  const dice = diceOf(seed);
  let time = morning;
  const clock = () => time;
  const met: Met = new Map();
  const store = memoryStore();
  const limits = { messagesPerPhonePerDay: 6, messagesPerWardPerDay: 2 * notifications };
  await store.settings.save(aWard({ limits }));
  const { carrier, ledger } = aLedgerCarrier(dice, faults.carrier, clock);
  const shake = <Port extends object>(name: string, port: Port) => shaken(name, port, faults, dice, met);

  const rings = aQueue<NotificationId>(dice, faults.duplicates);
  const stream = aQueue<AcceptedEvent>(dice, faults.duplicates);
  const doorbell = shake('doorbell', {
    ring: async (due: readonly { id: NotificationId }[]) => {
      for (const { id } of due) if (!dice.happens(faults.lostRings)) rings.put(id);
    },
    waiting: async () => rings.length,
  });
  const events = shake('events', {
    ...store.events,
    accept: async (event: AcceptedEvent) => {
      const outcome = await store.events.accept(event);
      if (outcome === 'accepted' && !dice.happens(faults.lostRings)) stream.put(event);
      return outcome;
    },
  });
  const dossiers = shake('dossiers', store.dossiers);
  const everUnknown = new Set<NotificationId>();
  const told = shake('notifications', {
    ...store.notifications,
    doubted: async (...given: Parameters<Notifications['doubted']>) => {
      const moved = await store.notifications.doubted(...given);
      if (moved === 'moved') everUnknown.add(given[0]);
      return moved;
    },
  });
  const receipts = shake('receipts', store.receipts);
  let attempts = 0;
  const newId = () => `a-${(attempts += 1)}`;

  const accept = acceptStatus({ events, clock });
  const bundles = shake('bundles', store.bundles);
  const phones = shake('phones', store.phones);
  const budgets = shake('budgets', store.budgets);
  const { settings, templates, consents } = store;
  const notificationsToo = { notifications: told, settings, templates, consents, clock };
  const decide = decideNotifications({
    events,
    dossiers,
    bundles,
    phones,
    budgets,
    doorbell,
    ...notificationsToo,
  });
  // A send that dies takes its whole process along: there is no second try with the same attempt.
  const dying = shakenOnce(carrier, faults, dice, met);
  const send = sendSms({ ...notificationsToo, newId, carrier: dying });
  const record = recordReceipt({ notifications: told, receipts, clock });
  const tick = releaseDue({ ...notificationsToo, phones, budgets, events, receipts, doorbell, decide });

  const reported = aQueue<number>(dice, faults.duplicates);
  for (let index = 0; index < notifications; index += 1) reported.put(index);
  const delivered = aQueue<Receipt>(dice, faults.duplicates);
  let receiptsFrom = 0;
  const ids = () =>
    Array.from({ length: notifications }, (_, index) => ({ ward: vungTau, code: codeOf(index) }));

  const round = async () => {
    await reported.drain(async (index) => {
      const applicant = { phone: phoneOf(index) };
      const body = anEventBody({ eventId: `e-${index}` as EventId, dossierCode: codeOf(index), applicant });
      const [row] = await accept(vungTau, [body], 'vi');
      if (row?.outcome === 'rejected') throw new Error('asked to send again');
    });
    await stream.drain(async (event) => {
      const { rows } = await decide([event]);
      if (rows.some((row) => 'failed' in row)) throw new Error('not decided');
    });
    await rings.drain(async (id) => void (await send(id)));
    for (; receiptsFrom < ledger.length; receiptsFrom += 1) {
      const { to, reference, takenAt } = ledger[receiptsFrom]!;
      if (dice.happens(faults.receiptLoss)) continue;
      delivered.put({ carrier: 'sns', reference, outcome: 'delivered', detail: '', to, takenAt });
    }
    await delivered.drain(async (receipt) => void (await record(receipt)));
    await tick().catch(() => undefined);
  };

  const look = async () => {
    const all = await Promise.all(
      ids().map(async ({ ward, code }) => store.notifications.ofDossier(ward, code)),
    );
    return all.flat();
  };
  for (let step = 0; step < 40; step += 1) {
    await round();
    time = plus(time, minutes(1));
  }
  // The next days: whatever still waits gets its turn, without the citizen waiting for the simulation.
  for (let step = 0; step < 80; step += 1) {
    await round();
    time = plus(time, hours(1));
  }
  time = plus(time, days(1));
  await round();

  const end = await look();
  const taken = Map.groupBy(ledger, ({ to }) => to);
  const states: Partial<Record<NotificationState, number>> = {};
  for (const { state } of end) states[state] = (states[state] ?? 0) + 1;
  return {
    owed: end.length,
    states,
    everUnknown: everUnknown.size,
    duplicates: [...taken.values()].filter((lines) => lines.length > 1).length,
    /** Neither with the carrier nor in a state that says so. */
    lost:
      end.filter(({ state }) => state === 'queued' || state === 'sending').length +
      (notifications - end.length),
    /** Said to be with the carrier although its ledger knows nothing, or the other way round. */
    liars: end.filter(({ state, to }) => {
      const has = taken.has(to);
      return state === 'sent' || state === 'delivered' ? !has : state === 'failed' && has;
    }).length,
    crashes: [...met.values()].reduce((sum, count) => sum + count, 0),
    deaths: new Set(met.keys()),
  };
};

/** The carrier's client asks once and never again; what dies around it is the process, not the call. */
const shakenOnce = (carrier: Carrier, faults: Faults, dice: Dice, met: Met): Carrier => ({
  name: carrier.name,
  take: async (message) => {
    const die = (point: string) => {
      met.set(point, (met.get(point) ?? 0) + 1);
      throw crash;
    };
    if (dice.happens(faults.crash)) die('before carrier.take');
    const handover = await carrier.take(message);
    if (dice.happens(faults.crash)) die('after carrier.take');
    return handover;
  },
});
