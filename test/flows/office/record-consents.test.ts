import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../../shared/adapters/memory/store.ts';
import { memoryVault } from '../../../shared/adapters/memory/vault.ts';
import { mayTell } from '../../../shared/domain/office/consent.ts';
import { recordConsents } from '../../../shared/flows/office/record-consents.ts';
import { minutes } from '../../../shared/domain/values/instant.ts';
import { answerInbound } from '../../../shared/flows/notification/answer-inbound.ts';
import { anEventBody, aWard, code as dossierCode, now, vungTau } from '../../support/builders/dossiers.ts';
import { aDoorbell, aWardsDay } from '../../support/builders/wards-day.ts';

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

describe('an office does not talk over a refusal', () => {
  const back = { choice: 'in', when: undefined };
  const refuses = async (differs: Record<string, unknown> = {}) => {
    const office = anOffice();
    await office.record(aNote({ when: '2026-03-01T08:00:00+07:00', ...differs }));
    return office;
  };

  it.each<[string, Record<string, unknown>, string[]]>([
    ['nobody’s name', { evidence: 'ký phiếu số 12 ngày 1/3' }, ['/by']],
    ['no evidence to speak of', { by: 'Trần Thị Lan', evidence: '-' }, ['/evidence']],
    ['neither', { evidence: 'ok' }, ['/by', '/evidence']],
    ['neither, for every channel', { evidence: 'ok', channel: undefined }, ['/by', '/evidence']],
  ])('with %s', async (_, differs, pointers) => {
    const { record, consents } = await refuses();
    const [row] = await record(aNote({ ...back, ...differs }));
    const errors = pointers.map((pointer) => expect.objectContaining({ pointer, code: 'refused-before' }));
    expect(row).toMatchObject({ outcome: 'rejected', problem: { errors } });
    expect((await consents.of([hang]))[0]).toHaveLength(1);
  });

  it('but notes down, with name and evidence, that somebody wants it again, and keeps both', async () => {
    const { record, consents } = await refuses();
    const note = aNote({ ...back, by: 'Trần Thị Lan', evidence: 'ký phiếu số 12 ngày 1/3' });
    expect(await record(note)).toEqual([{ outcome: 'recorded' }]);
    const [choices] = await consents.of([hang]);
    expect(mayTell(choices!, 'sms', 'status').may).toBe(true);
    expect(choices!.at(-1)).toMatchObject({ by: 'Trần Thị Lan' });
  });

  it.each<[string, Record<string, unknown>]>([
    ['another channel was refused', { channel: 'call-list' }],
    ['letters were refused', { purpose: 'letters', channel: undefined }],
  ])('and needs no name where %s', async (_, refused) => {
    const { record } = await refuses(refused);
    expect(await record(aNote(back))).toEqual([{ outcome: 'recorded' }]);
  });

  it('nor does one request do both', async () => {
    const { record } = anOffice();
    const results = await record(aNote({ when: '2026-03-01T08:00:00+07:00' }), aNote(back));
    expect(results.map(({ outcome }) => outcome)).toEqual(['recorded', 'rejected']);
  });
});

describe('whoever declines is not sent what still waits', () => {
  /** One dossier received a moment ago; the word of it is held back for twenty minutes. */
  const aWaitingMessage = async (applicant: Record<string, unknown> = {}) => {
    const day = aWardsDay('accepted');
    const received = {
      status: 'received',
      occurredAt: now,
      applicant: { phone: '0912 345 678', ...applicant },
    };
    await day.accept(vungTau, [anEventBody(received)], 'vi');
    await day.decide(await day.store.events.find(vungTau, ['e-1' as never]));
    const record = recordConsents({ ...day.store, vault: memoryVault(), clock: day.clock });
    const owed = async () =>
      (await day.store.notifications.ofDossier(vungTau, dossierCode)).map(({ id, state, reason }) => ({
        id,
        state,
        reason,
      }));
    const note = async (differs: Record<string, unknown> = {}) =>
      record(vungTau, [aNote(differs)], 'en', 'clerk');
    return { ...day, note, owed };
  };

  it('and nothing rings once it would have been due', async () => {
    const { note, owed, turn, send, taken } = await aWaitingMessage();
    expect(await note()).toEqual([{ outcome: 'recorded', messagesWithdrawn: 1 }]);
    turn(minutes(30));
    const [waiting] = await owed();
    expect(waiting).toMatchObject({ state: 'cancelled', reason: 'opted-out' });
    expect(await send(waiting!.id)).toMatchObject({ is: 'not-ours' });
    expect(taken).toEqual([]);
    expect(await note()).toEqual([{ outcome: 'recorded' }]);
  });

  it.each<[string, Record<string, unknown>]>([
    ['another phone', { phone: '0987 654 321' }],
    ['calls alone', { channel: 'call-list' }],
    ['letters alone', { purpose: 'letters', channel: undefined }],
    ['nothing, but wishes for messages', { choice: 'in' }],
  ])('but is, where the note is about %s', async (_, differs) => {
    const { note, owed } = await aWaitingMessage();
    expect(await note(differs)).toEqual([{ outcome: 'recorded' }]);
    expect(await owed()).toMatchObject([{ state: 'queued' }]);
  });

  it('but is, where an older refusal is noted down after a newer wish', async () => {
    const { note, owed } = await aWaitingMessage();
    await note({ choice: 'in' });
    expect(await note({ when: '2026-01-05T08:00:00+07:00' })).toEqual([{ outcome: 'recorded' }]);
    expect(await owed()).toMatchObject([{ state: 'queued' }]);
  });

  it('nor answered tomorrow, where a limit kept the answer to what they had asked', async () => {
    const { store, ...day } = aWardsDay('accepted');
    await store.settings.save(aWard({ limits: { ...aWard().limits, messagesPerPhonePerDay: 1 } }));
    await store.inboxes.give(vungTau, 'esms', '8099');
    const ask = answerInbound({ ...store, clock: day.clock, doorbell: aDoorbell().doorbell });
    const sms = {
      provider: 'esms',
      channel: 'sms' as const,
      to: '8099',
      from: '0912345678',
      text: 'bao gio co ket qua',
      receivedAt: day.clock(),
    };
    await ask({ ...sms, providerId: 'in-1' });
    await ask({ ...sms, providerId: 'in-2' });
    const record = recordConsents({ ...store, vault: memoryVault(), clock: day.clock });
    const { answered } = await store.conversations.with('+84912345678');
    const held = async () =>
      Promise.all(answered.map(async ({ id }) => (await store.desk.find(vungTau, id!))?.state));
    const before = await held();
    expect(before.filter((state) => state === 'queued').length).toBeGreaterThan(0);
    expect(await record(vungTau, [aNote()], 'en', 'clerk')).toMatchObject([{ outcome: 'recorded' }]);
    expect(await held()).not.toContain('queued');
  });

  it('nor rung, where calls on a mobile phone were what they had asked for', async () => {
    const { store, ...day } = aWardsDay('accepted');
    const event = anEventBody({ applicant: { phone: '0912 345 678', channels: ['call-list'] } });
    await day.accept(vungTau, [event], 'vi');
    await day.decide(await store.events.find(vungTau, ['e-1' as never]));
    const record = recordConsents({ ...store, vault: memoryVault(), clock: day.clock });
    expect(await record(vungTau, [aNote({ channel: 'call-list' })], 'en', 'clerk')).toEqual([
      { outcome: 'recorded', messagesWithdrawn: 1 },
    ]);
  });
});
