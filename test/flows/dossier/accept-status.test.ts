import { describe, expect, it } from 'vitest';
import { acceptStatus } from '../../../shared/flows/dossier/accept-status.ts';
import { anEventBody, now, tanHong, vungTau } from '../../support/builders/dossiers.ts';
import { aWardsDay } from '../../support/builders/wards-day.ts';
import type { StatusEvents } from '../../../shared/domain/dossier/event/status-events.ts';

describe('a ward reports what became of its dossiers', () => {
  it('one bad row is told what is wrong and stops nobody else', async () => {
    const { accept } = aWardsDay('accepted');
    const rows = [anEventBody(), { eventId: 'e-2' }, 'not a row', anEventBody({ eventId: 'e-3' })];
    const results = await accept(vungTau, rows, 'vi');
    expect(results.map(({ eventId, outcome, problem }) => [eventId, outcome, problem?.type])).toEqual([
      ['e-1', 'accepted', undefined],
      ['e-2', 'rejected', 'validation-failed'],
      [null, 'rejected', 'validation-failed'],
      ['e-3', 'accepted', undefined],
    ]);
  });

  it('the same event again is a duplicate, with or without its empty fields', async () => {
    const { accept } = aWardsDay('accepted');
    await accept(vungTau, [anEventBody()], 'vi');
    const [again] = await accept(vungTau, [anEventBody({ fee: null })], 'vi');
    expect(again).toEqual({ eventId: 'e-1', outcome: 'duplicate' });
  });

  it('an id used for another event is refused, for another dossier too', async () => {
    const { accept } = aWardsDay('accepted');
    await accept(vungTau, [anEventBody()], 'vi');
    const [other] = await accept(vungTau, [anEventBody({ dossierCode: 'H29.26-260302-0002' })], 'en');
    expect(other).toMatchObject({ outcome: 'rejected', problem: { type: 'event-id-reused', status: 409 } });
  });

  it('two wards may use the same id for their own events', async () => {
    const { accept } = aWardsDay('accepted');
    const [here] = await accept(vungTau, [anEventBody()], 'vi');
    const [there] = await accept(tanHong, [anEventBody({ status: 'received' })], 'vi');
    expect([here?.outcome, there?.outcome]).toEqual(['accepted', 'accepted']);
  });

  it('events of one dossier are kept in the order they were given', async () => {
    const kept: string[] = [];
    const events = {
      accept: async ({ eventId }) => {
        await new Promise((done) => setTimeout(done, eventId === 'e-1' ? 5 : 0));
        kept.push(eventId);
        return 'accepted' as const;
      },
    } satisfies Partial<StatusEvents>;
    const accept = acceptStatus({ events: events as unknown as StatusEvents, clock: () => now });
    const other = anEventBody({ eventId: 'other', dossierCode: 'H29.26-260302-0009' });
    await accept(vungTau, [anEventBody(), anEventBody({ eventId: 'e-2' }), other], 'vi');
    expect(kept).toEqual(['other', 'e-1', 'e-2']);
  });

  it('a row that could not be kept is asked for again, and only that row', async () => {
    const { store, clock } = aWardsDay('accepted');
    const flaky: StatusEvents = {
      ...store.events,
      accept: async (event) => {
        if (event.eventId === 'e-2') throw new Error('the store is busy');
        return store.events.accept(event);
      },
    };
    const accept = acceptStatus({ events: flaky, clock });
    const results = await accept(vungTau, [anEventBody(), anEventBody({ eventId: 'e-2' })], 'en');
    expect(results.map(({ outcome, problem }) => problem?.type ?? outcome)).toEqual([
      'accepted',
      'try-again',
    ]);
  });
});
