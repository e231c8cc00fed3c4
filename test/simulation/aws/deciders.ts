import { memoryStore } from '../../../shared/adapters/memory/store.ts';
import type { AcceptedEvent } from '../../../shared/domain/dossier/event/status-event.ts';
import { decideNotifications } from '../../../shared/flows/decision/decide-notifications.ts';
import { aDoorbell } from '../../support/builders/wards-day.ts';
import { aWard, now as morning, vungTau } from '../../support/builders/dossiers.ts';
import { anEvent } from '../../contracts/cost/ward-day.ts';
import type { Ward } from '../../../shared/domain/values/ward.ts';
import { diceOf } from '../dice.ts';
import { type VirtualTime, virtualTime } from './virtual-time.ts';

const batch = 25;

/** The same port, each call of which takes 4 to 12 ms. */
const slowly = <Port extends object>(port: Port, wait: () => Promise<void>): Port =>
  Object.fromEntries(
    Object.entries(port).map(([name, call]) => [
      name,
      async (...given: unknown[]) => {
        await wait();
        const answer: unknown = await (call as (...all: unknown[]) => Promise<unknown>)(...given);
        await wait();
        return answer;
      },
    ]),
  ) as Port;

/** A decider over a store that takes its time, and the events of a ward as the stream hands them over. */
export const aSlowDecider = (time: VirtualTime, dice: ReturnType<typeof diceOf>) => {
  const wait = async () => time.pause(2 + 4 * dice.roll());
  const store = memoryStore();
  const { budgets, dossiers, phones, bundles, notifications, consents } = store;
  const decide = decideNotifications({
    ...store,
    budgets: slowly(budgets, wait),
    dossiers: slowly(dossiers, wait),
    phones: slowly(phones, wait),
    bundles: slowly(bundles, wait),
    notifications: slowly(notifications, wait),
    consents: slowly(consents, wait),
    doorbell: aDoorbell().doorbell,
    clock: time.clock,
  });
  return { store, decide };
};

/** Events of as many dossiers and phones of one ward. */
export const eventsOf = (ward: Ward, count: number): AcceptedEvent[] =>
  Array.from({ length: count }, (_, index) => {
    const number = String(index).padStart(5, '0');
    return anEvent({
      ward,
      eventId: `e-${ward}-${number}`,
      dossierCode: `H29.26-260302-${number}`,
      applicant: { phone: `09${String(10_000_000 + index)}` },
      acceptedAt: morning,
    });
  });

/** So many deciders at once on the events of one ward, a batch at a time, over a store that takes its time. */
export const decideAtOnce = async ({
  deciders,
  events,
  messagesPerWardPerDay = 100_000,
}: {
  deciders: number;
  events: number;
  messagesPerWardPerDay?: number;
}) => {
  const time = virtualTime(morning);
  const dice = diceOf(deciders);
  const { store, decide } = aSlowDecider(time, dice);
  await store.settings.save(aWard({ limits: { messagesPerPhonePerDay: 6, messagesPerWardPerDay } }));
  const open = eventsOf(vungTau, events);
  for (const event of open) await store.events.accept(event);
  let left = deciders;
  let givenUp = 0;
  const work = async () => {
    for (let next = open.splice(0, batch); next.length > 0; next = open.splice(0, batch)) {
      const { rows } = await decide(next);
      givenUp += rows.filter((row) => 'failed' in row).length;
    }
    left -= 1;
  };
  for (let one = 0; one < deciders; one += 1) void work();
  await time.until(() => left === 0);
  const [standing] = await store.budgets.of([vungTau]);
  const kept = store.kept().notifications;
  return {
    perSecond: events / (time.at() / 1000),
    givenUp,
    counted: standing!.spent['ward-day']?.used ?? 0,
    owed: kept.filter(({ channel, state, heldBy }) => channel === 'sms' && state === 'queued' && !heldBy)
      .length,
    held: kept.filter(({ heldBy }) => heldBy !== undefined).length,
  };
};
