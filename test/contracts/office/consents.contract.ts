import { describe, expect, it } from 'vitest';
import type { Store } from '../../../shared/adapters/memory/store.ts';
import { Consent, mayTell } from '../../../shared/domain/office/consent.ts';
import type { DossierCode } from '../../../shared/domain/dossier/dossier-code.ts';
import { after, hangsPhone, nineOClock, otherWard, ward } from '../cost/ward-day.ts';
import type { LetterId } from '../../../shared/domain/values/ids.ts';

const hang = { ward, phone: hangsPhone };
const nam = { ward, phone: '+84987654321' };

const aChoice = (given: Partial<Record<keyof Consent, string>> = {}): Consent =>
  Consent.parse({
    channel: 'sms',
    choice: 'out',
    when: nineOClock,
    evidence: 'nói tại quầy, cán bộ ghi lại',
    ...given,
  });

/** Every store of citizens' choices keeps these promises, whatever it is made of. */
export const keepsConsents = (name: string, open: () => Promise<Store>) =>
  describe(`${name} keeps what citizens chose`, () => {
    it('knows of no choice that nobody made', async () => {
      const { consents } = await open();
      expect(await consents.of([hang, nam])).toEqual([[], []]);
      expect(await consents.of([])).toEqual([]);
    });

    it('gives a choice back as it was made, with its evidence', async () => {
      const { consents } = await open();
      await consents.record(hang, aChoice());
      expect(await consents.of([hang])).toEqual([[aChoice()]]);
    });

    it('keeps every choice, and goes by the newest', async () => {
      const { consents } = await open();
      const choices = [
        aChoice({ channel: 'call-list' }),
        aChoice({ choice: 'in', when: after(20), evidence: 'DK by SMS' }),
        aChoice({ when: after(10) }),
        Consent.parse({ ...aChoice(), channel: undefined, purpose: 'letters' }),
      ];
      for (const choice of choices) await consents.record(hang, choice);
      const [kept] = await consents.of([hang]);
      expect(new Set(kept)).toEqual(new Set(choices));
      expect(mayTell(kept!, 'sms', 'status')).toEqual({ may: true, because: 'chosen' });
      expect(mayTell(kept!, 'call-list', 'status')).toEqual({ may: false, because: 'refused' });
      expect(mayTell(kept!, 'letter', 'letters').may).toBe(false);
    });

    it('loses neither of two choices made at the same moment', async () => {
      const { consents } = await open();
      const both = [aChoice(), aChoice({ choice: 'in' })];
      await Promise.all(both.map((choice) => consents.record(hang, choice)));
      expect(new Set((await consents.of([hang]))[0])).toEqual(new Set(both));
    });

    it('takes the same choice again for what it is', async () => {
      const { consents } = await open();
      await consents.record(hang, aChoice());
      await consents.record(hang, aChoice());
      expect(await consents.of([hang])).toEqual([[aChoice()]]);
    });

    it('answers for many in the order asked, and the same person twice', async () => {
      const { consents } = await open();
      await consents.record(nam, aChoice());
      expect(await consents.of([hang, nam, hang, nam])).toEqual([[], [aChoice()], [], [aChoice()]]);
    });

    it('tells the family of a dossier, of a letter and of a phone apart, whatever they are called', async () => {
      const { consents } = await open();
      const word = hangsPhone;
      const choosers = [hang, { ward, dossier: word as DossierCode }, { ward, letter: word as LetterId }];
      const evidence = ['by phone', 'for the dossier', 'for the act'];
      for (const [index, whose] of choosers.entries())
        await consents.record(whose, aChoice({ purpose: 'letters', evidence: evidence[index] }));
      const kept = await consents.of(choosers);
      expect(kept.map((choices) => choices.map((choice) => choice.evidence))).toEqual(
        evidence.map((words) => [words]),
      );
    });

    it('keeps a choice to the ward it was made to', async () => {
      const { consents } = await open();
      await consents.record(hang, aChoice());
      expect(await consents.of([{ ward: otherWard, phone: hangsPhone }])).toEqual([[]]);
    });
  });
