import { expect, it } from 'vitest';
import { memoryCounters } from '../../shared/adapters/memory/report/counters.ts';
import { memoryStore } from '../../shared/adapters/memory/store.ts';
import type { Status } from '../../shared/domain/dossier/statuses.ts';
import type { AcceptedEvent } from '../../shared/domain/dossier/event/status-event.ts';
import type { Carrier } from '../../shared/domain/notification/carrier.ts';
import type { Thing } from '../../shared/domain/report/counted/thing.ts';
import { Month } from '../../shared/domain/report/month.ts';
import { reports } from '../../shared/domain/report/reports/all.ts';
import type { NotificationId } from '../../shared/domain/values/ids.ts';
import { dayOf } from '../../shared/domain/values/day.ts';
import { days, hours, type Instant, minutes, plus } from '../../shared/domain/values/instant.ts';
import type { Ward } from '../../shared/domain/values/ward.ts';
import { decideNotifications } from '../../shared/flows/decision/decide-notifications.ts';
import { releaseDue } from '../../shared/flows/notification/release-due.ts';
import { sendSms } from '../../shared/flows/notification/send-sms.ts';
import { countAnew } from '../../shared/flows/report/count-anew.ts';
import { readMonth } from '../../shared/flows/report/read-month.ts';
import { anEvent, aWard } from '../support/builders/dossiers.ts';
import { diceOf } from './dice.ts';

const start = '2026-01-28T01:00:00.000Z' as Instant;
const wards = Array.from({ length: 30 }, (_, index) => String(26500 + index) as Ward);
const february = Month.parse('2026-02');
const march = Month.parse('2026-03');
const ends: Status[] = ['completed', 'withdrawn', 'not-accepted'];

/** What each ward keeps, under the names by which changes of it are told. */
const thingsIn = (store: ReturnType<typeof memoryStore>) => {
  const { dossiers, notifications } = store.kept();
  return new Map<string, { ward: Ward; thing: Thing }>([
    ...dossiers.map(
      (dossier) =>
        [
          `d ${dossier.ward} ${dossier.code}`,
          { ward: dossier.ward, thing: { is: 'dossier', dossier } },
        ] as const,
    ),
    ...notifications.map(
      (message) => [`m ${message.id}`, { ward: message.ward, thing: { is: 'message', message } }] as const,
    ),
  ]);
};

/** Weeks of a province: dossiers that come and go, a carrier that refuses some, receipts, and a stream that stammers. */
const aProvince = async (seed: number, lasts: number) => {
  const dice = diceOf(seed);
  let time = start;
  const clock = () => time;
  const store = memoryStore();
  for (const ward of wards) await store.settings.save(aWard({ ward }));
  const things = new Map<string, { ward: Ward; thing: Thing }>();
  const counters = memoryCounters(things);
  const count = countAnew({ counters, clock });
  let rings: NotificationId[] = [];
  const doorbell = {
    ring: async (due: readonly { id: NotificationId }[]) => void rings.push(...due.map(({ id }) => id)),
    waiting: async () => rings.length,
  };
  let sent = 0;
  const take: Carrier['take'] = async () =>
    dice.happens(0.1)
      ? { outcome: 'refused', reason: 'no such number' }
      : { outcome: 'accepted', reference: `r-${(sent += 1)}` };
  const decide = decideNotifications({ ...store, doorbell, clock });
  const tick = releaseDue({ ...store, doorbell, decide, clock });
  const send = sendSms({
    ...store,
    carrier: { name: 'sns', take },
    clock,
    newId: () => `a-${time}-${dice.roll()}`,
  });

  const reported: AcceptedEvent[] = [];
  const report = async (ward: Ward, number: number, status: Status) => {
    const filed = plus(start, days(number % 40) + minutes(number * 7));
    const event = {
      ...anEvent(
        {
          eventId: `e-${ward}-${number}-${status}-${reported.length}`,
          dossierCode: `H29.26-260101-${String(number).padStart(4, '0')}`,
          status,
          occurredAt: plus(time, -minutes(dice.below(90))),
          dueAt: plus(filed, days(3 + (number % 5))),
          reason: 'thiếu giấy tờ',
          filingChannel: (['counter', 'online', 'zalo', 'post'] as const)[number % 4]!,
          ...(number % 3 > 0 && { digitised: number % 3 === 1 }),
          applicant: { name: 'Nguyễn Thị Hằng', phone: `09123${String(number).padStart(5, '0')}` },
        },
        ward,
      ),
      acceptedAt: time,
    };
    reported.push(event);
    await store.events.accept(event);
    await decide([event]);
  };

  let open: { ward: Ward; number: number }[] = [];
  let number = 0;
  for (const end = plus(start, days(lasts)); time < end; time = plus(time, hours(6))) {
    for (let come = dice.below(20); come > 0; come -= 1) {
      number += 1;
      open.push({ ward: wards[dice.below(wards.length)]!, number });
      await report(open.at(-1)!.ward, number, 'received');
    }
    const ending = open.filter(() => dice.happens(0.1));
    open = open.filter((one) => !ending.includes(one));
    for (const one of ending) await report(one.ward, one.number, ends[dice.below(8)] ?? 'completed');
    for (const id of rings.splice(0)) await send(id);
    await tick();
    const now = thingsIn(store);
    for (const [name, thing] of now) things.set(name, thing);
    // Some changes are told twice, some late, some only with the next.
    const told = [...now.keys()].filter(() => dice.happens(0.1));
    await count([...told, ...told.filter(() => dice.happens(0.3))]);
  }
  rings = [];
  await count([...things.keys()]);
  const read = readMonth({ figures: counters, settings: store.settings, clock });
  return { reported, kept: store.kept(), read, time };
};

it('a province of thirty wards: every report equals a recount of what was reported and sent', async () => {
  const { reported, kept, read } = await aProvince(7, 40);
  const ofMonth = (instant: Instant) => dayOf(instant).slice(0, 7);
  const byDossier = [...Map.groupBy(reported, ({ ward, dossierCode }) => `${ward} ${dossierCode}`).values()];
  const recount = (month: Month, own: (ward: Ward) => boolean) => {
    const dossiers = byDossier.filter((events) => own(events[0]!.ward));
    const filed = dossiers.filter((events) => ofMonth(events[0]!.occurredAt) === month);
    const ended = dossiers.filter((events) => events.length > 1 && ofMonth(events[1]!.occurredAt) === month);
    const messages = kept.notifications.filter(
      ({ ward, channel, createdAt }) => own(ward) && channel === 'sms' && ofMonth(createdAt) === month,
    );
    const texts = messages.filter(({ state }) =>
      ['sent', 'delivered', 'unconfirmed', 'unknown'].includes(state),
    );
    return {
      filed: filed.length,
      online: filed.filter((events) => events[0]!.filingChannel === 'online').length,
      finished: ended.length,
      late: ended.filter((events) => dayOf(events[1]!.occurredAt) > dayOf(events[0]!.dueAt!)).length,
      unreached: messages.filter(({ state }) => state === 'failed').length,
      parts: texts.reduce((sum, { parts }) => sum + parts, 0),
    };
  };
  const shown = async (of: Ward | 'all', month: Month) => {
    const { basis } = await read(of, month);
    const row = (name: 'cach-nop' | 'dung-hen' | 'tin-nhan') => reports[name].make(basis).listing;
    const [filing, promises, messages] = [row('cach-nop'), row('dung-hen').total!, row('tin-nhan').total!];
    return {
      filed: filing.rows.slice(0, 5).reduce((sum, cells) => sum + Number(cells[1]), 0),
      online: filing.rows[1]![1],
      finished: promises[1],
      late: promises[4],
      unreached: messages[3],
      parts: messages[7],
    };
  };
  for (const month of [february, march]) {
    expect(await shown('all', month)).toEqual(recount(month, () => true));
    for (const ward of wards) expect(await shown(ward, month)).toEqual(recount(month, (own) => own === ward));
  }
  const whole = recount(february, () => true);
  expect(Math.min(...Object.values(whole))).toBeGreaterThan(10);
  console.log('february of the province', whole);
});
