import * as z from 'zod';
import { Commune, type PlaceCatalogue, Province } from './places.ts';

/** One row of an import as a spreadsheet or JSON file has it; every value is text. */
export type PlaceRow = Readonly<Record<string, string | undefined>>;

/** Why a row was left out; rows count from 1, the heading not counted. */
export type PlaceProblem = { row: number; code: string; message: string };

const row = z.discriminatedUnion('level', [
  Province.extend({ level: z.literal('province') }),
  Commune.extend({ level: z.literal('commune') }),
]);

/**
 * Reads a catalogue from rows `level, code, name, kind, provinceCode, validFrom, validTo` (empty means absent). Good
 * rows are kept and every bad one is named: a code twice, a commune of no province, a validity that ends before it begins.
 */
export const readPlaces = (
  rows: readonly PlaceRow[],
  about: { version: string; source: string },
): { catalogue: PlaceCatalogue; problems: PlaceProblem[] } => {
  const catalogue: PlaceCatalogue = { ...about, provinces: [], communes: [] };
  const problems: PlaceProblem[] = [];
  const seen = new Set<string>();
  const provinces = new Set(rows.filter(({ level }) => level === 'province').map(({ code }) => code));

  for (const [index, raw] of rows.entries()) {
    const refuse = (code: string, message: string) => problems.push({ row: index + 1, code, message });
    const filled = Object.fromEntries(Object.entries(raw).filter(([, value]) => value?.trim()));
    const { data: place, error } = row.safeParse(filled);
    if (!place)
      for (const issue of error.issues) refuse('invalid', `${issue.path.join('.')}: ${issue.message}`);
    else if (seen.has(place.code)) refuse('code-twice', `${place.code} came before`);
    else if (place.validTo !== undefined && place.validTo < place.validFrom)
      refuse('ends-before-it-begins', `${place.validFrom} to ${place.validTo}`);
    else if (place.level === 'province') {
      catalogue.provinces.push(Province.strip().parse(place));
    } else if (provinces.has(place.provinceCode)) {
      catalogue.communes.push(Commune.strip().parse(place));
    } else refuse('province-unknown', place.provinceCode);
    if (place) seen.add(place.code);
  }
  return { catalogue, problems };
};
