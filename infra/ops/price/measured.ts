/** How an event ends. */
export type Kind = 'told' | 'silent' | 'overtaken' | 'duplicate';

/** What one event costs, from its report to its receipt. */
type Cost = { calls: number; reads: number; writes: number };

/**
 * Counted over the sample day of one ward (`npm run bench -- calls`, docs/benchmarks.md, 2026-12-01): 200 dossiers, how their
 * events ended, and what each costs. Calls of SDKs, read and write units of DynamoDB (writes: table and indexes).
 */
export const measured = {
  dossiers: 200,
  events: { told: 221, silent: 558, overtaken: 95, duplicate: 26 } satisfies Record<Kind, number>,
  each: {
    told: { calls: 6.82, reads: 2.36, writes: 29.2 },
    silent: { calls: 1.12, reads: 1.77, writes: 10.71 },
    overtaken: { calls: 1.57, reads: 1.79, writes: 15.71 },
    duplicate: { calls: 1, reads: 0, writes: 1 },
  } satisfies Record<Kind, Cost>,
  /** Parts of one message, mean of that day, in ASCII. */
  partsPerSms: 1.37,
};

/** What the country is reckoned with: facts and wishes, not measurements. */
export const country = {
  provinces: 34,
  communes: 3321,
  dossiersPerYear: 100_000_000,
  dossiersOnABusyDay: 1_000_000,
  /** Of a busy day's dossiers, how many come in its three busiest hours. */
  inThreeHours: 0.6,
  /** Of the country's people, those of the largest province (Thành phố Hồ Chí Minh, 14 of 102 million). */
  largestProvince: 0.137,
};
