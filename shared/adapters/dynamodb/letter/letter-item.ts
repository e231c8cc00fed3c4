import { type Letter, letterPrivacy } from '../../../domain/letter/letter.ts';
import { letterSweptFrom, needsPaper } from '../../../domain/letter/sweep.ts';
import { divide } from '../../../domain/values/privacy.ts';
import type { Vault } from '../../../domain/values/vault.ts';
import { expiresAt } from '../expiry.ts';
import { fromItem, type Item, toItem, withoutHousekeeping } from '../item.ts';
import { duePartitionOf, letterKey, lettersLookup, placeOf } from '../keys.ts';

type StoredLetter = Pick<Letter, 'ward' | 'id' | 'reason'> & { words: string };

/** Everything personal in a letter, sealed as one text, but its reason: moves write that alone. */
export const sealedWords = (letter: Letter, vault: Vault): string => {
  const { reason: _reason, ...words } = divide(letter, letterPrivacy).personal;
  return vault.seal(JSON.stringify(words), placeOf(letterKey(letter)));
};

export const sealedReason = (
  letter: Pick<Letter, 'ward' | 'id'>,
  reason: string | undefined,
  vault: Vault,
): string | undefined => (reason === undefined ? undefined : vault.seal(reason, placeOf(letterKey(letter))));

/** Newest first means by this text: two letters of one moment still have an order. */
export const letterOrder = ({ createdAt, id }: Pick<Letter, 'createdAt' | 'id'>): string =>
  `${createdAt}#${id}`;

/**
 * A letter's item. Its state, its dossier and its dates are plain, since moves are conditioned on them; every word of
 * it is sealed, and so is a clerk's reason. It can be listed by state, and waits for the clock until it is rendered.
 */
export const letterItem = (letter: Letter, vault: Vault): Item => {
  return toItem({
    ...divide(letter, letterPrivacy).open,
    ...letterKey(letter),
    kind: 'letter',
    words: sealedWords(letter, vault),
    reason: sealedReason(letter, letter.reason, vault),
    ...(needsPaper(letter) && {
      duePk: duePartitionOf('letter', letter.id),
      dueSk: letterSweptFrom(letter),
    }),
    lookupPk: lettersLookup(letter.ward, letter.state),
    lookupSk: letterOrder(letter),
    expiresAt: expiresAt('letter', letter.createdAt),
  });
};

/** The letter in an item. */
export const letterIn = (item: Item, vault: Vault): Letter => {
  const { words, reason, ...open } = fromItem(withoutHousekeeping(item)) as StoredLetter;
  const place = placeOf(letterKey(open));
  return {
    ...open,
    ...JSON.parse(vault.open(words, place)),
    ...(reason !== undefined && { reason: vault.open(reason, place) }),
  } as Letter;
};
