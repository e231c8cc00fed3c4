/** Days as spreadsheets count them: since 30 December 1899, or since 1904 in old workbooks of the Macintosh. */

const dayLength = 86_400_000;
const first = Date.UTC(1899, 11, 30);

/** Between the years 2000 and 2100: other numbers are no days of a dossier. */
const isPlausible = (serial: number): boolean => serial >= 36_526 && serial < 73_051;

/** The wall clock at this count of days, to the second: `2026-03-02`, or `2026-03-02T09:15:00` where it has an hour. */
export const momentOfSerial = (serial: number, from1904 = false): string | undefined => {
  const since1900 = from1904 ? serial + 1462 : serial;
  if (!Number.isFinite(serial) || !isPlausible(since1900)) return undefined;
  const text = new Date(first + Math.round(since1900 * 86_400) * 1000).toISOString().slice(0, 19);
  return Math.round(since1900 * dayLength) % dayLength < 500 ? text.slice(0, 10) : text;
};
