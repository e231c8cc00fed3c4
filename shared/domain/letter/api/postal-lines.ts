/** What stands behind the window of an envelope: the two tiers of an address by their names, and what is missing. */
import * as z from 'zod';
import type { Day } from '../../values/day.ts';
import {
  type Commune,
  communeOf,
  type PlaceCatalogue,
  type Province,
  provinceOf,
  validOn,
} from '../../values/places/places.ts';
import { nameKey, PrintedText } from '../wording/printed-text.ts';

/** Why an address may not be enough for a postman, in the words in which a parcel's address is questioned. */
export const PostalGap = z.enum(['province-unknown', 'commune-unknown', 'commune-not-in-province']);
export type PostalGap = z.infer<typeof PostalGap>;

type Whereto = {
  name?: string | undefined;
  street: string;
  commune?: string | undefined;
  province?: string | undefined;
};

/** `Phường Vũng Tàu`, whether or not the catalogue's name says what kind of place it is. */
const withKind = (kind: string, name: string): string => {
  const full = nameKey(name).startsWith(`${nameKey(kind)} `) ? name : `${kind} ${name}`;
  return full.charAt(0).toLocaleUpperCase('vi') + full.slice(1);
};

/**
 * Name, house and street, commune, province. A place that the catalogue does not know, or that is not there any more on
 * this day, is left out and named as a gap: no code is printed, and no name is guessed. What the street already says is
 * not said twice.
 */
export const postalLines = (
  to: Whereto,
  places: PlaceCatalogue,
  on: Day,
): { address: string[]; addressGaps?: PostalGap[] } => {
  const known = <Place extends Commune | Province>(place: Place | undefined): Place | undefined =>
    place && validOn(place, on) ? place : undefined;
  const commune = known(communeOf(places, to.commune ?? ''));
  const province = known(provinceOf(places, to.province ?? commune?.provinceCode ?? ''));
  const strays = commune && province && commune.provinceCode !== province.code;
  const names = [commune && withKind(commune.kind, commune.name), province?.name];
  const street = nameKey(to.street);
  const isNew = (name: string): boolean => !street.includes(nameKey(name));
  const lines = [to.name, to.street, ...(strays ? [] : names.filter((name) => name && isNew(name)))];
  const address = lines.flatMap((line) => PrintedText.safeParse(line).data ?? []);
  const addressGaps: PostalGap[] = [
    ...(province ? [] : ['province-unknown' as const]),
    ...(commune ? [] : ['commune-unknown' as const]),
    ...(strays ? ['commune-not-in-province' as const] : []),
  ];
  return { address, ...(addressGaps.length > 0 && { addressGaps }) };
};
