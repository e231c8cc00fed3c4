import { describe, expect, it } from 'vitest';
import type { Store } from '../../../shared/adapters/memory/store.ts';
import { aDecision, after, anEvent, deciding, nineOClock, otherWard, ward } from '../cost/ward-day.ts';

const decided = async ({ events, dossiers }: Store, event = anEvent()) => {
  await events.accept(event);
  await dossiers.commit([deciding([aDecision(event)])]);
  return event;
};

/** Every store of status events keeps these promises, whatever it is made of. */
export const keepsStatusEvents = (name: string, open: () => Promise<Store>) =>
  describe(`${name} keeps status events`, () => {
    it('takes an event and gives it back as it came', async () => {
      const { events } = await open();
      const event = anEvent({
        reason: 'Thiếu giấy chứng sinh',
        deliveryAddress: { street: '12 Lê Lợi', commune: '26506', province: '79' },
        personEvent: { kind: 'birth', childName: 'Nguyễn Minh Anh', bornOn: '2026-02-20' },
      });
      expect(await events.accept(event)).toBe('accepted');
      expect(await events.find(ward, [event.eventId])).toEqual([event]);
    });

    it('knows the same event again, however much later it comes', async () => {
      const { events } = await open();
      await events.accept(anEvent());
      expect(await events.accept(anEvent())).toBe('duplicate');
      expect(await events.accept(anEvent({ acceptedAt: after(60 * 24 * 30) }))).toBe('duplicate');
    });

    it('takes a body with its fields in another order for the same body', async () => {
      const { events } = await open();
      const event = anEvent();
      const turned = Object.fromEntries(Object.entries(event).toReversed()) as typeof event;
      await events.accept(event);
      expect(await events.accept(turned)).toBe('duplicate');
    });

    it.each([
      { status: 'returned' as const },
      { applicant: { name: 'Nguyễn Thị Hằng', phone: '0912 345 679' } },
      { reason: 'Thiếu giấy chứng sinh' },
    ])('refuses an id that was given to another body before: $status $reason', async (other) => {
      const { events } = await open();
      await events.accept(anEvent());
      expect(await events.accept(anEvent(other))).toBe('event-id-reused');
      expect(await events.find(ward, [anEvent().eventId])).toEqual([anEvent()]);
    });

    it('lets two wards use the same id', async () => {
      const { events } = await open();
      const [ours, theirs] = [anEvent(), anEvent({ ward: otherWard, status: 'returned' })];
      await events.accept(ours);
      expect(await events.accept(theirs)).toBe('accepted');
      expect(await events.find(otherWard, [theirs.eventId])).toEqual([theirs]);
    });

    it('takes one of two that come at the same moment', async () => {
      const { events } = await open();
      const outcomes = await Promise.all([events.accept(anEvent()), events.accept(anEvent())]);
      expect(outcomes.toSorted()).toEqual(['accepted', 'duplicate']);
    });

    it('leaves out what it does not know, and gives what was asked for twice once', async () => {
      const { events } = await open();
      const event = anEvent();
      await events.accept(event);
      const unknown = anEvent({ eventId: 'never-seen' }).eventId;
      expect(await events.find(ward, [event.eventId, unknown, event.eventId])).toEqual([event]);
      expect(await events.find(otherWard, [event.eventId])).toEqual([]);
      expect(await events.find(ward, [])).toEqual([]);
    });

    it('finds more than a hundred at once', async () => {
      const { events } = await open();
      const many = Array.from({ length: 130 }, (_, index) => anEvent({ eventId: `event-${index}` }));
      await Promise.all(many.map((event) => events.accept(event)));
      const ids = many.map(({ eventId }) => eventId);
      expect((await events.find(ward, ids)).map(({ eventId }) => eventId).toSorted()).toEqual(ids.toSorted());
    });

    it('leaves a fresh event to the doorbell, and names it overdue two minutes later', async () => {
      const { events } = await open();
      await events.accept(anEvent());
      expect((await events.overdue(after(1), 10)).events).toEqual([]);
      expect((await events.overdue(after(2), 10)).events).toEqual([anEvent()]);
    });

    it('names the longest waiting first, and no more than asked for', async () => {
      const { events } = await open();
      for (const minute of [3, 1, 4, 2, 5]) {
        await events.accept(anEvent({ eventId: `at-${minute}`, acceptedAt: after(minute) }));
      }
      const { events: overdue } = await events.overdue(after(60), 3);
      expect(overdue.map(({ eventId }) => eventId)).toEqual(['at-1', 'at-2', 'at-3']);
    });

    it('remembers how an event was decided, and lets it rest', async () => {
      const store = await open();
      const { eventId } = await decided(store);
      expect(await store.events.find(ward, [eventId])).toMatchObject([
        { outcome: { decidedAt: nineOClock, told: [], silent: 'not-worth-telling' } },
      ]);
      expect((await store.events.overdue(after(60), 10)).events).toEqual([]);
    });

    it('looks again at a postponed event, not before its time', async () => {
      const { events } = await open();
      await events.accept(anEvent());
      await events.postpone(anEvent(), after(30));
      expect((await events.overdue(after(29), 10)).events).toEqual([]);
      expect((await events.overdue(after(30), 10)).events).toEqual([anEvent()]);
    });

    it('gives a stuck event to a person and looks at it no more', async () => {
      const { events } = await open();
      const event = anEvent();
      await events.accept(event);
      await events.postpone(event, after(30), 'the dossier kept changing');
      expect((await events.overdue(after(60), 10)).events).toEqual([]);
      expect(await events.find(ward, [event.eventId])).toEqual([
        { ...event, stuck: 'the dossier kept changing' },
      ]);
    });

    it('takes a stuck event up again when a person postpones it once more', async () => {
      const { events } = await open();
      await events.accept(anEvent());
      await events.postpone(anEvent(), after(30), 'the dossier kept changing');
      await events.postpone(anEvent(), after(40));
      expect((await events.overdue(after(40), 10)).events).toEqual([anEvent()]);
      expect(await events.find(ward, [anEvent().eventId])).toEqual([anEvent()]);
    });

    it('is stuck no more once it is decided after all', async () => {
      const store = await open();
      const event = anEvent();
      await store.events.accept(event);
      await store.events.postpone(event, after(30), 'the dossier kept changing');
      await decided(store, event);
      const [found] = await store.events.find(ward, [event.eventId]);
      expect(found).not.toHaveProperty('stuck');
      expect(found).toHaveProperty('outcome');
    });

    it('leaves to its ward’s people what nobody could be told of, in pages, and what is stuck', async () => {
      const store = await open();
      const left = Array.from({ length: 5 }, (_, n) => anEvent({ eventId: `left-${n}` }));
      for (const event of left.slice(0, 4)) {
        await store.events.accept(event);
        await store.dossiers.commit([
          deciding([{ ...aDecision(event), silent: 'no-phone' as const }], left.indexOf(event)),
        ]);
      }
      await store.events.accept(left[4]!);
      await store.events.postpone(left[4]!, after(30), 'the dossier kept changing');
      await store.events.accept(anEvent({ eventId: 'as-it-should-be' }));
      await store.dossiers.commit([deciding([aDecision(anEvent({ eventId: 'as-it-should-be' }))], 4)]);
      const seen = [];
      for (let cursor: string | undefined, turns = 0; turns < 9; turns += 1) {
        const page = await store.events.leftToPeople(ward, cursor, 2);
        seen.push(...page.events.map(({ eventId }) => eventId));
        cursor = page.cursor;
        if (cursor === undefined) break;
      }
      expect(seen.toSorted()).toEqual(left.map(({ eventId }) => eventId));
      expect((await store.events.leftToPeople(otherWard, undefined, 9)).events).toEqual([]);
    });

    it('does not postpone what is decided or unknown', async () => {
      const store = await open();
      const event = await decided(store);
      await store.events.postpone(event, after(30));
      await store.events.postpone(anEvent({ eventId: 'never-seen' }), after(30));
      expect((await store.events.overdue(after(60), 10)).events).toEqual([]);
      expect(await store.events.find(ward, [anEvent({ eventId: 'never-seen' }).eventId])).toEqual([]);
    });
  });
