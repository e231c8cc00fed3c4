import type { Dossier, Facts } from '../../domain/dossier.ts';
import type { Instant } from '../../domain/instant.ts';
import { notifiedPhone } from '../../domain/notified-phone.ts';
import type { Vault } from '../../domain/vault.ts';
import { expiresAt } from './expiry.ts';
import { fromItem, type Item } from './item.ts';
import { dossierKey, type Key, phoneLookup, placeOf } from './keys.ts';
import { openPersonal, sealPersonal } from './personal.ts';

type StoredDossier = Key & {
  dossier: Omit<Dossier, 'facts'> & { facts: Record<string, unknown> };
  personal?: string;
  version: number;
};

/** The dossier's item: found by key and, while a phone can be read, by that phone's hash, newest status first. */
export const dossierItem = (dossier: Dossier, decidedAt: Instant, vault: Vault): Record<string, unknown> => {
  const key = dossierKey(dossier.ward, dossier.code);
  const { plain, sealed } = sealPersonal(dossier.facts, vault, placeOf(key));
  const phone = notifiedPhone(dossier);
  const newest = dossier.steps.at(-1)?.occurredAt ?? decidedAt;
  return {
    ...key,
    kind: 'dossier',
    dossier: { ...dossier, facts: plain },
    personal: sealed,
    ...(phone && { lookupPk: phoneLookup(dossier.ward, vault.hash(phone)), lookupSk: newest }),
    expiresAt: expiresAt('dossier', decidedAt),
  };
};

/** The dossier in an item, and its version. */
export const dossierIn = (item: Item, vault: Vault): { dossier: Dossier; version: number } => {
  const { pk, sk, dossier, personal, version } = fromItem(item) as StoredDossier;
  const sealed = { plain: dossier.facts, ...(personal && { sealed: personal }) };
  const facts = openPersonal(sealed, vault, placeOf({ pk, sk })) as Facts;
  return { dossier: { ...dossier, facts }, version };
};
