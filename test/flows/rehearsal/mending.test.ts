import { describe, expect, it } from 'vitest';
import { Rehearsal } from '../../../shared/domain/rehearsal/rehearsal.ts';
import { rehearse } from '../../../shared/flows/rehearsal/rehearse.ts';
import { aStage } from '../../support/builders/a-rehearsal.ts';
import { anEventBody } from '../../support/builders/dossiers.ts';

const play = rehearse(() => aStage());
const settings = { office: 'P. Vung Tau', returnPlace: 'Bo phan Mot cua' };
const at = (day: number, time: string, more: Record<string, unknown> = {}) => ({
  at: `2026-03-0${day}T${time}:00+07:00`,
  ...more,
});
const events = [1, 2, 3].map((index) =>
  anEventBody({
    eventId: `e-${index}`,
    dossierCode: `H29.26-260302-000${index}`,
    applicant: { phone: `091234567${index}` },
    occurredAt: '2026-03-02T08:50:00+07:00',
  }),
);
const rehearsed = (steps: Record<string, unknown>[], until: string) =>
  play(Rehearsal.parse({ settings, steps, until }));
const because = (reason: 'us' | 'message') => ({ carrier: { outcome: 'refused', because: reason } });
const statesIn = ({ messages }: Awaited<ReturnType<typeof play>>) => messages.map(({ state }) => state);

describe('texts that a carrier refuses because of us', () => {
  const broken = [at(2, '08:00', because('us')), at(2, '09:00', { events })];

  it('wait, all of them, and the office sees which citizens are not told and why', async () => {
    const said = await rehearsed(broken, '2026-03-03T16:00:00+07:00');
    expect(statesIn(said)).toEqual(['queued', 'queued', 'queued']);
    expect(said.worklist.map(({ list, dossierCode }) => [list, dossierCode])).toEqual(
      [1, 2, 3].map((index) => ['carriers', `H29.26-260302-000${index}`]),
    );
    expect(said.worklist[0]?.because).toMatch(/^ready-counter: to-mend: .*rehearsed, again at 2026-03-03T/);
  });

  it('leave when it is mended, a day and longer afterwards, and nothing is left to do', async () => {
    const mended = at(4, '10:00', { carrier: { outcome: 'accepted' } });
    const said = await rehearsed([...broken, mended], '2026-03-04T12:00:00+07:00');
    expect(statesIn(said)).toEqual(['sent', 'sent', 'sent']);
    expect(said.messages.map(({ sentAt }) => sentAt! > '2026-03-04T03:00')).toEqual([true, true, true]);
    expect(said.worklist).toEqual([]);
  });
});

it('a text that is refused for its own sake fails at once and alone', async () => {
  const steps = [
    at(2, '08:00', because('message')),
    at(2, '09:00', { events: events.slice(0, 1) }),
    at(2, '09:30', { carrier: { outcome: 'accepted' } }),
    at(2, '09:40', { events: events.slice(1) }),
  ];
  const said = await rehearsed(steps, '2026-03-02T12:00:00+07:00');
  expect(statesIn(said)).toEqual(['failed', 'sent', 'sent']);
  expect(said.worklist).toMatchObject([{ list: 'failed' }]);
});
