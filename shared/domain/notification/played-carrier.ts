/** What stands in for a carrier, and for its receipt, when a message goes to a test number. */
import { minutes, seconds } from '../values/instant.ts';
import type { Receipt } from './receipt.ts';
import { fateOf } from '../phone/test-numbers.ts';
import type { Handover } from './carrier.ts';

/** How often the slow one asks to come back before it takes a message, and how long it puts it off each time. */
const slow = { times: 3, retryAfter: minutes(20) };

/** What stands in for the carrier, and for the receipt that would come later. */
export type Played = { handover: Handover; receipt?: Receipt['outcome'] };

/**
 * What becomes of a message to a test number at its `attempts`-th attempt, counted from 1; undefined for a number that a
 * carrier has to be asked about. One that plays a refusal or a landline is written to only where it wrote to us first.
 */
export const playTestNumber = (
  to: string,
  { attempt, attempts }: { attempt: string; attempts: number },
): Played | undefined => {
  const taken: Handover = { outcome: 'accepted', carrier: 'test-number', reference: `test-${attempt}` };
  const busy = (retryAfter: number): Played => ({
    handover: { outcome: 'busy', retryAfter, reason: 'test-number' },
  });
  const fate = fateOf(to);
  switch (fate) {
    case undefined:
      return undefined;
    case 'undelivered':
      return { handover: taken, receipt: 'undelivered' };
    case 'refused':
      return { handover: { outcome: 'refused', reason: 'test-number' } };
    case 'unknown':
      return { handover: { outcome: 'unknown', reason: 'test-number' } };
    case 'no-receipt':
      return { handover: taken };
    case 'busy-then-delivered':
      return attempts === 1 ? busy(seconds(30)) : { handover: taken, receipt: 'delivered' };
    case 'slow':
      return attempts <= slow.times ? busy(slow.retryAfter) : { handover: taken, receipt: 'delivered' };
    case 'delivered':
    case 'opted-out':
    case 'call':
      return { handover: taken, receipt: 'delivered' };
  }
};
