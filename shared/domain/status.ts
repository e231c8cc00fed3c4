import * as z from 'zod';

/**
 * The ten statuses of the national public-service portal, in its own numbering 1..10, stable over every system
 * that synchronises with it. A local system's finer states are mapped to these before they reach us.
 */
export const portalStatuses = [
  'registered',
  'received',
  'not-accepted',
  'in-progress',
  'supplement-requested',
  'payment-requested',
  'withdrawn',
  'stopped',
  'completed',
  'returned',
] as const;

/** A portal status, or `delayed`: the office apologises and names a new date (Mẫu 04, TT 03/2025/TT-VPCP). */
export const Status = z.enum([...portalStatuses, 'delayed']);
export type Status = z.infer<typeof Status>;

/** How callers name a status: by our name or by the portal's number. */
export const StatusInput = z
  .union([Status, z.int().min(1).max(portalStatuses.length)])
  .transform((given): Status => (typeof given === 'number' ? portalStatuses[given - 1]! : given));

/**
 * How far along a status is, for events that claim the same instant: the later step wins. `delayed` stands right
 * before the result, since an apology is written while the work still goes on.
 */
export const rankOf = (status: Status): number =>
  status === 'delayed' ? 8.5 : portalStatuses.indexOf(status) + 1;
