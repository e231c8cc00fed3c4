import { describe, expect, it } from 'vitest';
import type { Store } from '../../../shared/adapters/memory/store.ts';
import { absorb } from '../../../shared/domain/dossier/absorb.ts';
import { aDecision, after, aNotification, anEvent, deciding, nineOClock, ward } from '../cost/ward-day.ts';

const received = anEvent({
  eventId: 'event-0',
  status: 'received',
  occurredAt: '2026-03-01T08:00:00+07:00',
});
const completed = anEvent();
const first = absorb(undefined, received);
const both = absorb(first, completed);
const { code } = first;

const accepting = async (open: () => Promise<Store>) => {
  const store = await open();
  await store.events.accept(received);
  await store.events.accept(completed);
  return store;
};

/** Every store of dossiers keeps these promises, whatever it is made of. */
export const keepsDossiers = (name: string, open: () => Promise<Store>) =>
  describe(`${name} keeps dossiers`, () => {
    it('knows nothing of a dossier nobody decided on', async () => {
      const { dossiers } = await open();
      expect(await dossiers.find([{ ward, code }])).toEqual([]);
      expect(await dossiers.find([])).toEqual([]);
    });

    it('gives a dossier back as it was written, with the version to decide on', async () => {
      const { events, dossiers } = await open();
      const event = anEvent({
        onBehalf: { name: 'Trần Văn Nam', phone: '0987 654 321' },
        deliveryAddress: { street: '12 Lê Lợi', commune: '26506', province: '79' },
        personEvent: { kind: 'death', deceasedName: 'Nguyễn Văn An', diedOn: '2026-02-20' },
        reason: 'Gia đình cần gấp',
        fee: 8000,
        returnMethod: 'post',
        bundle: { id: '2 trong 1', parts: 2 },
      });
      await events.accept(event);
      expect(await dossiers.commit([deciding([aDecision(event)])])).toEqual(['committed']);
      expect(await dossiers.find([{ ward, code }])).toEqual([
        { dossier: absorb(undefined, event), version: 1 },
      ]);
    });

    it('writes dossier, notifications and decided marks together', async () => {
      const { events, dossiers, notifications } = await accepting(open);
      const owed = aNotification(completed);
      const silent = aDecision(received);
      const told = aDecision(completed, [owed], silent.dossier);
      expect(await dossiers.commit([deciding([silent, told])])).toEqual(['committed']);

      expect(await dossiers.find([{ ward, code }])).toEqual([{ dossier: both, version: 1 }]);
      expect(await notifications.ofDossier(ward, code)).toEqual([owed]);
      const outcomes = await events.find(ward, [received.eventId, completed.eventId]);
      const became = Object.fromEntries(
        outcomes.map(({ eventId, outcome }) => [eventId, [outcome?.silent, outcome?.told]]),
      );
      expect(became).toEqual({
        'event-0': ['not-worth-telling', []],
        'event-1': [undefined, [owed.id]],
      });
      expect((await events.overdue(after(60), 10)).events).toEqual([]);
    });

    it('remembers what was wrong with the phone, for a person', async () => {
      const { events, dossiers } = await accepting(open);
      const decision = { ...aDecision(completed), silent: 'phone-unreadable' as const, because: 'too_short' };
      await dossiers.commit([deciding([decision])]);
      expect(await events.find(ward, [completed.eventId])).toMatchObject([
        { outcome: { silent: 'phone-unreadable', because: 'too_short' } },
      ]);
    });

    it('raises the version with every decision', async () => {
      const { dossiers } = await accepting(open);
      await dossiers.commit([deciding([aDecision(received)])]);
      expect(await dossiers.commit([deciding([aDecision(completed, [], first)], 1)])).toEqual(['committed']);
      expect(await dossiers.find([{ ward, code }])).toEqual([{ dossier: both, version: 2 }]);
    });

    it.each([
      { title: 'the dossier is there already', before: 0 },
      { title: 'the dossier is older than thought', before: 2 },
    ])('sees a conflict when $title, and writes nothing at all', async ({ before }) => {
      const { events, dossiers, notifications } = await accepting(open);
      await dossiers.commit([deciding([aDecision(received)])]);
      const late = deciding([aDecision(completed, [aNotification(completed)], first)], before);
      expect(await dossiers.commit([late])).toEqual(['conflict']);

      expect(await dossiers.find([{ ward, code }])).toEqual([{ dossier: first, version: 1 }]);
      expect(await notifications.ofDossier(ward, code)).toEqual([]);
      expect((await events.overdue(after(60), 10)).events).toEqual([completed]);
    });

    it('lets one of two decide who decide at the same moment', async () => {
      const { dossiers } = await accepting(open);
      const results = await Promise.all([
        dossiers.commit([deciding([aDecision(received)])]),
        dossiers.commit([deciding([aDecision(completed)])]),
      ]);
      expect(results.flat().map(String).toSorted()).toEqual(['committed', 'conflict']);
      expect(await dossiers.find([{ ward, code }])).toMatchObject([{ version: 1 }]);
    });

    it('lets one dossier’s conflict stop no other', async () => {
      const store = await open();
      const events = ['0001', '0002', '0003'].map((number) =>
        anEvent({ eventId: `event-${number}`, dossierCode: `H29.26-260302-${number}` }),
      );
      await Promise.all(events.map((event) => store.events.accept(event)));
      await store.dossiers.commit([deciding([aDecision(events[1]!)])]);
      const results = await store.dossiers.commit(
        events.map((event) => deciding([aDecision(event, [aNotification(event)])])),
      );
      expect(results).toEqual(['committed', 'conflict', 'committed']);
      const owed = events.map(({ dossierCode }) => store.notifications.ofDossier(ward, dossierCode));
      expect((await Promise.all(owed)).map(({ length }) => length)).toEqual([1, 0, 1]);
    });

    it('commits and finds many dossiers at once', async () => {
      const store = await open();
      const events = Array.from({ length: 120 }, (_, index) =>
        anEvent({ eventId: `event-${index}`, dossierCode: `H29.26-260302-${String(1000 + index)}` }),
      );
      await Promise.all(events.map((event) => store.events.accept(event)));
      const results = await store.dossiers.commit(
        events.map((event) => deciding([aDecision(event, [aNotification(event)])])),
      );
      expect(new Set(results)).toEqual(new Set(['committed']));
      const ids = events.map((event) => ({ ward, code: event.dossierCode }));
      expect(await store.dossiers.find([...ids, ...ids])).toHaveLength(120);
      expect((await store.events.overdue(after(60), 500)).events).toEqual([]);
      expect(await store.notifications.due(after(60), 500)).toHaveLength(120);
    });

    it('decides more events of one dossier at once than a transaction holds', async () => {
      const store = await open();
      const events = Array.from({ length: 60 }, (_, index) =>
        anEvent({
          eventId: `event-${index}`,
          status: 'supplement-requested',
          occurredAt: new Date(Date.parse(nineOClock) + index * 1000).toISOString(),
        }),
      );
      await Promise.all(events.map((event) => store.events.accept(event)));
      let dossier: typeof first | undefined;
      const decisions = events.map((event) => {
        const decision = aDecision(event, [aNotification(event)], dossier);
        dossier = decision.dossier;
        return decision;
      });
      expect(await store.dossiers.commit([deciding(decisions)])).toEqual(['committed']);
      const [found] = await store.dossiers.find([{ ward, code }]);
      expect(found?.dossier).toEqual(dossier);
      expect(await store.dossiers.commit([deciding([decisions.at(-1)!], found!.version - 1)])).toEqual([
        'conflict',
      ]);
      expect(await store.notifications.ofDossier(ward, code)).toHaveLength(60);
      expect((await store.events.overdue(after(60), 100)).events).toEqual([]);
    });

    it('lets an event rest that turns out to be decided, and keeps what it came to', async () => {
      const store = await accepting(open);
      const owed = aNotification(completed);
      await store.dossiers.commit([deciding([aDecision(completed, [owed])])]);
      const again = { ...aDecision(completed), silent: 'already-decided' as const };
      expect(await store.dossiers.commit([deciding([again], 1, after(5))])).toEqual(['committed']);
      expect(await store.events.find(ward, [completed.eventId])).toMatchObject([
        { outcome: { decidedAt: nineOClock, told: [owed.id] } },
      ]);
    });

    it('fails alone when it is asked to decide an event that nobody accepted, and writes nothing', async () => {
      const { dossiers } = await open();
      expect(await dossiers.commit([deciding([aDecision(completed)])])).toEqual([
        { failed: expect.stringMatching(/.+/) },
      ]);
      expect(await dossiers.find([{ ward, code }])).toEqual([]);
    });

    it('fails alone when a notification is there that the dossier does not know, and writes nothing', async () => {
      const store = await accepting(open);
      const owed = aNotification(completed);
      await store.dossiers.commit([deciding([aDecision(completed, [owed])])]);
      const unknown = deciding([aDecision(received, [owed], absorb(undefined, completed))], 1);
      expect(await store.dossiers.commit([unknown])).toEqual([{ failed: expect.stringMatching(/.+/) }]);
      expect(await store.dossiers.find([{ ward, code }])).toMatchObject([{ version: 1 }]);
    });
  });
