import type { Consent } from '../../domain/consent.ts';
import { expiresAt } from './expiry.ts';
import { expressions } from './expressions.ts';
import { fromItem, type Item, toItem } from './item.ts';
import { consentKey } from './keys.ts';
import type { Person } from '../../domain/office-ports.ts';
import type { Vault } from '../../domain/vault.ts';

const choicePrefix = 'choice_';

/**
 * The write of one choice. All choices of a person lie in one item, so that one key reads them; each is an attribute
 * named by what it says, so that writing it again changes nothing and two at once lose neither.
 */
export const consentUpdate = (tableName: string, { ward, phone }: Person, consent: Consent, vault: Vault) => {
  const { purpose, channel = 'all', choice, when } = consent;
  const name =
    choicePrefix + [when.replaceAll(/\W/g, ''), purpose, channel.replace('-', ''), choice].join('_');
  return {
    TableName: tableName,
    Key: toItem(consentKey(ward, vault.hash(phone))),
    ...expressions(
      { UpdateExpression: `SET #${name} = :consent, #kind = :kind, #expiresAt = :expiresAt` },
      { consent, kind: 'consent', expiresAt: expiresAt('consent', when) },
    ),
  };
};

/** The choices in a person's item. */
export const consentsIn = (item: Item): Consent[] =>
  Object.entries(fromItem(item))
    .filter(([name]) => name.startsWith(choicePrefix))
    .map(([, consent]) => consent as Consent);
