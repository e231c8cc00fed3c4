import type { Dossier } from '../../domain/dossier/dossier.ts';
import type { PageWishes } from '../../domain/inbound/page-wish.ts';
import { isOpen, nextCheck, type PhoneChecks } from '../../domain/lookup/phone-check.ts';
import { readPhone } from '../../domain/phone/read-phone.ts';
import type { Clock } from '../../domain/values/instant.ts';
import type { Vault } from '../../domain/values/vault.ts';
import { sendWish } from './send-wish.ts';

type Ports = {
  checks: PhoneChecks;
  wishes: PageWishes;
  vault: Pick<Vault, 'hash'>;
  /** Six random digits. */
  randomDigits: () => string;
  newId: () => string;
  clock: Clock;
};

const printOf = ({ vault }: Ports, { ward, code }: Dossier, digits: string): string =>
  vault.hash(`digits ${ward} ${code} ${digits}`);

/** Sends six digits to another phone that somebody typed on a dossier's page. */
export const beginPhoneCheck =
  (ports: Ports) =>
  async (dossier: Dossier, written: string): Promise<'sent' | 'not-a-mobile' | 'enough'> => {
    const phone = readPhone(written);
    if (!phone.ok) return 'not-a-mobile';
    const digits = ports.randomDigits();
    const before = await ports.checks.of(dossier);
    const print = printOf(ports, dossier, digits);
    const after = nextCheck(before, { phone: phone.e164, print }, ports.clock());
    if (after === undefined) return 'enough';
    // Counted before it is sent: a double click sends one.
    if ((await ports.checks.move(dossier, before, after)) === 'conflict') return 'sent';
    await sendWish(ports)(dossier, phone.e164, { asks: 'phone-code', digits });
    return 'sent';
  };

/** Takes the digits: each try counts before it is looked at, and the right ones are good for one change. */
export const endPhoneCheck =
  (ports: Ports) =>
  async (dossier: Dossier, written: string): Promise<'changed' | 'wrong'> => {
    const now = ports.clock();
    const check = await ports.checks.of(dossier);
    if (!isOpen(check, now)) return 'wrong';
    const isRight = printOf(ports, dossier, written.replaceAll(/\D/g, '')) === check.print;
    const after = { ...check, tries: check.tries + 1, ...(isRight && { until: now }) };
    if ((await ports.checks.move(dossier, check, after)) === 'conflict' || !isRight) return 'wrong';
    await sendWish(ports)(dossier, check.phone, { asks: 'new-phone' });
    return 'changed';
  };
