import { describe, expect, it } from 'vitest';
import type { Store } from '../../../shared/adapters/memory/store.ts';
import { aDecision, anEvent, deciding, hangsPhone, otherWard, ward } from '../cost/ward-day.ts';

const event = (number: string, given: Parameters<typeof anEvent>[0] = {}) =>
  anEvent({ eventId: `event-${number}`, dossierCode: `H29.26-260302-${number}`, ...given });

const withDossiersOf = async (open: () => Promise<Store>, events: ReturnType<typeof anEvent>[]) => {
  const store = await open();
  await Promise.all(events.map((each) => store.events.accept(each)));
  await store.dossiers.commit(events.map((each) => deciding([aDecision(each)])));
  return store;
};

/** Every store of dossiers finds them by the phone that is told, whatever it is made of. */
export const findsDossiersByPhone = (name: string, open: () => Promise<Store>) =>
  describe(`${name} finds dossiers by phone`, () => {
    it('finds a ward’s dossiers, the newest first, however the phone was written', async () => {
      const { dossiers } = await withDossiersOf(open, [
        event('0001', { occurredAt: '2026-02-01T08:00:00+07:00' }),
        event('0002', {
          occurredAt: '2026-02-03T08:00:00+07:00',
          applicant: { phone: '+84912345678' },
        }),
        event('0003', {
          occurredAt: '2026-02-02T08:00:00+07:00',
          applicant: { phone: '0912.345.678' },
        }),
        event('0004', { applicant: { phone: '0912 345 679' } }),
        event('0005', { applicant: { phone: 'không có' } }),
      ]);
      const found = await dossiers.withPhone(ward, hangsPhone);
      expect(found.map((dossier) => dossier.code.slice(-4))).toEqual(['0002', '0003', '0001']);
    });

    it('goes by whoever handed the dossier in, whose phone is told', async () => {
      const { dossiers } = await withDossiersOf(open, [
        event('0001', { onBehalf: { phone: '0987 654 321' } }),
      ]);
      expect(await dossiers.withPhone(ward, '+84987654321')).toHaveLength(1);
      expect(await dossiers.withPhone(ward, hangsPhone)).toEqual([]);
    });

    it('goes by a landline too, however it was written and whomever one asks for there', async () => {
      const { dossiers } = await withDossiersOf(open, [
        event('0001', { applicant: { phone: '0254 3852 101' } }),
        event('0002', { applicant: { phone: '+84 254 385 2101 ext 12' } }),
        event('0003', { applicant: { phone: '0254 3852 102' } }),
      ]);
      const found = await dossiers.withPhone(ward, '02543852101');
      expect(found.map((dossier) => dossier.code.slice(-4)).toSorted()).toEqual(['0001', '0002']);
    });

    it('finds nothing of another ward', async () => {
      const { dossiers } = await withDossiersOf(open, [event('0001')]);
      expect(await dossiers.withPhone(otherWard, hangsPhone)).toEqual([]);
    });

    it('finds a dossier by its code alone, at each office that has it, and no other', async () => {
      const { dossiers } = await withDossiersOf(open, [
        event('0001'),
        { ...event('0001'), ward: otherWard },
        event('0002'),
      ]);
      const found = await dossiers.withCode(event('0001').dossierCode);
      expect(found.map((dossier) => `${dossier.ward} ${dossier.code}`).toSorted()).toEqual(
        [ward, otherWard].map((of) => `${of} ${event('0001').dossierCode}`).toSorted(),
      );
      expect(await dossiers.withCode(event('0003').dossierCode)).toEqual([]);
    });
  });
