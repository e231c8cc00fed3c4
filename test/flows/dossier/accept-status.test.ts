import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { receiptCodeOf } from '../../../shared/domain/dossier/receipt/receipt-code.ts';
import { acceptStatus } from '../../../shared/flows/dossier/accept-status.ts';
import { anEventBody, code, now, tanHong, vungTau } from '../../support/builders/dossiers.ts';
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

describe('the receipt code in the answer', () => {
  const codes = receiptCodeOf((text) => createHash('sha256').update(text).digest('base64url'));

  it('is ours, the same each time, and the ward’s own where its system gives one', async () => {
    const { store } = aWardsDay('accepted');
    const accept = acceptStatus({ events: store.events, clock: () => now, receiptCodes: codes });
    const asked = async (given: Record<string, unknown>) =>
      (await accept(vungTau, [anEventBody(given)], 'vi')).map(({ outcome, receiptCode }) => [
        outcome,
        receiptCode,
      ]);
    const ours = codes(vungTau, code);
    expect(await asked({})).toEqual([['accepted', ours]]);
    expect(await asked({})).toEqual([['duplicate', ours]]);
    expect(await asked({ eventId: 'e-2', receiptCode: 'k7pm-4xr2' })).toEqual([['accepted', 'K7PM4XR2']]);
    expect(await asked({ eventId: 'e-3', status: 'nothing' })).toEqual([['rejected', undefined]]);
  });

  it('costs no event where the ward’s own cannot be read: ours is answered, and what was left out is named', async () => {
    const { store } = aWardsDay('accepted');
    const accept = acceptStatus({ events: store.events, clock: () => now, receiptCodes: codes });
    const [row] = await accept(vungTau, [anEventBody({ receiptCode: '12' })], 'vi');
    expect(row).toMatchObject({ outcome: 'accepted', receiptCode: codes(vungTau, code) });
    expect(row!.warnings).toHaveLength(1);
  });
});
