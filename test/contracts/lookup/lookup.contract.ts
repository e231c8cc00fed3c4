import { describe, expect, it } from 'vitest';
import type { Ratings } from '../../../shared/domain/dossier/rating.ts';
import { Rating } from '../../../shared/domain/dossier/rating.ts';
import { afterMiss, type PaceName, type Paces } from '../../../shared/domain/lookup/pace.ts';
import { type PhoneCheck, type PhoneChecks } from '../../../shared/domain/lookup/phone-check.ts';
import { addDays, dayOf } from '../../../shared/domain/values/day.ts';
import { plus, days } from '../../../shared/domain/values/instant.ts';
import { after, nineOClock, otherWard, ward } from '../cost/ward-day.ts';
import type { DossierCode } from '../../../shared/domain/dossier/dossier-code.ts';
import type { E164 } from '../../../shared/domain/phone/read-phone.ts';

/** What the pages for those who wait keep. */
export type LookupStores = { paces: Paces; checks: PhoneChecks; ratings: Ratings };

const code = 'H29.26-260302-0001' as DossierCode;
const other = 'H29.26-260302-0002' as DossierCode;

export const aCheck = (given: Partial<PhoneCheck> = {}): PhoneCheck => ({
  phone: '+84987654321' as E164,
  print: 'a'.repeat(32),
  until: after(10),
  tries: 0,
  sent: 1,
  on: dayOf(nineOClock),
  ...given,
});

export const aRating = (given: Record<string, unknown> = {}): Rating =>
  Rating.parse({ score: 5, by: 'page', at: nineOClock, ...given });

/** Every store of look-ups keeps these promises, whatever it is made of. */
export const keepsLookups = (name: string, open: () => Promise<LookupStores>) => {
  describe(`${name} keeps how often codes were tried`, () => {
    const one: PaceName = { kind: 'address', mark: 'b'.repeat(32) };
    const two: PaceName = { kind: 'dossier', mark: 'b'.repeat(32) };

    it('answers in the order it was asked, also of one that never missed and of one that is asked for twice', async () => {
      const { paces } = await open();
      const pace = afterMiss('dossier', undefined, nineOClock);
      expect(await paces.move(two, undefined, pace)).toBe('moved');
      expect(await paces.of([one, two])).toEqual([undefined, pace]);
      expect(await paces.of([])).toEqual([]);
    });

    it('counts one of two tries made on the same reading, and the other after reading anew', async () => {
      const { paces } = await open();
      const first = afterMiss('address', undefined, nineOClock);
      const came = await Promise.all([
        paces.move(one, undefined, first),
        paces.move(one, undefined, afterMiss('address', undefined, nineOClock)),
      ]);
      expect(came.toSorted()).toEqual(['conflict', 'moved']);
      const second = afterMiss('address', first, nineOClock);
      expect(await paces.move(one, first, second)).toBe('moved');
      expect(await paces.move(one, first, second)).toBe('conflict');
      expect(await paces.of([one])).toEqual([second]);
    });

    it('gives a try back only where no other was counted meanwhile', async () => {
      const { paces } = await open();
      const before = { misses: 0, lastAt: nineOClock, openFrom: nineOClock };
      const first = afterMiss('address', undefined, nineOClock);
      const second = afterMiss('address', first, after(1));
      await paces.move(one, undefined, first);
      await paces.move(one, first, second);
      expect(await paces.move(one, first, before)).toBe('conflict');
      expect(await paces.move(one, second, before)).toBe('moved');
      expect(await paces.of([one])).toEqual([before]);
    });
  });

  describe(`${name} keeps phones that are being confirmed`, () => {
    it('by office and dossier, as they were written', async () => {
      const { checks } = await open();
      expect(await checks.of({ ward, code })).toBeUndefined();
      expect(await checks.move({ ward, code }, undefined, aCheck())).toBe('moved');
      expect(await checks.of({ ward, code })).toEqual(aCheck());
      expect(await checks.of({ ward, code: other })).toBeUndefined();
      expect(await checks.of({ ward: otherWard, code })).toBeUndefined();
    });

    it('counts each try before it is looked at: of many at once one gets through', async () => {
      const { checks } = await open();
      await checks.move({ ward, code }, undefined, aCheck());
      const came = await Promise.all(
        Array.from({ length: 5 }, async () =>
          checks.move({ ward, code }, aCheck(), aCheck({ tries: 1, until: after(4) })),
        ),
      );
      expect(came.filter((each) => each === 'moved')).toHaveLength(1);
      expect(await checks.of({ ward, code })).toEqual(aCheck({ tries: 1, until: after(4) }));
    });

    it('a second text takes the place of the first, once', async () => {
      const { checks } = await open();
      await checks.move({ ward, code }, undefined, aCheck());
      expect(await checks.move({ ward, code }, undefined, aCheck({ print: 'c' }))).toBe('conflict');
      const again = aCheck({ print: 'd', sent: 2, phone: '+84912345678' as E164 });
      expect(await checks.move({ ward, code }, aCheck(), again)).toBe('moved');
      expect(await checks.move({ ward, code }, aCheck(), aCheck({ print: 'e', sent: 2 }))).toBe('conflict');
      expect(await checks.of({ ward, code })).toEqual(again);
    });

    it('the day after counts its texts anew', async () => {
      const { checks } = await open();
      const spent = aCheck({ sent: 3, tries: 5 });
      await checks.move({ ward, code }, undefined, spent);
      const tomorrow = aCheck({ on: addDays(spent.on, 1), until: plus(spent.until, days(1)), print: 'f' });
      expect(await checks.move({ ward, code }, spent, tomorrow)).toBe('moved');
      expect(await checks.of({ ward, code })).toEqual(tomorrow);
    });
  });

  describe(`${name} keeps how citizens were served`, () => {
    const march = '2026-03';
    const none = { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 };

    it('counts each dossier and each form once, whatever is said the second time', async () => {
      const { ratings } = await open();
      for (const what of [
        { ward, dossier: code },
        { ward, visit: 'form-1' },
      ]) {
        expect(await ratings.rate(what, aRating({ line: 'Cảm ơn' }))).toBe('counted');
        expect(await ratings.rate(what, aRating({ score: 1, by: 'sms' }))).toBe('counted-before');
      }
      expect(await ratings.of(ward, march)).toEqual({ ...none, 5: 2 });
    });

    it('counts once what is said many times at once', async () => {
      const { ratings } = await open();
      const came = await Promise.allSettled(
        Array.from({ length: 5 }, async () => ratings.rate({ ward, dossier: code }, aRating())),
      );
      const said = came.map((each) => (each.status === 'fulfilled' ? each.value : 'busy'));
      expect(said.filter((each) => each === 'counted')).toHaveLength(1);
      expect(await ratings.of(ward, march)).toEqual({ ...none, 5: 1 });
    });

    it('by the month in Vietnam, office by office', async () => {
      const { ratings } = await open();
      const lastOfMarch = aRating({ score: 3, at: '2026-03-31T16:59:59.000Z' });
      const firstOfApril = aRating({ score: 4, at: '2026-03-31T17:00:00.000Z' });
      await ratings.rate({ ward, dossier: code }, lastOfMarch);
      await ratings.rate({ ward, dossier: other }, firstOfApril);
      await ratings.rate({ ward: otherWard, dossier: code }, aRating({ score: 1 }));
      expect(await ratings.of(ward, march)).toEqual({ ...none, 3: 1 });
      expect(await ratings.of(ward, '2026-04')).toEqual({ ...none, 4: 1 });
      expect(await ratings.of(otherWard, march)).toEqual({ ...none, 1: 1 });
      expect(await ratings.of(ward, '2026-05')).toEqual(none);
    });
  });
};
