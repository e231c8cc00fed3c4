import { describe, expect, it } from 'vitest';
import { hours, minutes, plus, seconds } from '../../../shared/domain/values/instant.ts';
import type { Receipt } from '../../../shared/domain/notification/receipt.ts';
import { decideNotifications } from '../../../shared/flows/decision/decide-notifications.ts';
import { releaseDue } from '../../../shared/flows/notification/release-due.ts';
import { traceDossier } from '../../../shared/flows/dossier/trace-dossier.ts';
import { anEvent, anEventBody, aWard, code, now, tanHong, vungTau } from '../../support/builders/dossiers.ts';
import { aDoorbell, aWardsDay } from '../../support/builders/wards-day.ts';
import type { NotificationId } from '../../../shared/domain/values/ids.ts';
import type { Handover } from '../../../shared/domain/notification/carrier.ts';
import type { SettingsStore } from '../../../shared/domain/office/ward-settings.ts';

const id = '26506~H29.26-260302-0001~completed@2026-03-02T02:15:00.000Z~sms' as NotificationId;
const busy: Handover = { outcome: 'busy', retryAfter: seconds(5), reason: 'Throttling' };
const refused: Handover = { outcome: 'refused', reason: 'InvalidParameter' };
const unknown: Handover = { outcome: 'unknown', reason: 'TimeoutError' };
const aReceipt = (differs: Partial<Receipt> = {}): Receipt => ({
  carrier: 'memory',
  reference: 'sms-1',
  outcome: 'delivered',
  detail: 'Message has been accepted by phone carrier',
  to: '+84912345678',
  takenAt: now,
  ...differs,
});

/** A day on which the completed dossier has been decided and its citizen is owed one text. */
const aDayWithOneOwed = async (...answers: Parameters<typeof aWardsDay>) => {
  const day = aWardsDay(...answers);
  await day.accept(vungTau, [anEventBody()], 'vi');
  const [event] = await day.store.events.find(vungTau, [anEvent().eventId]);
  await day.decide([event!]);
  const state = async () => {
    const [notification] = await day.store.notifications.ofDossier(vungTau, code);
    return notification?.state;
  };
  return { ...day, state };
};

describe('a notification on its way to the carrier', () => {
  it('is rung for as soon as it is owed, and sent once', async () => {
    const { rung, send, taken, state } = await aDayWithOneOwed('accepted');
    expect(rung).toEqual([id]);
    expect(await send(id)).toEqual({ is: 'accepted', parts: 1 });
    expect(taken).toMatchObject([{ to: '+84912345678' }]);
    expect(await state()).toBe('sent');
  });

  it('hands over the very words that are owed, and by which of its texts a gateway knows them', async () => {
    const { store, send, taken } = await aDayWithOneOwed('accepted');
    const { notifications } = store;
    const find = notifications.claim.bind(notifications);
    const provider = { esms: { template: 'T-17', values: {} } } as never;
    store.notifications.claim = async (...asked) => {
      const claim = await find(...asked);
      return claim.is === 'ours' ? { ...claim, notification: { ...claim.notification, provider } } : claim;
    };
    const [owed] = await store.notifications.ofDossier(vungTau, code);
    await send(id);
    expect(owed!.text).toMatch(/H29\.26-260302-0001/);
    expect(taken).toMatchObject([{ text: owed!.text, template: owed!.template, provider }]);
  });

  it('names the offices that decide and return, as they call themselves', async () => {
    const { accept, store, decide } = aWardsDay('accepted');
    await store.settings.save(aWard({ ward: tanHong, office: 'UBND xa Tan Hong' }));
    const elsewhere = { decidedBy: tanHong, returnedBy: tanHong };
    const late = { status: 'delayed', newDueAt: '2026-03-09T17:00:00+07:00', ...elsewhere };
    const ready = { eventId: 'e-2', dossierCode: 'H29.26-260302-0002', ...elsewhere };
    await accept(vungTau, [anEventBody(late), anEventBody(ready)], 'vi');
    await decide(await store.events.find(vungTau, [anEvent().eventId, anEvent(ready).eventId]));
    const texts = await Promise.all(
      [anEvent().dossierCode, anEvent(ready).dossierCode].map(
        async (each) => (await store.notifications.ofDossier(vungTau, each))[0]?.text,
      ),
    );
    expect(texts[0]).toContain('chua co ket qua nhu da hen, dang o UBND xa Tan Hong.');
    expect(texts[1]).toContain('nhan tai UBND xa Tan Hong');
  });

  it('is not rung for when the same batch brings newer word', async () => {
    const { accept, store, decide, rung } = aWardsDay('accepted');
    const returned = { eventId: 'e-2', status: 'returned', occurredAt: '2026-03-02T09:20:00+07:00' };
    await accept(vungTau, [anEventBody(), anEventBody(returned)], 'vi');
    await decide(await store.events.find(vungTau, [anEvent().eventId, anEvent(returned).eventId]));
    expect(rung).toEqual([]);
    expect(await store.notifications.ofDossier(vungTau, code)).toMatchObject([{ id, state: 'cancelled' }]);
  });

  it('is sent once even when two copies of the ring are answered side by side', async () => {
    const { send, taken } = await aDayWithOneOwed('accepted');
    const outcomes = await Promise.all([send(id), send(id), send(id)]);
    expect(outcomes.map(({ is }) => is).toSorted()).toEqual(['accepted', 'not-ours', 'not-ours']);
    expect(taken).toHaveLength(1);
  });

  it('is not claimed when there is no time left to send and record it', async () => {
    const { send, taken, state } = await aDayWithOneOwed('accepted');
    expect(await send(id, () => false)).toEqual({ is: 'no-time' });
    expect([taken, await state()]).toEqual([[], 'queued']);
  });

  it('waits and is tried again when the carrier is busy, ever more patiently', async () => {
    const { send, state, store, tick, turn, rung } = await aDayWithOneOwed(busy, busy, 'accepted');
    await send(id);
    expect(await state()).toBe('queued');
    const [waiting] = await store.notifications.ofDossier(vungTau, code);
    expect(waiting?.dueAt).toBe(plus(now, seconds(30)));
    expect((await send(id)).is).toBe('not-ours');

    turn(minutes(1));
    await tick();
    expect(rung).toEqual([id, id]);
    await send(id);
    const [again] = await store.notifications.ofDossier(vungTau, code);
    expect(again?.dueAt).toBe(plus(now, minutes(2)));
    turn(minutes(1));
    expect((await send(id)).is).toBe('accepted');
  });

  it('fails when the carrier is busy for a whole day, since the news has grown old', async () => {
    const { send, state, turn } = await aDayWithOneOwed(busy);
    turn(hours(24));
    expect(await send(id)).toMatchObject({ is: 'refused' });
    expect(await state()).toBe('failed');
  });

  it('fails when the carrier refuses it', async () => {
    const { send, state } = await aDayWithOneOwed(refused);
    expect(await send(id)).toMatchObject({ is: 'refused', reason: 'InvalidParameter' });
    expect(await state()).toBe('failed');
  });

  it('is called unknown when nobody can know, and is never sent again by itself', async () => {
    const { send, state, taken, turn, tick } = await aDayWithOneOwed(unknown, 'accepted');
    expect(await send(id)).toMatchObject({ is: 'unknown' });
    for (let day = 0; day < 5; day += 1) {
      turn(hours(24));
      await tick();
      await send(id);
    }
    expect([await state(), taken.length]).toEqual(['unknown', 1]);
  });
});

describe('a sender that dies', () => {
  it('after its claim leaves a doubt, named two minutes later and not before', async () => {
    const { store, state, turn, tick } = await aDayWithOneOwed('accepted');
    await store.notifications.claim(id, { id: 'dead', at: now });
    turn(minutes(2));
    await tick();
    expect(await state()).toBe('sending');
    turn(1);
    expect(await tick()).toMatchObject({ doubted: 1 });
    expect(await state()).toBe('unknown');
  });

  it('that was only slow may still say that the carrier took it', async () => {
    const { store, state, turn, tick } = await aDayWithOneOwed('accepted');
    const slow = { id: 'slow', at: now };
    await store.notifications.claim(id, slow);
    turn(minutes(3));
    await tick();
    await store.notifications.accepted(id, slow, 'memory', 'sms-1');
    expect(await state()).toBe('sent');
  });
});

describe('a receipt', () => {
  it('settles its notification, and twice is harmless', async () => {
    const { send, record, state } = await aDayWithOneOwed('accepted');
    await send(id);
    expect(await record(aReceipt())).toBe('settled');
    expect(await record(aReceipt())).toBe('unchanged');
    expect(await record(aReceipt({ outcome: 'undelivered' }))).toBe('unchanged');
    expect(await state()).toBe('delivered');
  });

  describe('that gives back our attempt and nothing else settles a doubt', () => {
    const { to: _to, ...nameless } = aReceipt({ carrier: 'esms', reference: 'e-9', attempt: 'attempt-1' });

    it('at once', async () => {
      const { send, record, state } = await aDayWithOneOwed(unknown);
      await send(id);
      expect(await record(nameless)).toBe('settled');
      expect(await state()).toBe('delivered');
    });

    it('that was named only after the receipt had come', async () => {
      const { send, record, state, turn, tick } = await aDayWithOneOwed(unknown);
      expect(await record(nameless)).toBe('kept');
      await send(id);
      turn(minutes(2));
      expect(await tick()).toMatchObject({ settled: 1 });
      expect(await state()).toBe('delivered');
    });
  });

  it('of a carrier is shown as the carrier’s word, not the phone’s', async () => {
    const { store, send, record } = await aDayWithOneOwed('accepted');
    await send(id);
    await record(aReceipt());
    const told = await traceDossier(store)(vungTau, code);
    expect(told?.notifications).toMatchObject([
      { state: 'delivered', carrier: 'memory', delivered: { evidence: 'carrier', en: 'carrier accepted' } },
    ]);
  });

  it('that is faster than our own record waits for it', async () => {
    const { send, record, state, turn, tick } = await aDayWithOneOwed('accepted');
    expect(await record(aReceipt())).toBe('kept');
    await send(id);
    turn(minutes(1));
    expect(await tick()).toMatchObject({ settled: 1 });
    expect(await state()).toBe('delivered');
  });

  it('of a message nobody here sent is put away after three days', async () => {
    const { record, turn, tick } = aWardsDay('accepted');
    await record(aReceipt({ reference: 'stranger' }));
    turn(hours(72));
    expect(await tick()).toMatchObject({ ownerless: 0 });
    turn(hours(7));
    expect(await tick()).toMatchObject({ ownerless: 1, settled: 0 });
    turn(hours(7));
    expect(await tick()).toMatchObject({ ownerless: 0 });
  });

  it('settles a doubt when only one attempt to that phone fits its time', async () => {
    const { send, record, state, turn, tick } = await aDayWithOneOwed(unknown);
    await send(id);
    await record(aReceipt({ takenAt: plus(now, seconds(2)) }));
    turn(minutes(1));
    expect(await tick()).toMatchObject({ settled: 1 });
    expect(await state()).toBe('delivered');
  });

  it('from another hour settles no doubt', async () => {
    const { send, record, state, turn, tick } = await aDayWithOneOwed(unknown);
    await send(id);
    await record(aReceipt({ takenAt: plus(now, hours(-1)) }));
    turn(minutes(1));
    expect(await tick()).toMatchObject({ settled: 0 });
    expect(await state()).toBe('unknown');
  });
});

describe('a doorbell that is lost', () => {
  it('between store and decision: the clock decides the event', async () => {
    const { accept, store, turn, tick, rung } = aWardsDay('accepted');
    await accept(vungTau, [anEventBody()], 'vi');
    turn(minutes(1));
    expect(await tick()).toMatchObject({ decided: 0 });
    turn(minutes(1));
    expect(await tick()).toMatchObject({ decided: 1 });
    expect(rung).toEqual([id]);
    const [event] = await store.events.find(vungTau, [anEvent().eventId]);
    expect(event?.outcome?.told).toEqual([id]);
  });

  it('between decision and sender: the clock rings again', async () => {
    const { rung, turn, tick } = await aDayWithOneOwed('accepted');
    turn(minutes(1));
    expect(await tick()).toMatchObject({ rung: 1 });
    expect(rung).toEqual([id, id]);
  });
});

describe('an event that cannot be decided', () => {
  it('stops nobody else in its batch, and is given to a person after a day, with the reason', async () => {
    const { accept, store, clock, turn, rung } = aWardsDay('accepted');
    const { doorbell } = aDoorbell();
    const settings: SettingsStore = {
      ...store.settings,
      of: async (ward) => {
        if (ward === tanHong) throw new RangeError('these settings cannot be read');
        return store.settings.of(ward);
      },
    };
    const decide = decideNotifications({ ...store, settings, doorbell, clock });
    const tick = releaseDue({ ...store, doorbell, decide, clock });
    await accept(tanHong, [anEventBody()], 'vi');
    await accept(vungTau, [anEventBody()], 'vi');
    const both = [anEvent({}, tanHong), anEvent({}, vungTau)];

    const { rows } = await decide(both);
    expect(rows.map((row) => [row.event.ward, 'decision' in row ? 'decided' : row.failed])).toEqual([
      [tanHong, 'RangeError: these settings cannot be read'],
      [vungTau, 'decided'],
    ]);
    expect(rung).toEqual([]);

    turn(hours(23));
    expect(await tick()).toMatchObject({ decided: 0, stuck: 0 });
    turn(hours(1) + 1);
    expect(await tick()).toMatchObject({ decided: 0, stuck: 1 });
    const [stuck] = await store.events.find(tanHong, [anEvent().eventId]);
    expect(stuck?.stuck).toBe('RangeError: these settings cannot be read');
    turn(hours(2));
    expect(await tick()).toMatchObject({ decided: 0, stuck: 0 });
  });
});
