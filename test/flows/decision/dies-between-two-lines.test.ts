import { describe, expect, it } from 'vitest';
import { workOf } from '../../../shared/domain/api/worklist.ts';
import { hours, type Instant, minutes } from '../../../shared/domain/values/instant.ts';
import type { EventId } from '../../../shared/domain/values/ids.ts';
import type { DossierAct } from '../../../shared/flows/dossier/act-on-dossier.ts';
import { tanHong } from '../../support/builders/dossiers.ts';
import { aBirthEvent } from '../../support/builders/family-day.ts';
import { aWholeOffice } from '../../support/builders/whole-office.ts';
import { type Death, mortal } from '../../support/deaths.ts';

const evening = '2026-03-02T14:30:00.000Z' as Instant;
const midday = '2026-03-02T05:00:00.000Z' as Instant;
const posted = {
  returnMethod: 'post',
  deliveryAddress: { name: 'Bà Nguyễn Thị Hằng', street: '12 Lê Lợi', commune: '26506', province: '79' },
};
const acts: Record<string, (completed: EventId) => DossierAct> = {
  'a status taken back': (eventId) => ({ what: 'void', reason: 'nhầm hồ sơ', eventId, silently: false }),
  'a dossier given to another office': () => ({ what: 'move', reason: 'chuyển nơi ở', to: tanHong }),
  'a phone put right': () => ({
    what: 'correct',
    reason: 'gõ nhầm số',
    facts: { applicant: { phone: '0987 654 321' } },
  }),
};

/** What citizen, office and partners see of an act in the end, and where in its deciding one may die. */
const playing = async (start: Instant, act: (completed: EventId) => DossierAct, deaths: readonly Death[]) => {
  const worker = mortal(deaths);
  const office = await aWholeOffice(start, worker.wrap);
  const completed = await office.report(aBirthEvent({ ...posted, occurredAt: start }));
  const from = worker.effects();
  await office.does(act(completed));
  const until = worker.effects();
  worker.revive();
  for (const wait of [minutes(30), minutes(30), hours(12)]) {
    office.turn(wait);
    await office.tick();
  }
  const { letters, jobs, events } = office.store.kept();
  const end = {
    heard: office.taken.map(({ to, text }) => `${to} ${text}`),
    work: workOf(office.store.kept()).map(({ list, because }) => `${list}: ${because}`),
    letters: letters.map(({ ward, state }) => `${ward} ${state}`),
    jobs: jobs.map(({ ward, state }) => `${ward} ${state}`),
    // Journeys stand above as they are; a step that was made before the death is counted by nobody.
    did: events.map(({ outcome }) => {
      const { journeysCancelled: _, journeysCorrected: __, ...did } = outcome?.did ?? {};
      return did;
    }),
  };
  return { end, from, until, died: worker.died() };
};

describe.each([
  ['before its word has left', evening],
  ['after its word has left', midday],
])('an act of the office, %s', (_, start) => {
  it.each(Object.entries(acts))('comes to the same wherever its deciding dies: %s', async (_name, act) => {
    const { end, from, until } = await playing(start, act, []);
    expect(until).toBeGreaterThan(from + 5);
    for (let at = from; at < until; at += 1)
      for (const when of ['before', 'after'] as const) {
        const again = await playing(start, act, [{ at, when }]);
        expect(again.died).toBe(1);
        expect({ at, when, ...again.end }).toEqual({ at, when, ...end });
      }
  });
});
