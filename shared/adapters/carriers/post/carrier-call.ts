import { minutes, seconds } from '../../../domain/values/instant.ts';
import type { RejectReason } from '../../../domain/post/job/lease.ts';
import type { Busy, Doubt, Placing } from '../../../domain/post/partner/postal-carrier.ts';
import { jsonOf } from '../../../domain/values/wire/exact-json.ts';
import { type HttpAnswer, httpCall, type HttpQuestion } from '../http-call.ts';
import { troubleIn } from '../server-trouble.ts';

/** Order systems are slower than SMS gateways. Milliseconds. */
const patience = { connect: 2000, answer: 8000 } as const;

/** What one call lasts at most, in milliseconds. */
export const longestCall = patience.connect + patience.answer;

const waits = { soon: seconds(30), reachable: minutes(1), mended: minutes(15) } as const;

export const busy = (reason: string, until: keyof typeof waits, retryAfter = 0): Busy => ({
  is: 'busy',
  reason,
  retryAfter: Math.max(waits[until], retryAfter),
});
export const doubt = (reason: string): Doubt => ({ is: 'unknown', reason });

/** An answer that is a sentence of the carrier's: any status below 500, with JSON. */
export type CarrierAnswer = { is: 'said'; status: number; value: unknown };

/**
 * One call, once. What never left is surely not done; what got lost, a server's error and what is no JSON leave it open.
 * `reads` names statuses that would be ours to mend, but in which this carrier says something.
 */
export const call = async (
  question: HttpQuestion,
  reads: readonly number[] = [],
): Promise<CarrierAnswer | Busy | Doubt> => {
  const answer: HttpAnswer = await httpCall(question, patience);
  if (answer.is !== 'answer')
    return answer.is === 'never-left' ? busy(answer.why, 'reachable') : doubt(answer.why);
  const { status, retryAfter, body } = answer;
  if (status === 429) return busy('http-429', 'soon', retryAfter);
  const value = jsonOf(body);
  if (reads.includes(status) && value !== undefined) return { is: 'said', status, value };
  // Wrong credentials, wrong address: no parcel is at fault.
  if ([401, 403, 404, 405].includes(status)) return busy(`http-${status}`, 'mended');
  if (status >= 500 || status === 408) return doubt(`http-${status}`);
  return value === undefined ? doubt(`http-${status} without JSON`) : { is: 'said', status, value };
};

/**
 * What a carrier's code means for an order, and how sure our source is (`A` the carrier's own pages, `B` public client
 * code, `C` hearsay). A refusal of our account is `busy` until a person mends it: no parcel is at fault.
 */
export type OrderVerdict = { means: string; source: 'A' | 'B' | 'C' } & (
  | { is: 'refused'; because: RejectReason }
  | { is: 'busy'; until: 'soon' | 'mended' }
  | { is: 'unknown' }
);
export type OrderVerdicts = Readonly<Record<string, OrderVerdict>>;

/**
 * Whether a carrier that did not say yes speaks of itself: then nobody knows whether it took the order, or it surely did
 * not. A code whose verdict knows better keeps it.
 */
export const ofItself = (value: unknown, taught?: OrderVerdict): Busy | Doubt | undefined => {
  if (taught !== undefined && taught.is !== 'refused') return undefined;
  const trouble = troubleIn(value);
  if (trouble === undefined) return undefined;
  return trouble === 'too-many' ? busy('says-too-many', 'soon') : doubt('says-server-error');
};

/**
 * What a carrier says by a code of its own when it does not take an order. A code that nobody taught us is a refusal
 * still: the carrier answered in its own form that it has not taken it, unless `value`, its whole answer, speaks of itself.
 */
export const verdictOf = (
  verdicts: OrderVerdicts,
  code: string,
  value: unknown,
): Extract<Placing, { is: 'refused' | 'busy' | 'unknown' }> => {
  const verdict = Object.hasOwn(verdicts, code) ? verdicts[code] : undefined;
  const trouble = ofItself(value, verdict);
  if (trouble !== undefined) return trouble;
  if (verdict === undefined)
    return { is: 'refused', because: 'carrier-refused', reason: `${safe(code)} unrecognised` };
  const reason = `${code} ${verdict.means}`;
  if (verdict.is === 'refused') return { is: 'refused', because: verdict.because, reason };
  return verdict.is === 'busy' ? busy(reason, verdict.until) : doubt(reason);
};

/** A code nobody taught us goes into records and logs, so it may be no longer than a code and no wordier. */
export const safe = (code: string): string => (/^[\w.-]{1,40}$/.test(code) ? code : 'a code');
