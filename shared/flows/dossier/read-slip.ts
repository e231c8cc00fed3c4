import type { Dossiers } from '../../domain/decision/dossiers.ts';
import {
  formNow,
  formsOf,
  type SlipForm,
  slipStep,
  type SlipStep,
} from '../../domain/dossier/by-hand/slips.ts';
import { type Dossier, fact } from '../../domain/dossier/dossier.ts';
import type { DossierCode } from '../../domain/dossier/dossier-code.ts';
import { printedReceiptCode } from '../../domain/dossier/receipt/opened-by.ts';
import type { ReceiptCode, ReceiptCodes } from '../../domain/dossier/receipt/receipt-code.ts';
import type { ReturnMethod } from '../../domain/dossier/statuses.ts';
import type { StatusEvent } from '../../domain/dossier/event/status-event.ts';
import { postalLines } from '../../domain/letter/api/postal-lines.ts';
import type { LetterSettingsStore } from '../../domain/letter/ward-letters.ts';
import type { Letterhead } from '../../domain/letter/wording/agency.ts';
import { lookupAt, passFor } from '../../domain/lookup/pass.ts';
import { notifiedAs } from '../../domain/office/contact-channel.ts';
import type { SettingsStore } from '../../domain/office/ward-settings.ts';
import { dayOf } from '../../domain/values/day.ts';
import type { Clock, Instant } from '../../domain/values/instant.ts';
import type { Places } from '../../domain/values/places/places.ts';
import { procedureNameOf } from '../../domain/values/procedure.ts';
import { procedures2026 } from '../../domain/values/procedures-2026.ts';
import type { Vault } from '../../domain/values/vault.ts';
import type { Ward } from '../../domain/values/ward.ts';

/** What a slip says. What is absent is not known and stays open on paper. */
export type Slip = {
  form: SlipForm;
  /** The forms that the dossier has had occasion for. */
  forms: SlipForm[];
  code: DossierCode;
  receiptCode: ReceiptCode;
  /** Where the square code leads. */
  lookup: string;
  letterhead: Letterhead | undefined;
  hotline: string | undefined;
  applicant: string | undefined;
  /** As it was written. */
  phone: string | undefined;
  procedure: string | undefined;
  filed: StatusEvent['filingChannel'];
  receivedAt: Instant | undefined;
  dueAt: Instant | undefined;
  returned: ReturnMethod | undefined;
  /** Where the result is brought, a line each. */
  broughtTo: string[];
  step: SlipStep;
  printedAt: Instant;
};

type Ports = {
  dossiers: Pick<Dossiers, 'find'>;
  settings: Pick<SettingsStore, 'of'>;
  wardLetters: Pick<LetterSettingsStore, 'of'>;
  places: Places;
  receiptCodes: ReceiptCodes;
  vault: Pick<Vault, 'seal'>;
  publicUrl: string;
  clock: Clock;
};

/** A slip of a dossier, of this form or of the one for how it stands; undefined where the ward has no such dossier. */
export const readSlip =
  (ports: Ports) =>
  async (ward: Ward, code: DossierCode, wanted?: SlipForm): Promise<Slip | undefined> => {
    const [found] = await ports.dossiers.find([{ ward, code }]);
    if (found === undefined) return undefined;
    const { dossier } = found;
    const [letters, { hotline }, places] = await Promise.all([
      ports.wardLetters.of(ward),
      ports.settings.of(ward),
      ports.places(),
    ]);
    const form = wanted ?? formNow(dossier);
    const printedAt = ports.clock();
    const address = fact(dossier, 'deliveryAddress');
    return {
      form,
      forms: formsOf(dossier),
      code,
      receiptCode: printedReceiptCode(dossier, ports.receiptCodes),
      lookup: lookupAt(ports.publicUrl)(passFor(ports.vault, { ward, code })),
      letterhead: letters.letterhead,
      hotline,
      ...knownOf(dossier),
      broughtTo: address === undefined ? [] : postalLines(address, places, dayOf(printedAt)).address,
      step: slipStep(dossier, form),
      printedAt,
    };
  };

const knownOf = (dossier: Dossier) => ({
  applicant: fact(dossier, 'applicant')?.name,
  phone: notifiedAs(dossier) || undefined,
  procedure: procedureNameOf(procedures2026, fact(dossier, 'procedureCode'), fact(dossier, 'procedureName')),
  filed: fact(dossier, 'filingChannel'),
  receivedAt: slipStep(dossier, '01').at,
  dueAt: fact(dossier, 'dueAt'),
  returned: fact(dossier, 'returnMethod'),
});
