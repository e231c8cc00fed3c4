import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../shared/adapters/memory/store.ts';
import { dayOf, timeOf } from '../../shared/domain/values/day.ts';
import { days, hours, type Instant, minutes, plus, seconds } from '../../shared/domain/values/instant.ts';
import type { AcceptedEvent } from '../../shared/domain/dossier/event/status-event.ts';
import { Status } from '../../shared/domain/dossier/statuses.ts';
import { decideNotifications } from '../../shared/flows/decision/decide-notifications.ts';
import { workOfNotification } from '../../shared/domain/api/worklist.ts';
import { releaseDue } from '../../shared/flows/notification/release-due.ts';
import { sendSms } from '../../shared/flows/notification/send-sms.ts';
import { anEvent, aWard } from '../support/builders/dossiers.ts';
import { type Dice, diceOf } from './dice.ts';
import type { NotificationId } from '../../shared/domain/values/ids.ts';
import type { Carrier } from '../../shared/domain/notification/carrier.ts';

const newYear = '2026-01-01T00:00:00.000Z' as Instant;
const ward = aWard({
  sendWindow: { from: '07:00', to: '20:30' },
  limits: {
    messagesPerPhonePerDay: 3,
    messagesPerWardPerDay: 15,
    budgetPerMonth: { currency: 'VND', amount: 120_000, pricePerPart: 400, source: 'made up for this year' },
  },
});
const aMonth = 120_000 / 400;

/** Parts are counted on the day they are due; what a busy carrier takes only the next morning comes on top there. */
const carriedOver = 3;

/** A carrier that is often busy, at any hour, and writes down when it took what. */
const aBusyCarrier = (dice: Dice, clock: () => Instant) => {
  const ledger: { at: Instant; to: string }[] = [];
  const take: Carrier['take'] = async ({ to }) => {
    if (dice.happens(0.3))
      return { outcome: 'busy', retryAfter: minutes(dice.below(90)), reason: 'Throttling' };
    ledger.push({ at: clock(), to });
    return { outcome: 'accepted', reference: `r-${ledger.length}` };
  };
  return { carrier: { name: 'sns', take } satisfies Carrier, ledger };
};

/** A year of one ward: events at any hour of the day and night, a queue that is slow at times, a clock that ticks. */
const aYear = async (seed: number) => {
  const dice = diceOf(seed);
  let time = newYear;
  const clock = () => time;
  const store = memoryStore();
  await store.settings.save(ward);
  const { carrier, ledger } = aBusyCarrier(dice, clock);
  let rings: NotificationId[] = [];
  const doorbell = {
    ring: async (due: readonly { id: NotificationId }[]) => void rings.push(...due.map(({ id }) => id)),
    waiting: async () => rings.length,
  };
  let ids = 0;
  const decide = decideNotifications({ ...store, doorbell, clock });
  const tick = releaseDue({ ...store, doorbell, decide, clock });
  const send = sendSms({ ...store, carrier, clock, newId: () => `a-${(ids += 1)}` });

  const anyEvent = (index: number): AcceptedEvent =>
    anEvent({
      eventId: `e-${index}`,
      dossierCode: `H29.26-260101-${String(dice.below(1500)).padStart(4, '0')}`,
      status: Status.options[dice.below(Status.options.length)]!,
      occurredAt: plus(time, -minutes(dice.below(600))),
      newDueAt: plus(time, days(3)),
      applicant: { phone: `09123456${String(dice.below(60)).padStart(2, '0')}` },
    });

  const end = plus(newYear, days(365));
  for (let index = 0; time < end; index += 1) {
    if (dice.happens(0.35)) {
      const event = { ...anyEvent(index), acceptedAt: time };
      await store.events.accept(event);
      await decide([event]);
    }
    // At times the queue stands still for hours, and what was rung by day is answered by night.
    if (!dice.happens(0.2)) {
      const answered = rings;
      rings = [];
      for (const id of answered) await send(id);
    }
    await tick();
    time = plus(time, minutes(20) + seconds(dice.below(1200)));
    if (dice.happens(0.01)) time = plus(time, hours(6));
  }
  return { ledger, kept: store.kept(), end: time };
};

describe.each([1, 2])('a simulated year of one ward, seed %i', (seed) => {
  it('no SMS leaves outside the window, and the caps of phone, ward and month hold', async () => {
    const { ledger } = await aYear(seed);
    const outside = ledger.filter(({ at }) => timeOf(at) < '07:00' || timeOf(at) >= '20:30');
    const most = (key: (line: (typeof ledger)[number]) => string) =>
      Math.max(...[...Map.groupBy(ledger, key).values()].map((lines) => lines.length));
    console.log(
      `seed ${seed}: ${ledger.length} SMS, ${outside.length} outside the window, ` +
        `at most ${most(({ at, to }) => `${dayOf(at)} ${to}`)} a phone and day, ` +
        `${most(({ at }) => dayOf(at))} a day, ${most(({ at }) => dayOf(at).slice(0, 7))} a month`,
    );
    expect(ledger.length).toBeGreaterThan(1000);
    expect(outside).toEqual([]);
    expect(most(({ at, to }) => `${dayOf(at)} ${to}`)).toBeLessThanOrEqual(3);
    expect(most(({ at }) => dayOf(at))).toBeLessThanOrEqual(15 + carriedOver);
    expect(most(({ at }) => dayOf(at).slice(0, 7))).toBeLessThanOrEqual(aMonth + carriedOver);
  });

  it('nothing vanishes: what is owed is told, superseded, still waiting for days at most, or before a person', async () => {
    const { kept, end } = await aYear(seed);
    const told = kept.notifications.filter(({ state }) =>
      ['sent', 'unconfirmed', 'delivered'].includes(state),
    );
    const superseded = kept.notifications.filter(
      ({ state, reason }) => state === 'cancelled' && reason === 'overtaken',
    );
    const shown = kept.notifications.filter((each) => workOfNotification(each).length > 0);
    const isAccounted = new Set([...told, ...superseded, ...shown]);
    const waiting = kept.notifications.filter((each) => !isAccounted.has(each));
    console.log(
      `seed ${seed}: ${kept.notifications.length} owed, ${told.length} told, ${superseded.length} superseded, ` +
        `${shown.length} before a person, ${waiting.length} waiting at the end`,
    );
    expect(told.length).toBeGreaterThan(1000);
    expect(shown.length).toBeGreaterThan(0);
    expect(waiting.filter(({ createdAt }) => plus(createdAt, days(4)) < end)).toEqual([]);
    for (const { state } of waiting) expect(['queued', 'sending']).toContain(state);
    const events = kept.events.filter(({ outcome }) => outcome?.told.length === 0);
    expect(events.filter(({ outcome }) => outcome?.silent === undefined)).toEqual([]);
  });
});
