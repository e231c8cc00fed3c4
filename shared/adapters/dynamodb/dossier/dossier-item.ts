import { type Dossier, dossierPrivacy } from '../../../domain/dossier/dossier.ts';
import type { Instant } from '../../../domain/values/instant.ts';
import { foundByPhone } from '../../../domain/office/contact-channel.ts';
import { openPromise } from '../../../domain/dossier/standing/overdue.ts';
import { readyAtCounter } from '../../../domain/dossier/standing/ready.ts';
import type { Vault } from '../../../domain/values/vault.ts';
import { expiresAt } from '../expiry.ts';
import { fromItem, type Item } from '../item.ts';
import {
  codeLookup,
  dossierKey,
  type Key,
  phoneLookup,
  placeOf,
  promisePartition,
  readyPartition,
} from '../keys.ts';
import { openEach, sealEach } from '../personal.ts';

type StoredDossier = Key & { dossier: Record<string, unknown>; version: number };

/**
 * The dossier's item: found by key and, while a phone can be read, by that phone's hash; while a promise is open,
 * by its due date, and while its result lies at a counter, by that office and since when (never both: what has a result promises none); by the hash of its code alone, for a citizen who does not know which office's number stands where. Its
 * place in the phone's index never changes with its status: each change would be two more writes, and whoever looks reads the dossiers anyway.
 */
export const dossierItem = (dossier: Dossier, decidedAt: Instant, vault: Vault): Record<string, unknown> => {
  const key = dossierKey(dossier.ward, dossier.code);
  const phone = foundByPhone(dossier);
  const promise = openPromise(dossier);
  const ready = readyAtCounter(dossier);
  return {
    ...key,
    kind: 'dossier',
    dossier: sealEach(dossier, dossierPrivacy, vault, placeOf(key)),
    ...(phone && { lookupPk: phoneLookup(dossier.ward, vault.hash(phone)), lookupSk: dossier.code }),
    dispatchPk: codeLookup(vault.hash(dossier.code)),
    dispatchSk: dossier.ward,
    ...(promise !== undefined && { duePk: promisePartition(dossier.ward), dueSk: promise }),
    ...(ready !== undefined && { duePk: readyPartition(ready.ward), dueSk: ready.since }),
    expiresAt: expiresAt('dossier', decidedAt),
  };
};

/** The dossier in an item, and its version. */
export const dossierIn = (item: Item, vault: Vault): { dossier: Dossier; version: number } => {
  const { pk, sk, dossier, version } = fromItem(item) as StoredDossier;
  return { dossier: openEach(dossier, dossierPrivacy, vault, placeOf({ pk, sk })) as Dossier, version };
};
