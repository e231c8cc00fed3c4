import { describe, expect, it } from 'vitest';
import { hours, minutes, plus } from '../../../shared/domain/values/instant.ts';
import { actOnNotification } from '../../../shared/flows/notification/act-on-notification.ts';
import { listWorklist } from '../../../shared/flows/notification/list-worklist.ts';
import type { Limits } from '../../../shared/domain/notification/limits.ts';
import type { E164 } from '../../../shared/domain/phone/read-phone.ts';
import { anEvent, anEventBody, aWard, code, now, tanHong, vungTau } from '../../support/builders/dossiers.ts';
import { aDoorbell, aWardsDay } from '../../support/builders/wards-day.ts';
import type { NotificationId } from '../../../shared/domain/values/ids.ts';

const unknown = { outcome: 'unknown', reason: 'TimeoutError' } as const;
const why = { what: 'resend', reason: 'bà gọi lên hỏi' } as const;

const aDesk = async (body: Record<string, unknown> = {}, limits?: Limits) => {
  const day = aWardsDay(unknown, 'accepted');
  await day.store.settings.save(aWard({ ...(limits && { limits }), shortTexts: true }));
  const { doorbell, rung } = aDoorbell();
  const desk = { ...day.store, doorbell, clock: day.clock };
  const hear = async (differs: Record<string, unknown>) => {
    await day.accept(vungTau, [anEventBody(differs)], 'vi');
    const { eventId } = anEvent(differs);
    return day.decide(await day.store.events.find(vungTau, [eventId]));
  };
  await hear(body);
  const [owed] = await day.store.notifications.ofDossier(vungTau, code);
  return {
    ...day,
    ...desk,
    rung: day.rung,
    rungAgain: rung,
    hear,
    id: owed!.id,
    act: actOnNotification(desk),
    look: listWorklist(desk),
  };
};

describe('an officer who saw to it otherwise', () => {
  it.each([
    ['unknown', async ({ send, id }: Awaited<ReturnType<typeof aDesk>>) => void (await send(id))],
    [
      'unconfirmed',
      async ({ store, id }) => {
        await store.notifications.claim(id, { id: 'a', at: now });
        await store.notifications.accepted(id, { id: 'a', at: now }, 'memory', 'r-1');
        await store.notifications.unconfirmed(id);
      },
    ],
  ] satisfies [string, (desk: Awaited<ReturnType<typeof aDesk>>) => Promise<void>][])(
    'of a message that is %s says so once, and it leaves its list with who, when and why',
    async (list, go) => {
      const desk = await aDesk();
      await go(desk);
      const settle = { what: 'settle', reason: 'tôi đã gọi cho bà' } as const;
      expect((await desk.look(vungTau, list as 'unknown', undefined)).notifications).toHaveLength(1);
      for (const _ of [1, 2])
        expect(await desk.act(vungTau, desk.id, settle, 'chị Hoa')).toMatchObject({
          is: 'done',
          notification: { state: 'settled', acts: [{ what: 'settle', by: 'chị Hoa', at: now }] },
        });
      expect((await desk.look(vungTau, list as 'unknown', undefined)).notifications).toEqual([]);
      expect(await desk.act(vungTau, desk.id, why, 'ward-1')).toMatchObject({ is: 'wrong-state' });
    },
  );

  it('settles nothing that still waits', async () => {
    const { id, act } = await aDesk();
    expect(await act(vungTau, id, { what: 'settle', reason: 'x' }, 'ward-1')).toMatchObject({
      is: 'wrong-state',
    });
  });
});

describe('an officer', () => {
  it('sends a doubtful message once more, and it is rung for at once', async () => {
    const { id, send, act, look, rungAgain, taken } = await aDesk();
    await send(id);
    expect((await look(vungTau, 'unknown', undefined)).notifications).toMatchObject([
      { id, state: 'unknown' },
    ]);
    expect(await act(vungTau, id, why, 'ward-1')).toMatchObject({
      is: 'done',
      notification: { state: 'queued', acts: [{ what: 'resend', by: 'ward-1', at: now }] },
      doorbell: 'rung',
    });
    expect(rungAgain).toEqual([id]);
    expect(await send(id)).toMatchObject({ is: 'accepted' });
    expect(taken).toHaveLength(2);
  });

  it('sends it once more and no more than once', async () => {
    const { id, store, send, act } = await aDesk();
    await send(id);
    await act(vungTau, id, why, 'ward-1');
    await store.notifications.claim(id, { id: 'dead', at: now });
    await store.notifications.doubted(id, { id: 'dead', at: now }, 'time-out');
    expect(await act(vungTau, id, why, 'ward-1')).toEqual({ is: 'resent-before', state: 'unknown' });
  });

  describe('spends the office’s parts with it', () => {
    const spentOf = async ({ store }: Awaited<ReturnType<typeof aDesk>>) => {
      const [standing] = await store.budgets.of([vungTau]);
      const [card] = await store.phones.find([{ ward: vungTau, phone: '+84912345678' as E164 }]);
      return [card?.card.day.used, standing?.spent['ward-day']?.used];
    };

    it('on the day on which it is sent', async () => {
      const desk = await aDesk();
      await desk.send(desk.id);
      expect(await spentOf(desk)).toEqual([1, 1]);
      await desk.act(vungTau, desk.id, why, 'ward-1');
      expect(await spentOf(desk)).toEqual([2, 2]);
    });

    it('and is told what it cannot do where the phone has had its parts of the day', async () => {
      const desk = await aDesk({}, { messagesPerPhonePerDay: 1, messagesPerWardPerDay: 100 });
      await desk.send(desk.id);
      expect(await desk.act(vungTau, desk.id, why, 'ward-1')).toEqual({
        is: 'cap-reached',
        cap: 'phone-day',
        retryAt: '2026-03-02T17:00:00.000Z',
        state: 'unknown',
      });
      expect([await spentOf(desk), desk.rungAgain]).toEqual([[1, 1], []]);
      const [notification] = await desk.store.notifications.ofDossier(vungTau, code);
      expect(notification).not.toHaveProperty('acts');
    });

    it('and may order it again when the new day has begun', async () => {
      const desk = await aDesk({}, { messagesPerPhonePerDay: 1, messagesPerWardPerDay: 1 });
      await desk.send(desk.id);
      desk.turn(hours(14)); // 23:30, so that it is due in the morning
      expect(await desk.act(vungTau, desk.id, why, 'ward-1')).toMatchObject({
        is: 'done',
        notification: { state: 'queued', dueAt: '2026-03-03T00:00:00.000Z' },
        doorbell: 'not-needed',
      });
      const [standing] = await desk.store.budgets.of([vungTau]);
      expect(standing?.spent['ward-day']).toMatchObject({ since: '2026-03-03', used: 1 });
    });

    it('and says what of the ward’s day is passed with it', async () => {
      const desk = await aDesk({}, { messagesPerPhonePerDay: 6, messagesPerWardPerDay: 2 });
      await desk.send(desk.id);
      expect(await desk.act(vungTau, desk.id, why, 'ward-1')).toMatchObject({
        is: 'done',
        crossed: [
          { cap: 'ward-day', percent: 80 },
          { cap: 'ward-day', percent: 100 },
        ],
      });
    });

    it('once, when two officers order it at the same moment', async () => {
      const desk = await aDesk();
      await desk.send(desk.id);
      const both = await Promise.all(['ward-1', 'ward-2'].map((by) => desk.act(vungTau, desk.id, why, by)));
      expect(both.map(({ is }) => is).toSorted()).toEqual(['done', 'in-progress']);
      const [phone] = await spentOf(desk);
      expect(phone).toBe(2);
    });
  });

  it('spends nothing with a call or with taking a message back', async () => {
    const { id, store, act } = await aDesk({ applicant: { phone: '0254 3852 101' } });
    await act(vungTau, id, { what: 'call', outcome: 'no-answer' }, 'ward-1');
    await act(vungTau, id, { what: 'cancel', reason: 'nhập nhầm' }, 'ward-1');
    expect(await store.budgets.of([vungTau])).toMatchObject([{ spent: {}, version: 0 }]);
  });

  it('does not send what newer word has overtaken', async () => {
    const { id, send, act, hear } = await aDesk();
    await send(id);
    await hear({ eventId: 'e-2', status: 'returned', occurredAt: '2026-03-02T09:20:00+07:00' });
    expect(await act(vungTau, id, why, 'ward-1')).toEqual({ is: 'news-overtaken', state: 'unknown' });
  });

  it('does not send to whoever opted out meanwhile', async () => {
    const { id, store, send, act } = await aDesk();
    await send(id);
    await store.consents.record(
      { ward: vungTau, phone: '+84912345678' },
      { purpose: 'status', channel: 'sms', choice: 'out', when: now, evidence: 'HUY' },
    );
    expect(await act(vungTau, id, why, 'ward-1')).toEqual({ is: 'opted-out', state: 'unknown' });
  });

  it('rings a citizen with a landline, is reminded when nobody answers, and is done when somebody does', async () => {
    const { id, rung, turn, act, look } = await aDesk({ applicant: { phone: '0254 3852 101' } });
    expect(rung).toEqual([]);
    const [entry] = (await look(vungTau, 'call-list', undefined)).notifications;
    expect(entry).toMatchObject({ id, dial: '02543852101', to: '025*****101', channel: 'call-list' });
    await act(vungTau, id, { what: 'call', outcome: 'no-answer' }, 'ward-1');
    expect((await look(vungTau, 'call-list', undefined)).notifications).toEqual([]);
    turn(hours(3));
    const done = await act(vungTau, id, { what: 'call', outcome: 'reached', note: 'gặp con gái' }, 'ward-2');
    expect(done).toMatchObject({
      is: 'done',
      notification: {
        state: 'delivered',
        delivered: { evidence: 'officer' },
        acts: [{ by: 'ward-1' }, { by: 'ward-2', at: plus(now, hours(3)), reason: 'reached: gặp con gái' }],
      },
    });
    expect(done).not.toHaveProperty('notification.dial');
  });

  it('finds no call that newer word made pointless', async () => {
    const { turn, hear, look } = await aDesk({ applicant: { phone: '0254 3852 101' } });
    turn(minutes(1));
    await hear({
      eventId: 'e-2',
      status: 'returned',
      occurredAt: '2026-03-02T09:16:00+07:00',
      applicant: { phone: '0254 3852 101' },
    });
    expect((await look(vungTau, 'call-list', undefined)).notifications).toEqual([]);
  });

  it('of another ward finds nothing there', async () => {
    const { id, send, act, look } = await aDesk();
    await send(id);
    expect(await act(tanHong, id, why, 'ward-1')).toEqual({ is: 'not-found' });
    expect(await act(vungTau, 'nonsense' as NotificationId, why, 'ward-1')).toEqual({ is: 'not-found' });
    expect((await look(tanHong, 'unknown', undefined)).notifications).toEqual([]);
  });
});
