/**
 * Provinces and communes as imported data with their validity. Codes are texts with leading zeros: 2 digits for a
 * province, 5 for a commune (QĐ 19/2025/QĐ-TTg; 34 provinces and 3,321 communes). They are never used twice.
 * Names are never matched without their accents: communes of one province then become the same.
 */
import * as z from 'zod';

const Day = z.iso.date();

export const Province = z.strictObject({
  code: z.string().regex(/^\d{2}$/),
  name: z.string().min(1),
  validFrom: Day,
  validTo: Day.optional(),
});
export type Province = z.infer<typeof Province>;

export const Commune = z.strictObject({
  code: z.string().regex(/^\d{5}$/),
  name: z.string().min(1),
  kind: z.enum(['xã', 'phường', 'đặc khu']),
  provinceCode: z.string().regex(/^\d{2}$/),
  validFrom: Day,
  validTo: Day.optional(),
});
export type Commune = z.infer<typeof Commune>;

export const PlaceCatalogue = z.strictObject({
  /** The day of the data, such as `2026-07-25`. */
  version: z.string().min(1),
  source: z.string().min(1),
  provinces: z.array(Province),
  communes: z.array(Commune),
});
export type PlaceCatalogue = z.infer<typeof PlaceCatalogue>;

export const provinceOf = ({ provinces }: PlaceCatalogue, code: string): Province | undefined =>
  provinces.find((province) => province.code === code);

export const communeOf = ({ communes }: PlaceCatalogue, code: string): Commune | undefined =>
  communes.find((commune) => commune.code === code);

/** Was this place there on that day of the ward? Both ends count. */
export const validOn = ({ validFrom, validTo }: Commune | Province, day: string): boolean =>
  validFrom <= day && (validTo === undefined || day <= validTo);

/**
 * Communes of that name in a province: exactly written, else with the tone mark on the other vowel (`Hòa`, `Hoà`).
 * More than one, or none, is a question for a person.
 */
export const communesNamed = (places: PlaceCatalogue, provinceCode: string, name: string): Commune[] => {
  const inProvince = places.communes.filter((commune) => commune.provinceCode === provinceCode);
  const exact = inProvince.filter((commune) => commune.name === name.normalize('NFC').trim());
  return exact.length > 0
    ? exact
    : inProvince.filter((commune) => tonePlaced(commune.name) === tonePlaced(name));
};

/** Old and new spelling put the tone on different vowels of `oa`, `oe`, `uy`; here it stands after the pair. */
const tonePlaced = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/([ou])([\u0300\u0301\u0303\u0309\u0323])([aey])(?![\p{L}\u0300-\u036f])/giu, '$1$3$2')
    .normalize('NFC')
    .trim()
    .toLowerCase();

/** The places that addresses are checked against, as they were last imported. */
export type Places = () => Promise<PlaceCatalogue>;
