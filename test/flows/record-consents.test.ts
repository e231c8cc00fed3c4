import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../shared/adapters/memory/store.ts';
import { memoryVault } from '../../shared/adapters/memory/vault.ts';
import { mayTell } from '../../shared/domain/consent.ts';
import { recordConsents } from '../../shared/flows/record-consents.ts';
import { now, vungTau } from '../support/builders.ts';

const hang = { ward: vungTau, phone: '+84912345678' };
const aNote = (differs: Record<string, unknown> = {}) => ({
  phone: '0912 345 678',
  channel: 'sms',
  choice: 'out',
  evidence: 'nói tại quầy, cán bộ ghi lại',
  ...differs,
});

const anOffice = () => {
  const store = memoryStore();
  const record = recordConsents({ ...store, vault: memoryVault(), clock: () => now });
  return {
    consents: store.consents,
    record: async (...rows: unknown[]) => record(vungTau, rows, 'en', 'clerk'),
  };
};

describe('an office notes down what a citizen chose', () => {
  it('and the citizen is left alone', async () => {
    const { consents, record } = anOffice();
    expect(await record(aNote())).toEqual([{ outcome: 'recorded' }]);
    const [choices] = await consents.of([hang]);
    expect(mayTell(choices!, 'sms', 'status')).toEqual({ may: false, because: 'refused' });
    expect(choices).toMatchObject([{ when: now, purpose: 'status', evidence: aNote().evidence }]);
  });

  it('with the day it was chosen, which may lie back but not ahead', async () => {
    const { consents, record } = anOffice();
    const [before, ahead] = await record(
      aNote({ when: '2026-03-01T08:00:00+07:00' }),
      aNote({ when: '2027-03-01T08:00:00+07:00' }),
    );
    expect(before).toEqual({ outcome: 'recorded' });
    expect(ahead).toMatchObject({ problem: { errors: [{ pointer: '/when', code: 'in-the-future' }] } });
    expect(await consents.of([hang])).toMatchObject([[{ when: '2026-03-01T01:00:00.000Z' }]]);
  });

  it.each<[string, Record<string, unknown>, string, string]>([
    ['a landline', { phone: '0254 3852 101' }, '/phone', 'fixed_line'],
    ['no evidence', { evidence: ' ' }, '/evidence', 'too-small'],
    ['a channel there is not', { channel: 'email' }, '/channel', 'invalid-value'],
    ['neither phone nor dossier', { phone: undefined }, '/phone', 'phone-or-dossier'],
    ['both phone and dossier', { dossierCode: 'H29.26-260302-0001' }, '/phone', 'phone-or-dossier'],
    [
      'a dossier that is to get no messages',
      { phone: undefined, dossierCode: 'H29.26-260302-0001' },
      '/purpose',
      'letters-only',
    ],
    ['a name, which nobody asked for', { name: 'Nguyễn Thị Hằng' }, '/name', 'unknown-field'],
  ])('and is told what is wrong with %s, while the others are kept', async (_, differs, pointer, code) => {
    const { record } = anOffice();
    const [bad, good] = await record(aNote(differs), aNote());
    expect(bad).toMatchObject({ outcome: 'rejected', problem: { errors: [{ pointer, code }] } });
    expect(good).toEqual({ outcome: 'recorded' });
  });
});
