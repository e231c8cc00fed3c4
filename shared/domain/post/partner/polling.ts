/** A partner that pulls has to ask. One that stops asking while papers wait for it is an incident: a quiet printer. */
import { type Instant, minutes } from '../../values/instant.ts';
import type { PostalPartner } from './partner.ts';

/**
 * A partner asks every few seconds, all day; to know that it asks at all, one note in so much time is enough.
 * Milliseconds.
 */
export const pollNotedEvery = minutes(5);

/** `lastAskedAt` is missing where it never asked; jobs are on offer to it since `offeredSince`. */
export type SilentPartner = { partner: string; offeredSince: Instant; lastAskedAt?: Instant };

/** How many milliseconds of office hours lie between two instants. */
export type WorkedTime = (from: Instant, to: Instant) => number;

/** The partner, if it has let pass more office hours than agreed since it could have asked for these jobs. */
export const silenceOf = (
  { code, asksWithinMinutes }: Pick<PostalPartner, 'code' | 'asksWithinMinutes'>,
  offeredSince: Instant,
  lastAskedAt: Instant | undefined,
  now: Instant,
  worked: WorkedTime,
): SilentPartner | undefined => {
  const quietSince = lastAskedAt !== undefined && lastAskedAt > offeredSince ? lastAskedAt : offeredSince;
  if (worked(quietSince, now) <= minutes(asksWithinMinutes)) return undefined;
  return { partner: code, offeredSince, ...(lastAskedAt !== undefined && { lastAskedAt }) };
};

export interface Polls {
  /** The partner has asked for jobs, whether it got any or not. Kept to the few minutes of `polling.ts`. */
  noted(partner: string, at: Instant): Promise<void>;
  /** When each partner last asked, as far as it ever did. */
  newest(): Promise<ReadonlyMap<string, Instant>>;
}
