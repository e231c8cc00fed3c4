import { describe, expect, it } from 'vitest';
import { anEvent, vungTau } from '../../support/builders/dossiers.ts';
import { aWholeOffice } from '../../support/builders/whole-office.ts';

/** An office whose first decisions are lost to somebody who decides the same dossier in the same moment. */
const anOfficeThatLoses = async (times: number) => {
  let left = times;
  const counted: number[] = [];
  const office = await aWholeOffice(undefined, (port) => {
    const store = port as unknown as typeof office.store;
    const { dossiers, budgets } = store;
    const commit: typeof dossiers.commit = async (decided) => {
      if (left <= 0) return dossiers.commit(decided);
      left -= 1;
      return decided.map(() => 'conflict' as const);
    };
    const add: typeof budgets.add = async (seen, counts, allowed) => {
      counted.push(...counts.map(({ by }) => by));
      return budgets.add(seen, counts, allowed);
    };
    return {
      ...store,
      dossiers: { ...dossiers, find: dossiers.find.bind(dossiers), commit },
      budgets: { ...budgets, add },
    } as unknown as typeof port;
  });
  const event = anEvent({ eventId: 'e-0' });
  await office.store.events.accept(event);
  await office.decide([event]);
  const told = await office.store.notifications.ofDossier(vungTau, event.dossierCode);
  return { told, counted };
};

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

describe('two who decide the same dossier at once', () => {
  it.each([1, 3])('leave the citizen told once, though one of them lost %d times', async (times) => {
    const { told } = await anOfficeThatLoses(times);
    expect(told).toHaveLength(1);
  });

  it('spend what was told and nothing for what was lost', async () => {
    const once = await anOfficeThatLoses(0);
    const again = await anOfficeThatLoses(2);
    expect(sum(once.counted)).toBeGreaterThan(0);
    expect(sum(again.counted)).toBe(sum(once.counted));
    expect(again.counted.some((by) => by < 0)).toBe(true);
  });
});
