const zone = 7 * 3_600_000;

/** A day as people write it: `2026-03-05` → `05/03/2026`. */
export const writeDay = (day: string): string => `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;

/** A moment as people write it in Viet Nam (+07:00 all year): `17:00 05/03/2026`. Takes any RFC 3339 text with an offset. */
export function writeTime(instant: string): string {
  const local = new Date(Date.parse(instant) + zone).toISOString();
  return `${local.slice(11, 16)} ${writeDay(local)}`;
}

/** Whole VND with dots: `50000` → `50.000`. */
export const writeMoney = (vnd: number): string => String(vnd).replace(/\B(?=(?:\d{3})+$)/g, '.');
