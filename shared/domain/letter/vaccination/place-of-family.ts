import { toAscii } from '../../text/ascii.ts';
import type { VaccinationPlace } from './place.ts';

const plain = (text: string): string =>
  ` ${toAscii(text)
    .text.toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()} `;

/**
 * The place where a family is expected: the one that serves the hamlet or quarter in its address, else the ward's first.
 * A clerk may choose another for one letter.
 */
export const placeOfFamily = (
  places: readonly VaccinationPlace[],
  street: string | undefined,
): VaccinationPlace | undefined => {
  const address = plain(street ?? '');
  return places.find(({ serves }) => serves.some((hamlet) => address.includes(plain(hamlet)))) ?? places[0];
};
