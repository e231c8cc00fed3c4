import { describe, expect, it } from 'vitest';
import { minutes } from '../../../shared/domain/values/instant.ts';
import { releaseDue } from '../../../shared/flows/notification/release-due.ts';
import { anEventBody, vungTau } from '../../support/builders/dossiers.ts';
import { aDoorbell, aWardsDay } from '../../support/builders/wards-day.ts';

const rows = ['1', '2', '3'].map((number) =>
  anEventBody({ eventId: `e-${number}`, dossierCode: `H29.26-260302-000${number}` }),
);

/** Three events whose doorbell was lost; whenever the second is decided, the store throws. */
const aDayWithOnePoisonedDossier = async () => {
  const day = aWardsDay('accepted');
  await day.accept(vungTau, rows, 'vi');
  day.turn(minutes(3));
  const decide: typeof day.decide = async (events) => {
    if (events.some(({ eventId }) => eventId === 'e-2')) throw new TypeError('unreadable dossier');
    return day.decide(events);
  };
  const { store, clock } = day;
  return { ...day, tick: releaseDue({ ...store, doorbell: aDoorbell().doorbell, decide, clock }) };
};

describe('the clock’s round meets a dossier that cannot be read', () => {
  it('decides all the others, and comes back to it later', async () => {
    const { tick, store, clock } = await aDayWithOnePoisonedDossier();
    expect(await tick()).toMatchObject({ decided: 2, stuck: 0 });
    expect((await store.events.overdue(clock(), 10)).events).toEqual([]);
  });

  it('gives its event to a person after a day', async () => {
    const { tick, turn } = await aDayWithOnePoisonedDossier();
    await tick();
    turn(minutes(25 * 60));
    expect(await tick()).toMatchObject({ decided: 0, stuck: 1 });
  });

  it('stops when there is no time left, and goes on in the next round', async () => {
    const { tick } = await aDayWithOnePoisonedDossier();
    let looks = 0;
    expect(await tick(() => (looks += 1) <= 2)).toMatchObject({ decided: 1 });
    expect(await tick()).toMatchObject({ decided: 1 });
  });
});
