import { type Consent, consentPrivacy } from '../../../domain/office/consent.ts';
import { expiresAt } from '../expiry.ts';
import { expressions } from '../expressions.ts';
import { fromItem, type Item, toItem } from '../item.ts';
import { consentKey, type Key, placeOf } from '../keys.ts';
import { openEach, sealEach } from '../personal.ts';
import type { Vault } from '../../../domain/values/vault.ts';
import type { Chooser } from '../../../domain/office/consents.ts';

/** What the names of attributes that hold choices begin with. */
export const choicePrefix = 'choice_';

/** Where a chooser's choices lie: under a keyed hash, whatever the chooser is named by. */
export const consentKeyOf = (whose: Chooser, vault: Vault): Key => {
  if ('phone' in whose) return consentKey(whose.ward, vault.hash(whose.phone));
  if ('dossier' in whose) return consentKey(whose.ward, vault.hash(`dossier ${whose.dossier}`));
  return consentKey(whose.ward, vault.hash(`letter ${whose.letter}`));
};

/**
 * The write of one choice. All choices of a person lie in one item, so that one key reads them; each is an attribute
 * named by what it says, so that writing it again changes nothing and two at once lose neither.
 */
export const consentUpdate = (tableName: string, whose: Chooser, consent: Consent, vault: Vault) => {
  const { purpose, channel = 'all', choice, when } = consent;
  const name =
    choicePrefix + [when.replaceAll(/\W/g, ''), purpose, channel.replace('-', ''), choice].join('_');
  const key = consentKeyOf(whose, vault);
  const sealed = sealEach(consent, consentPrivacy, vault, `${placeOf(key)}/${name}`);
  return {
    TableName: tableName,
    Key: toItem(key),
    ...expressions(
      { UpdateExpression: `SET #${name} = :consent, #kind = :kind, #expiresAt = :expiresAt` },
      { consent: sealed, kind: 'consent', expiresAt: expiresAt('consent', when) },
    ),
  };
};

/** The choices in a person's item. */
export const consentsIn = (item: Item, vault: Vault): Consent[] => {
  const { pk, sk, ...rest } = fromItem(item) as Key & Record<string, Record<string, unknown>>;
  return Object.entries(rest)
    .filter(([name]) => name.startsWith(choicePrefix))
    .map(
      ([name, stored]) =>
        openEach(stored, consentPrivacy, vault, `${placeOf({ pk, sk })}/${name}`) as Consent,
    );
};
