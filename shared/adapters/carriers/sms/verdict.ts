import { minutes, seconds } from '../../../domain/values/instant.ts';
import { jsonOf } from '../../../domain/values/wire/exact-json.ts';
import type { HttpAnswer } from '../http-call.ts';
import { troubleIn } from '../server-trouble.ts';
import type { Handover, RefusedBecause } from '../../../domain/notification/carrier.ts';

/**
 * What a gateway's code means for a message, and how sure our source is (`A` the gateway's own pages, `B` public client
 * code, `C` hearsay). A refusal of our account, address or balance is `busy` until a person mends it: no citizen is at
 * fault and every other message fails the same way, so none of them is given up.
 */
export type Verdict = { means: string; source: 'A' | 'B' | 'C' } & (
  | { outcome: 'refused'; because: RefusedBecause }
  | { outcome: 'busy'; until: 'soon' | 'reachable' | 'mended' }
  | { outcome: 'unknown' }
);

/** A gateway's codes as data. What is not in the table is a doubt. */
export type Verdicts = Readonly<Record<string, Verdict>>;

const waits = { soon: seconds(30), reachable: minutes(1), mended: minutes(15) } as const;

/** A handover in which the message surely or possibly did not go out. */
export type Declined = Exclude<Handover, { outcome: 'accepted' }>;

const busy = (reason: string, until: keyof typeof waits, retryAfter = 0): Declined => ({
  outcome: 'busy',
  retryAfter: Math.max(waits[until], retryAfter),
  reason,
  ...(until === 'mended' && { toMend: reason }),
});

/**
 * What a gateway's own code says, beside what its whole answer says of itself. The reason is the code and our words for
 * it, never the gateway's free text.
 */
export const judged = (verdicts: Verdicts, code: string, answer: HttpAnswer): Declined => {
  const verdict = Object.hasOwn(verdicts, code) ? verdicts[code] : undefined;
  if (verdict === undefined || verdict.outcome === 'refused') {
    const trouble = troubleIn(jsonIn(answer));
    if (trouble === 'too-many') return busy(`${safe(code)} too-many`, 'soon');
    if (trouble === 'failing') return { outcome: 'unknown', reason: `${safe(code)} server-error` };
  }
  if (verdict === undefined) return { outcome: 'unknown', reason: `${safe(code)} unrecognised` };
  const reason = `${code} ${verdict.means}`;
  if (verdict.outcome === 'busy') return busy(reason, verdict.until);
  if (verdict.outcome === 'unknown') return { outcome: 'unknown', reason };
  const { because } = verdict;
  return { outcome: 'refused', reason, because, ...(because === 'carrier' && { toMend: reason }) };
};

/** A code nobody taught us goes into records and logs, so it may be no longer than a code and no wordier. */
const safe = (code: string): string => (/^[\w.-]{1,20}$/.test(code) ? code : 'a code');

/**
 * What a request says that never came to an answer, or an answer by its status alone: asked only when the body says
 * nothing we can read. Time-outs, resets, redirects and 5xx leave open whether the gateway took the message.
 */
export const withoutWords = (answer: HttpAnswer): Declined => {
  if (answer.is !== 'answer') {
    const { is, why } = answer;
    return is === 'never-left' ? busy(why, 'reachable') : { outcome: 'unknown', reason: why };
  }
  const { status, retryAfter } = answer;
  if (status === 429) return busy('http-429', 'soon', retryAfter);
  // Wrong credentials, wrong address: ours to mend.
  if ([401, 403, 404, 405].includes(status)) return busy(`http-${status}`, 'mended');
  if (troubleIn(jsonIn(answer)) === 'too-many') return busy('says-too-many', 'soon');
  if (status >= 400 && status < 500 && status !== 408)
    return { outcome: 'refused', reason: `http-${status}`, because: 'carrier' };
  return { outcome: 'unknown', reason: `http-${status} without an answer` };
};

/** The body of an answer as JSON, for a schema to look at; undefined when there is none, or HTTP itself says enough. */
export const jsonIn = (answer: HttpAnswer): unknown => {
  if (answer.is !== 'answer' || answer.status >= 500 || answer.status === 429) return undefined;
  return jsonOf(answer.body);
};
