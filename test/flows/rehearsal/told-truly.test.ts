import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { memoryDocuments } from '../../../shared/adapters/memory/letter/documents.ts';
import { memoryStore } from '../../../shared/adapters/memory/store.ts';
import { memoryVault } from '../../../shared/adapters/memory/vault.ts';
import { placesSample } from '../../../shared/domain/values/places/places-sample.ts';
import { Rehearsal } from '../../../shared/domain/rehearsal/rehearsal.ts';
import { rehearse } from '../../../shared/flows/rehearsal/rehearse.ts';
import { anEventBody } from '../../support/builders/dossiers.ts';
import { aPress } from '../../support/builders/family-day.ts';
import { aWardsPost } from '../../support/builders/post.ts';

const play = rehearse(() => ({
  ...memoryStore({ receiptsComeFor: () => false }),
  places: async () => placesSample,
  vault: memoryVault(),
  press: aPress(),
  documents: memoryDocuments(),
  sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
}));
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
