/**
 * The Vietnamese numbering plan as far as an SMS needs it. National numbers are written without the trunk `0`.
 *
 * `mobile` follows the metadata of Google's libphonenumber (libphonenumber-js 1.13.16, autumn 2026); a test sweeps
 * every prefix against that metadata, so a new release that opens a range fails the test instead of a citizen.
 * `migrated` is Decision 798/QD-BTTTT of 2018: eleven digits became ten on 2018-09-15, the old ones died on
 * 2018-11-14, and the last seven digits stayed. `oldAreaCodes` are the three-digit area codes that ended in 2017
 * (Decision 2036/QD-BTTTT of 2016); with seven subscriber digits behind them no mobile number looks alike.
 */
export const numberingPlan = {
  version: '2026-11',
  mobile: [
    '3 51 522 523 528 559 56 58 59 70 76 77 78 79',
    '81 82 83 84 85 86 87 88 896 897 898 899',
    '90 91 92 93 94 95 96 97 98 990 991 993 994 995 996 997 998 999',
  ]
    .join(' ')
    .split(' '),
  migrated: {
    120: '70',
    121: '79',
    122: '77',
    126: '76',
    128: '78',
    123: '83',
    124: '84',
    125: '85',
    127: '81',
    129: '82',
    162: '32',
    163: '33',
    164: '34',
    165: '35',
    166: '36',
    167: '37',
    168: '38',
    169: '39',
    186: '56',
    188: '58',
    199: '59',
  } as Readonly<Record<string, string>>,
  oldAreaCodes: '320 321 350 351 500 501 510 511 650 651 710 711 780 781'.split(' '),
  /** Internet telephony (065, 0672), the armed forces (069), the Government's own network (080). */
  special: ['65', '672', '69', '80'],
} as const;

const covered = (prefixes: readonly string[], three: string): boolean =>
  prefixes.some((prefix) => three.startsWith(prefix));

const mobile = new Uint8Array(1000).map((_, three) => Number(covered(numberingPlan.mobile, `${three}`)));

/** Whether the first three national digits lie in a range that is known to be handed out to mobile networks. */
export const isKnownMobile = (national: string): boolean => mobile[+national.slice(0, 3)] === 1;

/** Whether a national number of nine digits belongs to a network of its own that takes no text messages. */
export const isSpecial = (national: string): boolean => covered(numberingPlan.special, national);

/** Whether a national number of ten digits is a landline with an area code from before 2017. */
export const hasOldAreaCode = (national: string): boolean => covered(numberingPlan.oldAreaCodes, national);

/** Today's prefix for the three digits of an eleven-digit mobile number, or nothing. */
export const migratedPrefix = (three: string): string | undefined => numberingPlan.migrated[three];
