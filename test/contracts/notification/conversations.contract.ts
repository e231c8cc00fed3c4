import { describe, expect, it } from 'vitest';
import type { Store } from '../../../shared/adapters/memory/store.ts';
import { Consent } from '../../../shared/domain/office/consent.ts';
import type { DossierCode } from '../../../shared/domain/dossier/dossier-code.ts';
import { callAboutWish } from '../../../shared/domain/inbound/wish-call.ts';
import type { E164 } from '../../../shared/domain/phone/read-phone.ts';
import { InboundSms } from '../../../shared/domain/inbound/sms.ts';
import { notificationId } from '../../../shared/domain/notification/notification.ts';
import { type Instant, plus, seconds } from '../../../shared/domain/values/instant.ts';
import { anEvent, aNotification, hangsPhone, nineOClock, otherWard, ward } from '../cost/ward-day.ts';
import type { Exchange } from '../../../shared/domain/inbound/conversations.ts';

export const anExchange = (providerId = 'm-1', given: Partial<Exchange> = {}): Exchange => {
  const code = `inbound:esms:${providerId}` as DossierCode;
  return {
    inbound: InboundSms.parse({
      provider: 'esms',
      from: '0912345678',
      to: '8099',
      text: 'HUY',
      receivedAt: nineOClock,
      providerId,
    }),
    ward,
    phone: hangsPhone,
    before: 0,
    answered: [{ at: nineOClock, purpose: 'answer-opt-out' }],
    notification: aNotification(anEvent(), {
      id: notificationId({ ward, code }, `answer:${providerId}`, 'sms'),
      dossierCode: code,
    }),
    choice: Consent.parse({ channel: 'sms', choice: 'out', when: nineOClock, evidence: providerId }),
    ...given,
  };
};

/** Every store of conversations keeps these promises, whatever it is made of. */
export const keepsConversations = (name: string, open: () => Promise<Store>) =>
  describe(`${name} keeps conversations`, () => {
    const seenBy = async ({ conversations, consents, notifications }: Store, { notification }: Exchange) => ({
      conversation: await conversations.with(hangsPhone),
      choices: (await consents.of([{ ward, phone: hangsPhone }]))[0],
      owed: await notifications.ofDossier(ward, notification!.dossierCode),
    });

    it('knows of no answer before the first', async () => {
      const { conversations } = await open();
      expect(await conversations.with(hangsPhone)).toEqual({ answered: [], version: 0 });
    });

    it('owes the answer, keeps the choice and remembers when it answered, all at once', async () => {
      const store = await open();
      const exchange = anExchange();
      expect(await store.conversations.commit(exchange)).toBe('committed');
      expect(await seenBy(store, exchange)).toEqual({
        conversation: { answered: exchange.answered, version: 1 },
        choices: [exchange.choice],
        owed: [exchange.notification],
      });
      const due = await store.notifications.due('2026-03-03T00:00:00.000Z' as never, 10);
      expect(due.map(({ id }) => id)).toEqual([exchange.notification!.id]);
    });

    it('keeps the call to ask what was meant, and what was written, beside the answer', async () => {
      const store = await open();
      const { choice: _choice, ...exchange } = anExchange();
      const call = callAboutWish(
        { ward, phone: hangsPhone as E164, cause: 'esms:m-1', text: 'Hủy hồ sơ giúp tôi' },
        nineOClock,
      );
      expect(await store.conversations.commit({ ...exchange, call })).toBe('committed');
      const { items } = await store.desk.list(ward, 'call-list', { now: nineOClock });
      expect(items).toEqual([call]);
      expect(items[0]).toMatchObject({ wrote: 'Hủy hồ sơ giúp tôi', to: expect.stringMatching(/^0/) });
    });

    it('takes the same message once, whatever was read before', async () => {
      const store = await open();
      await store.conversations.commit(anExchange());
      expect(await store.conversations.commit(anExchange())).toBe('duplicate');
      expect(await store.conversations.commit(anExchange('m-1', { before: 1 }))).toBe('duplicate');
      expect((await store.conversations.with(hangsPhone)).version).toBe(1);
    });

    it('keeps nothing of an answer decided on an old reading', async () => {
      const store = await open();
      await store.conversations.commit(anExchange());
      const late = anExchange('m-2');
      expect(await store.conversations.commit(late)).toBe('conflict');
      expect(await seenBy(store, late)).toMatchObject({ conversation: { version: 1 }, owed: [] });
      expect(await store.conversations.commit({ ...late, before: 1 })).toBe('committed');
    });

    it('lets one of two answer a phone at the same time', async () => {
      const store = await open();
      const outcomes = await Promise.all(
        ['m-1', 'm-2'].map((id) => store.conversations.commit(anExchange(id))),
      );
      expect(outcomes.toSorted()).toEqual(['committed', 'conflict']);
    });

    it('keeps a choice although it owes no answer', async () => {
      const store = await open();
      const { notification: _none, ...silent } = anExchange();
      expect(await store.conversations.commit({ ...silent, answered: [] })).toBe('committed');
      expect(await store.consents.of([{ ward, phone: hangsPhone }])).toEqual([[silent.choice]]);
    });
  });

export const keepsInboxes = (name: string, open: () => Promise<Store>) =>
  describe(`${name} keeps inboxes`, () => {
    it('knows whose a number is, however its name is written', async () => {
      const { inboxes } = await open();
      expect(await inboxes.wardOf('esms', 'UBNDVungTau')).toBeUndefined();
      expect(await inboxes.give(ward, 'esms', 'UBNDVungTau')).toBe('given');
      expect(await inboxes.wardOf('esms', 'ubndvungtau')).toBe(ward);
      expect(await inboxes.wardOf('zalo', 'ubndvungtau')).toBeUndefined();
    });

    it('lists what citizens wrote to and no office has, each message counted once, until an office has it', async () => {
      const { inboxes } = await open();
      const { inbound } = anExchange();
      const after = (count: number) => plus(nineOClock, seconds(count));
      const wrote = (to: string, providerId: string, at: Instant) =>
        inboxes.noteUnclaimed({ ...inbound, provider: 'inbound', to, providerId }, at);
      await wrote('8199', 'm-1', after(0));
      await wrote('8199', 'm-1', after(60));
      await wrote('8299', 'm-2', after(61));
      await wrote('8199', 'm-3', after(62));
      expect(await inboxes.unclaimed()).toEqual([
        { provider: 'inbound', to: '8199', messages: 2, firstAt: after(0), lastAt: after(62) },
        { provider: 'inbound', to: '8299', messages: 1, firstAt: after(61), lastAt: after(61) },
      ]);
      await inboxes.give(ward, 'inbound', '8199');
      expect((await inboxes.unclaimed()).map(({ to }) => to)).toEqual(['8299']);
    });

    it('gives a number to one ward only', async () => {
      const { inboxes } = await open();
      await inboxes.give(ward, 'esms', '8099');
      expect(await inboxes.give(otherWard, 'esms', '8099')).toBe('taken');
      expect(await inboxes.give(ward, 'esms', '8099')).toBe('given');
      expect(await inboxes.wardOf('esms', '8099')).toBe(ward);
    });
  });
