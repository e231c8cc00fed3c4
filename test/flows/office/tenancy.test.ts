import { describe, expect, it } from 'vitest';
import { between, diceOf, oneOf } from '../../../infra/local/simulators/dice.ts';
import type { DossierCode } from '../../../shared/domain/dossier/dossier-code.ts';
import type { Ward } from '../../../shared/domain/values/ward.ts';
import { findByPhone, traceDossier } from '../../../shared/flows/dossier/trace-dossier.ts';
import { aWard, anEventBody } from '../../support/builders/dossiers.ts';
import { aWardsDay } from '../../support/builders/wards-day.ts';

const wards = ['26506', '29926', '00001', '00004', '31150'] as Ward[];
const phones = ['+84912345678', '+84987654321', '+84901234567'];
const codes = Array.from({ length: 12 }, (_, at) => `H29.26-260302-${String(at + 1).padStart(4, '0')}`);
const calls = 10_000;

/**
 * Five wards that have everything in common: dossier codes, event ids, citizens' phones. What a ward says is marked
 * with its own code, in the event ids or in the office's name.
 */
const fiveWards = async () => {
  const dice = diceOf('tenancy');
  const day = aWardsDay('accepted');
  for (const ward of wards) {
    await day.store.settings.save(aWard({ ward, office: `Ward ${ward}` }));
    const half = codes.filter(() => dice() < 0.6);
    const rows = half.map((dossierCode, at) =>
      anEventBody({
        eventId: `same-${at}`,
        dossierCode,
        reason: `of ward ${ward}`,
        applicant: { phone: oneOf(dice, phones) },
      }),
    );
    await day.accept(ward, rows, 'vi');
    const ids = rows.map((row) => row['eventId'] as never);
    await day.decide(await day.store.events.find(ward, ids));
  }
  return { ...day, dice, trace: traceDossier(day.store), withPhone: findByPhone(day.store) };
};

/** Wards other than this one that something speaks of. */
const foreignIn = (ward: Ward, answer: unknown): string[] => {
  const said = JSON.stringify(answer) ?? '';
  return wards.filter((other) => other !== ward && new RegExp(`(?:Ward |")${other}\\b`).test(said));
};

describe('five wards that share codes, ids and citizens', () => {
  it(`never see each other in ${calls} calls at random (promise 5)`, async () => {
    const { dice, store, trace, withPhone, accept } = await fiveWards();
    const owned = new Map<Ward, Set<string>>();
    for (const ward of wards) {
      const found = await store.dossiers.find(codes.map((code) => ({ ward, code: code as DossierCode })));
      owned.set(ward, new Set(found.map(({ dossier }) => dossier.code)));
    }
    const foreign: unknown[] = [];
    const seen = { traced: 0, missed: 0, found: 0, accepted: 0, duplicate: 0, rejected: 0 };

    for (let call = 0; call < calls; call += 1) {
      const ward = oneOf(dice, wards);
      const own = owned.get(ward)!;
      const kind = between(dice, 1, 10);
      if (kind <= 5) {
        const code = oneOf(dice, codes) as DossierCode;
        const story = await trace(ward, code);
        seen[story === undefined ? 'missed' : 'traced'] += 1;
        const right = (story !== undefined) === own.has(code);
        if (!right || foreignIn(ward, story).length > 0) foreign.push({ ward, code, story });
      } else if (kind <= 8) {
        const list = await withPhone(ward, oneOf(dice, phones));
        seen.found += list.length;
        if (list.some(({ dossierCode }) => !own.has(dossierCode))) foreign.push({ ward, list });
      } else {
        // The same id and body another ward may have sent: only its own may make it a duplicate.
        const eventId = `new-${between(dice, 1, 400)}`;
        const known = await store.events.find(ward, [eventId as never]);
        const [result] = await accept(
          ward,
          [anEventBody({ eventId, dossierCode: oneOf(dice, codes) })],
          'vi',
        );
        seen[result!.outcome] += 1;
        if ((result!.outcome === 'accepted') !== (known.length === 0))
          foreign.push({ ward, eventId, result });
      }
    }
    console.log(
      `${calls} calls of ${wards.length} wards: ${JSON.stringify(seen)}, ${foreign.length} foreign`,
    );
    expect(foreign).toEqual([]);
    expect(Object.values(seen).every((count) => count > 50)).toBe(true);
  });
});
