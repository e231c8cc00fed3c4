import { describe, expect, it } from 'vitest';
import { snsHandoverOf } from '../../../shared/adapters/carriers/sms/sns/failures.ts';
import { wasTooFast } from '../../../shared/domain/notification/carrier.ts';
import { nextTry } from '../../../shared/domain/notification/pace/patience.ts';
import { between, Instant, minutes, seconds } from '../../../shared/domain/values/instant.ts';

const now = Instant.parse('2026-03-02T02:00:00.000Z');
const throttled = snsHandoverOf(
  Object.assign(new Error('Rate exceeded'), {
    name: 'ThrottlingException',
    $metadata: { httpStatusCode: 400 },
  }),
) as never;

describe('a message that was turned away because too many came at once', () => {
  it('waits for the time the carrier names and at most as long again, however often it was turned away', () => {
    for (const attempts of [1, 2, 5, 40]) {
      const waits = between(now, nextTry(now, { id: `attempt-${attempts}`, attempts }, throttled));
      expect(waits).toBeGreaterThanOrEqual(seconds(30));
      expect(waits).toBeLessThanOrEqual(seconds(60));
    }
  });

  it('does not come back together with the others', () => {
    const at = Array.from({ length: 1000 }, (_, n) => nextTry(now, { id: `a-${n}`, attempts: 1 }, throttled));
    const bySecond = Map.groupBy(at, (instant) => instant.slice(0, 19));
    expect(Math.max(...[...bySecond.values()].map(({ length }) => length))).toBeLessThanOrEqual(60);
  });

  it.each(['ThrottlingException', 'http-429', 'says-too-many', '99 too-many', 'RequestLimitExceeded'])(
    'is known by what carriers call it: %s',
    (reason) => {
      expect(wasTooFast({ outcome: 'busy', retryAfter: seconds(30), reason })).toBe(true);
    },
  );
});

it.each(['ECONNREFUSED', 'no-store'])(
  'a carrier that nobody reaches is asked ever more patiently: %s',
  (reason) => {
    const said = { outcome: 'busy', retryAfter: minutes(1), reason } as const;
    const waits = [1, 3, 4, 6].map((attempts) => between(now, nextTry(now, { id: 'a', attempts }, said)));
    expect(waits).toEqual([minutes(1), minutes(2), minutes(5), minutes(30)]);
  },
);
