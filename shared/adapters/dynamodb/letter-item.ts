import type { LetterContent } from '../../domain/letter/content.ts';
import type { Letter } from '../../domain/letter/letter.ts';
import type { Sheet } from '../../domain/letter/sheet.ts';
import { letterSweptFrom } from '../../domain/letter/sweep.ts';
import type { Vault } from '../../domain/vault.ts';
import { expiresAt } from './expiry.ts';
import { fromItem, type Item, toItem } from './item.ts';
import { duePartitionOf, letterKey, lettersLookup, placeOf } from './keys.ts';

/** What a letter says, sealed as one text. */
type Words = { content: LetterContent; sheet: Sheet; leaflet?: Sheet; calendar?: string };

type StoredLetter = Omit<Letter, keyof Words | 'kind'> & { about: Letter['kind']; words: string };

export const sealedWords = (letter: Letter, vault: Vault): string => {
  const { content, sheet, leaflet, calendar } = letter;
  const words: Words = { content, sheet, ...(leaflet && { leaflet }), ...(calendar && { calendar }) };
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
  const { content: _c, sheet: _s, leaflet: _l, calendar: _k, kind, reason, ...plain } = letter;
  return toItem({
    ...plain,
    ...letterKey(letter),
    kind: 'letter',
    about: kind,
    words: sealedWords(letter, vault),
    reason: sealedReason(letter, reason, vault),
    duePk: duePartitionOf('letter', letter.id),
    dueSk: letterSweptFrom(letter),
    lookupPk: lettersLookup(letter.ward, letter.state),
    lookupSk: letterOrder(letter),
    expiresAt: expiresAt('letter', letter.createdAt),
  });
};

/** The letter in an item. */
export const letterIn = (item: Item, vault: Vault): Letter => {
  const stored = fromItem(item) as StoredLetter;
  const place = placeOf(letterKey(stored));
  const { id, ward, dossierCode, cause, version, release, createdAt, state, since, documents } = stored;
  const { reason, calendarClosed } = stored;
  return {
    id,
    ward,
    kind: stored.about,
    dossierCode,
    cause,
    version,
    release,
    createdAt,
    state,
    since,
    documents,
    ...(JSON.parse(vault.open(stored.words, place)) as Words),
    ...(reason !== undefined && { reason: vault.open(reason, place) }),
    ...(calendarClosed && { calendarClosed }),
  };
};
