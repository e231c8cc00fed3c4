import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Most, settingsWithin } from '../../../shared/domain/office/most.ts';
import { Rehearsal } from '../../../shared/domain/rehearsal/rehearsal.ts';
import { rehearse } from '../../../shared/flows/rehearsal/rehearse.ts';
import { aStage } from '../../support/builders/a-rehearsal.ts';
import { anEventBody, aWard } from '../../support/builders/dossiers.ts';

const play = rehearse(() => aStage());
const settings = { office: 'P. Vung Tau', returnPlace: 'Bo phan Mot cua' };
const twoADay = { ...settings, limits: { messagesPerPhonePerDay: 2, messagesPerWardPerDay: 100 } };
const rehearsed = (row: Record<string, unknown>) =>
  play(Rehearsal.parse({ settings, until: '2026-03-06T12:00:00+07:00', ...row }));
const codeOf = (index: number) => `H29.26-260302-${String(index).padStart(4, '0')}`;
const event = (index: number, status: string, time: string, differs: Record<string, unknown> = {}) =>
  anEventBody({
    eventId: `e-${index}-${status}`,
    dossierCode: codeOf(index),
    status,
    occurredAt: `2026-03-02T${time}:00+07:00`,
    ...differs,
  });
const at = (time: string, more: Record<string, unknown> = {}) => ({
  at: `2026-03-02T${time}:00+07:00`,
  ...more,
});

describe('a limit puts off and swallows nothing', () => {
  it('the result goes before the receptions that were held back before it, in the hours of that morning', async () => {
    const receptions = [1, 2, 3, 4].map((index) => event(index, 'received', '11:50'));
    const { messages, worklist } = await rehearsed({
      settings: twoADay,
      steps: [at('12:00', { events: receptions }), at('13:00', { events: [event(9, 'completed', '12:55')] })],
    });
    const nextMorning = messages.filter(({ sentAt }) => sentAt === '2026-03-03T00:00:00.000Z');
    expect(nextMorning.map(({ dossierCode }) => dossierCode)).toEqual([codeOf(3), codeOf(9)]);
    expect(messages.find(({ dossierCode }) => dossierCode === codeOf(9))?.text).toContain(
      'tu 07:00 den 11:30 ngay 03/03',
    );
    expect(worklist).toEqual([
      { list: 'held-back', dossierCode: codeOf(4), because: 'received: cap: phone-day' },
    ]);
  });

  it('shows what waits for room, and until when', async () => {
    const results = [1, 2, 3].map((index) => event(index, 'completed', '11:50'));
    const { worklist } = await rehearsed({
      settings: twoADay,
      steps: [at('12:00', { events: results })],
      until: '2026-03-02T20:00:00+07:00',
    });
    expect(worklist).toEqual([
      {
        list: 'held-back',
        dossierCode: codeOf(3),
        because: 'ready-counter: cap: phone-day, again at 2026-03-03T00:00:00.000Z',
      },
    ]);
  });

  it('has somebody ring where there will be no room, unless nobody would be rung for that', async () => {
    const nothing = { ...settings, limits: { messagesPerPhonePerDay: 0, messagesPerWardPerDay: 100 } };
    const { messages, worklist } = await rehearsed({
      settings: nothing,
      steps: [at('12:00', { events: [event(1, 'completed', '11:50'), event(2, 'received', '11:50')] })],
    });
    expect(messages).toMatchObject([
      { channel: 'call-list', to: '0912345678', state: 'queued' },
      { state: 'suppressed' },
    ]);
    expect(worklist.map(({ list }) => list)).toEqual(['call-list', 'held-back']);
  });

  it('counts answers to citizens, and lets what newer word overtakes wait no more', async () => {
    const ask = (id: string) => ({ sms: { from: '0912345678', text: `HS ${codeOf(1)}`, id } });
    const { messages } = await rehearsed({
      settings: twoADay,
      steps: [
        at('09:00', { events: [event(1, 'completed', '08:50')] }),
        at('10:00', ask('m-1')),
        at('11:00', { events: [event(2, 'completed', '10:50')] }),
        at('15:00', { events: [event(2, 'returned', '14:50')] }),
      ],
    });
    expect(messages.map(({ purpose, state }) => [purpose, state])).toEqual([
      ['ready-counter', 'sent'],
      ['answer-status', 'sent'],
      ['ready-counter', 'cancelled'],
    ]);
  });
});

describe('what the platform allows at most, whatever the office chose', () => {
  it('loses nothing: whatever was not sent waits with its day, is to be rung, or stands on the worklist', async () => {
    const count = fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined });
    const caps = fc.record({
      messagesPerPhonePerDay: count,
      messagesPerWardPerDay: count,
      partsPerWardPerMonth: fc.option(fc.integer({ min: 0, max: 6 }), { nil: undefined }),
    });
    const statuses = fc.array(
      fc.constantFrom('received', 'completed', 'supplement-requested', 'payment-requested'),
      {
        minLength: 1,
        maxLength: 6,
      },
    );
    await fc.assert(
      fc.asyncProperty(caps, statuses, async (given, reported) => {
        const most = Most.parse(
          Object.fromEntries(Object.entries(given).filter(([, cap]) => cap !== undefined)),
        );
        const { ward: _ward, ...chosen } = settingsWithin(aWard(), most);
        const { messages, worklist } = await rehearsed({
          settings: chosen,
          steps: [at('12:00', { events: reported.map((status, index) => event(index, status, '11:50')) })],
        });
        expect(new Set(messages.map(({ dossierCode }) => dossierCode)).size).toBe(reported.length);
        const shown = new Set(worklist.map(({ dossierCode }) => dossierCode));
        const lost = messages.filter(
          ({ dossierCode, sentAt, state }) =>
            sentAt === null && state !== 'cancelled' && !shown.has(dossierCode),
        );
        expect(lost).toEqual([]);
      }),
      { seed: 20261201, numRuns: 40 },
    );
  });
});

it('an apology for which a month has no room left is rung, with words to read aloud', async () => {
  const limits = { messagesPerPhonePerDay: 9, messagesPerWardPerDay: 100, partsPerWardPerMonth: 1 };
  const fee = (id: string, sum: number) =>
    event(1, 'payment-requested', '11:50', {
      eventId: id,
      fee: sum,
      occurredAt: '2026-03-02T11:50:00+07:00',
    });
  const { messages, worklist } = await rehearsed({
    settings: { ...settings, shortTexts: true, limits },
    steps: [at('12:00', { events: [fee('f-1', 20_000)] }), at('13:00', { events: [fee('f-2', 0)] })],
  });
  expect(messages).toMatchObject([
    { purpose: 'payment', channel: 'sms', state: 'sent' },
    { purpose: 'taken-back', channel: 'call-list', to: '0912345678', state: 'queued' },
  ]);
  expect(messages[1]!.text).toContain('xin lỗi Ông/Bà');
  expect(worklist).toContainEqual(expect.objectContaining({ list: 'call-list', dossierCode: codeOf(1) }));
});

describe('a text that waits for a busy carrier', () => {
  const busy = at('08:00', { carrier: { outcome: 'busy' } });
  const free = (time: string) => at(time, { carrier: { outcome: 'accepted' } });

  const empty = at('08:00', { carrier: { outcome: 'refused', because: 'us' } });

  it('leaves without the hours that are over by then', async () => {
    const { messages } = await rehearsed({
      steps: [busy, at('09:00', { events: [event(1, 'completed', '08:55')] }), free('12:10')],
    });
    expect(messages).toMatchObject([{ state: 'sent' }]);
    expect(messages[0]?.text).toMatch(/tai Bo phan Mot cua\. Mang theo can cuoc va giay hen\.$/);
  });

  it('is not said when the date that it promises is past, and the office sees it', async () => {
    const late = event(1, 'delayed', '08:55', { newDueAt: '2026-03-02T17:00:00+07:00' });
    const { messages, worklist } = await rehearsed({
      steps: [busy, at('09:00', { events: [late] }), free('18:00')],
    });
    expect(messages).toMatchObject([{ state: 'suppressed', sentAt: null }]);
    expect(worklist).toMatchObject([{ list: 'held-back', dossierCode: codeOf(1) }]);
  });

  it.each([
    ['payment-requested', { fee: 20000 }, /phí, lệ phí chưa nộp: 20\.000 đồng/],
    ['completed', {}, /Kết quả của Ông\/Bà đã có\. Mời Ông\/Bà đến Bo phan Mot cua nhận\. Ông\/Bà mang/],
  ])('is read out as people speak when somebody rings instead: %s', async (status, differs, said) => {
    const { messages } = await rehearsed({
      steps: [empty, at('09:00', { events: [event(1, status, '08:55', differs)] })],
      until: '2026-04-08T12:00:00+07:00',
    });
    expect(messages).toMatchObject([{ channel: 'call-list', state: 'queued', parts: 0 }]);
    expect(messages[0]?.text).toMatch(/^Dạ, tôi gọi từ P\. Vung Tau\./);
    expect(messages[0]?.text).toMatch(said);
  });
});
