import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Rehearsal } from '../../../shared/domain/rehearsal/rehearsal.ts';
import { rehearse } from '../../../shared/flows/rehearsal/rehearse.ts';
import { aStage } from '../../support/builders/a-rehearsal.ts';
import { anEventBody } from '../../support/builders/dossiers.ts';

const play = rehearse(() => aStage());
const settings = { office: 'P. Vung Tau', returnPlace: 'Bo phan Mot cua' };
const codes = ['H29.26-260302-0001', 'H29.26-260302-0002'] as const;

let events = 0;
const received = (of: 0 | 1, time: string, facts: Record<string, unknown>) =>
  anEventBody({
    eventId: `e-${(events += 1)}`,
    dossierCode: codes[of],
    status: 'received',
    occurredAt: `2026-03-02T${time}:00+07:00`,
    bundle: { id: 'b-1', parts: 2 },
    ...facts,
  });
const at = (time: string, ...all: unknown[]) => ({ at: `2026-03-02T${time}:00+07:00`, events: all });
const on = (day: string) => ({ dueAt: `2026-03-${day}T17:00:00+07:00` });

const told = async (...steps: unknown[]) => {
  const row = Rehearsal.parse({ settings, steps, until: '2026-03-04T12:00:00+07:00' });
  const { messages } = await play(row);
  return messages
    .filter(({ state }) => state !== 'cancelled')
    .map(({ text }) => ({
      of: text.includes('2 ho so nop cung luc') ? 'both' : 'one',
      text,
      dates: text.match(/\d\d\/03\/2026/g) ?? [],
    }));
};

describe('dossiers that a family filed together', () => {
  it('are promised for one day where all of them are promised for it', async () => {
    const same = await told(at('09:00', received(0, '09:00', on('05')), received(1, '09:00', on('05'))));
    expect(same).toMatchObject([{ of: 'both', dates: ['05/03/2026'] }]);
  });

  it('are never all promised for the day of one of them: the slips say which is when', async () => {
    const others = await told(at('09:00', received(0, '09:00', on('05')), received(1, '09:00', on('12'))));
    expect(others).toMatchObject([{ of: 'both', dates: [] }]);
    expect(others[0]!.text).toContain('xem giay hen');
  });

  it('send who filed online to the portal for the days', async () => {
    const online = { filingChannel: 'online' };
    const [text] = await told(
      at(
        '09:00',
        received(0, '09:00', { ...on('05'), ...online }),
        received(1, '09:00', { ...on('12'), ...online }),
      ),
    );
    expect(text!.text).toContain('Cong Dich vu cong');
  });

  it('name no day while one of them has not reported its own', async () => {
    const alone = await told(
      at('09:00', received(0, '09:00', on('05'))),
      at('11:00', received(1, '11:00', on('12'))),
    );
    expect(alone).toMatchObject([{ of: 'both', dates: [] }]);
  });

  it('are told of by themselves where one is promised for another day after all', async () => {
    const corrected = await told(
      at('09:00', received(0, '09:00', on('05')), received(1, '09:00', on('05'))),
      at('11:00', received(1, '09:00', on('12'))),
      at('12:00', received(1, '09:00', on('12'))),
    );
    expect(corrected).toMatchObject([
      { of: 'both', dates: ['05/03/2026'] },
      { of: 'one', dates: ['12/03/2026'] },
    ]);
    expect(corrected[1]!.text).toContain(codes[1]);
  });

  it('say the new day of the one that spoke for them, and repeat nothing', async () => {
    const corrected = await told(
      at('09:00', received(0, '09:00', on('05')), received(1, '09:00', on('12'))),
      at('11:00', received(0, '09:00', on('09'))),
    );
    expect(corrected).toMatchObject([
      { of: 'both', dates: [] },
      { of: 'one', dates: ['09/03/2026'] },
    ]);
  });

  it('follow a day that is put right while the word still waits', async () => {
    const corrected = await told(
      at('09:00', received(0, '09:00', on('05')), received(1, '09:00', on('12'))),
      at('09:05', received(0, '09:00', on('12'))),
    );
    expect(corrected).toMatchObject([{ of: 'both', dates: ['12/03/2026'] }]);
  });

  it('in any order, batch and time: no text of several names a day that is not the day of each', async () => {
    const day = fc.constantFrom('05', '09', '12');
    const report = fc.record({
      of: fc.constantFrom(0 as const, 1 as const),
      day,
      after: fc.integer({ min: 0, max: 40 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(report, { minLength: 1, maxLength: 6 }), async (reports) => {
        let minutes = 0;
        const known = new Map<number, Map<0 | 1, string>>();
        const days = new Map<0 | 1, string>();
        const steps = reports.map((one) => {
          minutes += one.after;
          days.set(one.of, one.day);
          known.set(minutes, new Map(days));
          const time = `${String(9 + Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
          return at(time, received(one.of, '08:59', on(one.day)));
        });
        const ever = (date: string) =>
          [...known.values()].some(
            (all) => all.size === 2 && [...all.values()].every((each) => date.startsWith(each)),
          );
        const spoken = (await told(...steps)).filter(({ of }) => of === 'both');
        expect(spoken.flatMap(({ dates }) => dates).filter((date) => !ever(date))).toEqual([]);
      }),
      { seed: 20261201, numRuns: 60 },
    );
  });
});
