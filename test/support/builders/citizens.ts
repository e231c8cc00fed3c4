import { memoryPaces } from '../../../shared/adapters/memory/lookup/paces.ts';
import { memoryPhoneChecks } from '../../../shared/adapters/memory/lookup/phone-checks.ts';
import { memoryRatings } from '../../../shared/adapters/memory/lookup/ratings.ts';
import { memoryVault } from '../../../shared/adapters/memory/vault.ts';
import type { PageWish } from '../../../shared/domain/inbound/page-wish.ts';
import { receiptCodeOf } from '../../../shared/domain/dossier/receipt/receipt-code.ts';
import { heedWish } from '../../../shared/flows/lookup/heed-wish.ts';
import { openCitizens } from '../../../shared/flows/lookup/open-citizens.ts';
import { actOnDossier } from '../../../shared/flows/dossier/act-on-dossier.ts';
import { answerAsked } from '../../../shared/flows/notification/answer-inbound.ts';
import { anEventBody, aWard, code, vungTau } from './dossiers.ts';
import { aDoorbell, aWardsDay } from './wards-day.ts';

export const publicUrl = 'https://baotin.example.vn';

/** A ward with one reported dossier, the pages for its citizen, and whoever heeds what they ask for there. */
export const aCitizensDay = async (event: Record<string, unknown> = {}) => {
  const day = aWardsDay('accepted');
  const { store, clock } = day;
  await store.settings.save(aWard());
  const vault = memoryVault();
  const wishes: PageWish[] = [];
  const ratings = memoryRatings();
  let drawn = 0;
  const pages = openCitizens({
    ...store,
    paces: memoryPaces(),
    checks: memoryPhoneChecks(),
    ratings,
    wishes: { put: async (wish) => void wishes.push(wish) },
    vault,
    newId: () => `a-word-of-many-letters-${(drawn += 1)}`,
    randomDigits: () => '482913',
    publicUrl,
    clock,
  });
  const report = async (given: Record<string, unknown>) => {
    const [row] = await day.accept(vungTau, [anEventBody(given)], 'vi');
    await day.decide(await store.events.find(vungTau, [row!.eventId as never]));
  };
  await report(event);
  const heed = heedWish({
    ...store,
    answerAsked: answerAsked({ ...store, doorbell: aDoorbell().doorbell, clock }),
    actOnDossier: actOnDossier({ ...store, decide: day.decide, hash: (text) => vault.hash(text), clock }),
  });
  return {
    ...day,
    pages,
    ratings,
    wishes,
    report,
    receipt: receiptCodeOf((text) => vault.hash(text))(vungTau, code),
    /** Everything asked for so far is heeded, as the queue would hand it over. */
    heedAll: async () => {
      const outcomes = [];
      for (const wish of wishes.splice(0)) outcomes.push(await heed(wish));
      return outcomes;
    },
  };
};
