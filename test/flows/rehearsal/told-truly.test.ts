import { describe, expect, it } from 'vitest';
import { Rehearsal } from '../../../shared/domain/rehearsal/rehearsal.ts';
import { rehearse } from '../../../shared/flows/rehearsal/rehearse.ts';
import { aStage } from '../../support/builders/a-rehearsal.ts';
import { anEventBody } from '../../support/builders/dossiers.ts';
import { aWardsPost } from '../../support/builders/post.ts';

const play = rehearse(() => aStage());
const settings = { office: 'P. Vung Tau', returnPlace: 'Bo phan Mot cua' };
const { ward: _ward, ...post } = aWardsPost();
const rehearsed = (row: Record<string, unknown>) =>
  play(Rehearsal.parse({ settings, until: '2026-03-04T12:00:00+07:00', ...row }));
let events = 0;
const at = (time: string, status: string, facts: Record<string, unknown> = {}) => ({
  at: `2026-03-02T${time}:00+07:00`,
  events: [
    anEventBody({
      eventId: `e-${(events += 1)}`,
      status,
      occurredAt: `2026-03-02T${time}:00+07:00`,
      ...facts,
    }),
  ],
});
const says = (time: string, text: string) => ({
  at: `2026-03-02T${time}:00+07:00`,
  sms: { from: '0912345678', text },
});
const first = '2026-03-03T17:00:00+07:00';
const moved = '2026-03-09T17:00:00+07:00';

describe('the date of an apology', () => {
  const apology = at('09:00', 'delayed', { dueAt: first, newDueAt: moved, reason: 'lỗi phần mềm' });

  it('is the one that is named from then on, though the source goes on naming the first', async () => {
    const { messages, dossiers } = await rehearsed({
      steps: [
        at('08:00', 'received', { dueAt: first }),
        apology,
        at('09:40', 'supplement-requested'),
        at('11:00', 'received', { dueAt: first }),
      ],
    });
    const receptions = messages.filter(({ purpose }) => purpose === 'received');
    expect(receptions.map(({ text }) => /17:00 ngay [\d/]+/.exec(text)?.[0])).toEqual([
      '17:00 ngay 03/03/2026',
      '17:00 ngay 09/03/2026',
    ]);
    expect(dossiers).toMatchObject([{ dueAt: '2026-03-09T10:00:00.000Z' }]);
  });

  it('is what a citizen who asks is answered', async () => {
    const { messages } = await rehearsed({
      steps: [apology, at('09:40', 'in-progress', { dueAt: first }), says('10:00', 'HS H29.26-260302-0001')],
    });
    expect(messages.at(-1)).toMatchObject({
      purpose: 'answer-status',
      text: expect.stringContaining('09/03/2026'),
    });
  });
});

describe('a fee that was told and is put right', () => {
  const asked = (time: string, fee: number, facts: Record<string, unknown> = {}) => {
    const step = at(time, 'payment-requested', { fee, ...facts });
    return {
      ...step,
      events: step.events.map((event) => ({ ...event, occurredAt: '2026-03-02T09:00:00+07:00' })),
    };
  };
  const told = async (...steps: unknown[]) => {
    const { messages, worklist } = await rehearsed({ steps });
    const sent = messages.filter(({ state }) => state !== 'cancelled');
    return {
      sums: sent.map(({ purpose, text }) => [purpose, /[\d.]+ dong/.exec(text)?.[0]]),
      texts: sent.map(({ text }) => text),
      wrong: worklist.filter(({ list }) => list === 'told-wrongly').length,
    };
  };

  it('to another sum: the right one is told once, and the office sees what was wrong', async () => {
    const { sums, wrong } = await told(
      asked('09:00', 20_000),
      asked('10:00', 25_000),
      asked('11:00', 25_000),
    );
    expect(sums).toEqual([
      ['payment', '20.000 dong'],
      ['payment', '25.000 dong'],
    ]);
    expect(wrong).toBe(1);
  });

  it('to nothing: the citizen hears once that there is nothing to pay, and the office sees it from then on', async () => {
    const { texts, sums, wrong } = await told(
      asked('09:00', 20_000),
      asked('10:00', 0),
      asked('11:00', 0),
      at('12:00', 'in-progress', { fee: 0 }),
    );
    expect(sums.map(([purpose]) => purpose)).toEqual(['payment', 'taken-back']);
    expect(texts[1]).toContain('khong phai nop tien');
    expect(wrong).toBe(1);
  });

  it('to nothing and back to a sum: each is told once', async () => {
    const { sums } = await told(asked('09:00', 20_000), asked('10:00', 0), asked('11:00', 30_000));
    expect(sums.map(([purpose]) => purpose)).toEqual(['payment', 'taken-back', 'payment']);
    expect(sums[2]).toEqual(['payment', '30.000 dong']);
  });

  it('to nothing while the word waits for the morning: nobody hears of money', async () => {
    const evening = (time: string, fee: number) => ({
      ...asked(time, fee, { occurredAt: '2026-03-02T22:00:00+07:00' }),
      at: `2026-03-02T${time}:00+07:00`,
    });
    const { sums, wrong } = await told(evening('22:00', 20_000), evening('22:30', 0));
    expect([sums, wrong]).toEqual([[], 0]);
  });
});

describe('whoever was asked to ring about the delivery', () => {
  it('was told nothing wrong when it is arranged', async () => {
    const deliveryAddress = { name: 'Bà Hằng', street: '12 Lê Lợi', commune: '26506', province: '79' };
    const { messages, worklist } = await rehearsed({
      post,
      steps: [
        at('09:00', 'completed', { returnMethod: 'post' }),
        at('10:00', 'completed', { returnMethod: 'post', deliveryAddress }),
      ],
    });
    expect(messages.map(({ purpose }) => purpose)).toEqual(['ready-ring', 'ready-post']);
    expect(worklist.filter(({ list }) => list === 'told-wrongly')).toEqual([]);
  });
});

describe('whoever wants no texts any more', () => {
  it('gets no answer that a limit had kept for the morning, but the word that it was heard', async () => {
    const { messages } = await rehearsed({
      settings: { ...settings, limits: { messagesPerPhonePerDay: 1, messagesPerWardPerDay: 100 } },
      steps: [
        at('09:00', 'completed'),
        says('09:10', 'HS H29.26-260302-0001'),
        says('09:20', 'bao gio co ket qua vay em'),
        says('09:30', 'NGUNG TIN'),
      ],
    });
    expect(messages.slice(1).map(({ purpose, state }) => [purpose, state])).toEqual([
      ['answer-status', 'cancelled'],
      ['answer-help', 'cancelled'],
      ['answer-opt-out', 'sent'],
    ]);
  });
});
