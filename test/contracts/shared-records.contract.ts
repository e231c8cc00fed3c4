import { describe, expect, it } from 'vitest';
import type { Store } from '../../shared/adapters/memory/store.ts';
import type { Day } from '../../shared/domain/values/day.ts';
import type { Instant } from '../../shared/domain/values/instant.ts';
import type { E164 } from '../../shared/domain/phone/read-phone.ts';
import { aDecision, anEvent, aNotification, deciding, otherWard, ward } from './cost/ward-day.ts';

const day = { since: '2026-03-02' as Day, used: 1 };
const phone = '+84912345678' as E164;
const bundle = {
  ward,
  id: 'b-1',
  parts: 2,
  members: [{ code: 'H29.26-260302-0001', had: ['received' as const] }],
};

/** Every store keeps these promises about what decisions share: bundles, phone cards, and what a ward may send. */
export const keepsWhatDecisionsShare = (name: string, open: () => Promise<Store>) =>
  describe(`${name} keeps what decisions share`, () => {
    const decided = async (store: Store, beside: object, given: object = {}) => {
      const event = anEvent(given);
      await store.events.accept(event);
      return store.dossiers.commit([{ ...deciding([aDecision(event, [aNotification(event)])]), ...beside }]);
    };
    const second = { eventId: 'event-2', dossierCode: 'H29.26-260302-0002' };

    it('writes bundle and phone card with the dossier, and finds them with their version', async () => {
      const store = await open();
      const beside = {
        bundle: { before: 0, after: bundle },
        phone: { before: 0, after: { ward, phone, day } },
      };
      expect(await decided(store, beside)).toEqual(['committed']);
      expect(await store.bundles.find([bundle])).toMatchObject([{ bundle, version: 1 }]);
      expect(await store.phones.find([{ ward, phone }])).toEqual([
        { card: { ward, phone, day }, version: 1 },
      ]);
    });

    it('finds nothing of another ward, and nothing that was never written', async () => {
      const store = await open();
      await decided(store, { phone: { before: 0, after: { ward, phone, day } } });
      expect(await store.phones.find([{ ward: otherWard, phone }])).toEqual([]);
      expect(await store.bundles.find([bundle])).toEqual([]);
    });

    it.each([
      ['bundle', { bundle: { before: 0, after: bundle } }],
      ['phone card', { phone: { before: 0, after: { ward, phone, day } } }],
    ])('calls it a conflict when the %s was written by somebody else meanwhile', async (_, beside) => {
      const store = await open();
      await decided(store, beside);
      expect(await decided(store, beside, second)).toEqual(['conflict']);
      const [event] = await store.events.find(ward, [anEvent(second).eventId]);
      expect(event?.outcome).toBeUndefined();
    });

    it('lists the open promises of a ward, the oldest first, and none that is kept or apologised for', async () => {
      const store = await open();
      const promised = async (code: string, dueAt: string, status: string, eventId = code) => {
        const event = anEvent({ eventId, dossierCode: code, status: status as never, dueAt: dueAt as never });
        await store.events.accept(event);
        await store.dossiers.commit([deciding([aDecision(event)])]);
      };
      await promised('LATER', '2026-03-04T17:00:00+07:00', 'received');
      await promised('FIRST', '2026-03-02T17:00:00+07:00', 'in-progress');
      await promised('KEPT', '2026-03-02T17:00:00+07:00', 'completed');
      await promised('SORRY', '2026-03-02T17:00:00+07:00', 'delayed');
      const until = '2026-03-04T10:00:00.000Z' as Instant;
      const listed = await store.dossiers.promisedUntil(ward, until, 10);
      expect(listed.map(({ code }) => code)).toEqual(['FIRST', 'LATER']);
      expect(
        await store.dossiers.promisedUntil(ward, '2026-03-03T00:00:00.000Z' as Instant, 10),
      ).toHaveLength(1);
      expect(await store.dossiers.promisedUntil(otherWard, until, 10)).toEqual([]);
    });

    it('lists the results that lie at the counter of an office, the newest first, and none that is fetched or brought', async () => {
      const store = await open();
      const report = async (code: string, status: string, occurredAt: string, more: object = {}) => {
        const eventId = `${code}-${status}`;
        const event = anEvent({ eventId, dossierCode: code, status, occurredAt, ...more } as never);
        await store.events.accept(event);
        const [before] = await store.dossiers.find([{ ward, code: event.dossierCode }]);
        await store.dossiers.commit([
          deciding([aDecision(event, [], before?.dossier)], before?.version ?? 0),
        ]);
      };
      await report('OLDER', 'completed', '2026-03-02T09:00:00+07:00');
      await report('NEWER', 'completed', '2026-03-02T10:00:00+07:00');
      await report('BROUGHT', 'completed', '2026-03-02T10:00:00+07:00', { returnMethod: 'home' });
      await report('ELSEWHERE', 'completed', '2026-03-02T10:00:00+07:00', { returnedBy: otherWard });
      await report('FETCHED', 'completed', '2026-03-02T10:00:00+07:00');
      await report('FETCHED', 'returned', '2026-03-02T11:00:00+07:00');
      await report('UNDER-WAY', 'received', '2026-03-02T10:00:00+07:00', {
        dueAt: '2026-03-02T17:00:00+07:00',
      });
      const codes = async (of: typeof ward, from = '2026-03-01T00:00:00.000Z', limit = 10) =>
        (await store.dossiers.readyAt(of, from as Instant, limit)).map(({ code }) => code);
      expect(await codes(ward)).toEqual(['NEWER', 'OLDER']);
      expect(await codes(ward, '2026-03-02T02:30:00.000Z')).toEqual(['NEWER']);
      expect(await codes(ward, undefined, 1)).toEqual(['NEWER']);
      expect(await codes(otherWard)).toEqual(['ELSEWHERE']);
    });

    it('lets one of two reserve the same parts of a ward', async () => {
      const store = await open();
      const [standing] = await store.budgets.of([ward]);
      expect(standing).toEqual({ ward, spent: {}, version: 0 });
      const after = { ...standing!, spent: { 'ward-day': day } };
      const both = await Promise.all([store.budgets.reserve(after), store.budgets.reserve(after)]);
      expect(both.toSorted()).toEqual(['conflict', 'reserved']);
      expect(await store.budgets.of([ward, otherWard])).toMatchObject([
        { spent: { 'ward-day': day }, version: 1 },
        { spent: {}, version: 0 },
      ]);
    });

    it('counts for a ward whoever counts at the same time, in a day that is open and in one that begins', async () => {
      const store = await open();
      const [seen] = await store.budgets.of([ward]);
      const allowed = { 'ward-day': 1000, 'ward-month': Infinity };
      const today = { cap: 'ward-day', since: '2026-03-02' as Day } as const;
      const tomorrow = { cap: 'ward-day', since: '2026-03-03' as Day } as const;
      const month = { cap: 'ward-month', since: '2026-03-01' as Day } as const;
      const counts = [today, month].map((one) => ({ ...one, by: 2 }));
      await Promise.all(Array.from({ length: 16 }, async () => store.budgets.add(seen!, counts, allowed)));
      await Promise.all(
        [today, tomorrow, today, tomorrow].map(async (one) =>
          store.budgets.add(seen!, [{ ...one, by: 3 }], allowed),
        ),
      );
      const [standing] = await store.budgets.of([ward]);
      expect(standing!.spent).toEqual({
        'ward-day': { since: '2026-03-03', used: 6, before: { since: '2026-03-02', used: 38 } },
        'ward-month': { since: '2026-03-01', used: 32 },
      });
    });

    it('counts all or none, never more than the ward may send, and takes back what was not sent', async () => {
      const store = await open();
      const allowed = { 'ward-day': 10, 'ward-month': 100 };
      const since = '2026-03-02' as Day;
      const add = async (by: number) => {
        const [seen] = await store.budgets.of([ward]);
        return store.budgets.add(seen!, [{ cap: 'ward-day', since, by }], allowed);
      };
      const all = await Promise.all(Array.from({ length: 8 }, async () => add(3)));
      expect(all.filter((one) => one === 'full')).toHaveLength(5);
      const month = { cap: 'ward-month', since: '2026-03-01' as Day, by: 1 } as const;
      const [seen] = await store.budgets.of([ward]);
      expect(await store.budgets.add(seen!, [month, { cap: 'ward-day', since, by: 2 }], allowed)).toBe(
        'full',
      );
      expect(await add(-3)).toEqual({ spent: { 'ward-day': { since, used: 6 } } });
      expect(await add(4)).toEqual({ spent: { 'ward-day': { since, used: 10 } } });
    });
  });
