/**
 * The interfaces of postal carriers that we speak; a partner's settings name one of them. This is the only list: accounts,
 * callbacks and the simulator are tables over it, so a new name does not compile until each has its row.
 */
export const carrierInterfaces = [
  'vnpost-public-post',
  'myvnpost',
  'ghn',
  'viettel-post',
  'ghtk',
  'ems',
] as const;
export type CarrierInterface = (typeof carrierInterfaces)[number];
