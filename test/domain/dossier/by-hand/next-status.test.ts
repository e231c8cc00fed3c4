import { describe, expect, it } from 'vitest';
import { stepAsks, stepsAfter } from '../../../../shared/domain/dossier/by-hand/next-status.ts';
import { whenItWas } from '../../../../shared/domain/dossier/by-hand/when-it-was.ts';
import { Status, statuses } from '../../../../shared/domain/dossier/statuses.ts';
import type { Instant } from '../../../../shared/domain/values/instant.ts';

describe('the next step by hand', () => {
  it('of a new dossier is filing, reception or refusal', () => {
    expect(stepsAfter(undefined)).toEqual(['registered', 'received', 'not-accepted']);
  });

  it('of received papers is everything that may happen to work, and no second reception', () => {
    expect(stepsAfter('received')).toEqual([
      'in-progress',
      'supplement-requested',
      'payment-requested',
      'withdrawn',
      'stopped',
      'delayed',
      'completed',
    ]);
  });

  it.each(Status.options.filter((status) => statuses[status].ends !== false))(
    'of a dossier that is over (%s) is handing back, or nothing',
    (over) => {
      expect(stepsAfter(over)).toEqual(over === 'returned' ? [] : ['returned']);
    },
  );

  it.each(Status.options.filter((status) => statuses[status].ends === false))(
    'of a dossier that is %s leads to its end, and never back to the door',
    (status) => {
      const next = stepsAfter(status);
      expect(next.some((one) => statuses[one].ends !== false)).toBe(true);
      expect(next).not.toContain('registered');
      expect(next).not.toContain('returned');
    },
  );

  it('is the same one again only for a second apology', () => {
    expect(Status.options.filter((status) => stepsAfter(status).includes(status))).toEqual(['delayed']);
  });

  it('is offered in the order of the portal', () => {
    const ranks = stepsAfter('registered').map((status) => statuses[status].place.rank);
    expect(ranks).toEqual(ranks.toSorted((one, other) => one - other));
  });

  it('asks why of every status that a national record has to give a reason for, and of an apology', () => {
    const why = Status.options.filter((status) => stepAsks(status).needs.includes('reason'));
    expect(why).toEqual(
      Status.options.filter((status) => statuses[status].needsReason || status === 'delayed'),
    );
  });
});

describe('the hour of a step by hand', () => {
  const since = '2026-12-01T02:00:30.000Z' as Instant;
  const now = '2026-12-01T03:00:00.000Z' as Instant;

  it('is now where nothing is typed, and the minute that is typed', () => {
    expect(whenItWas(undefined, { now, since })).toBe(now);
    const typed = '2026-12-01T02:30:00.000Z' as Instant;
    expect(whenItWas(typed, { now, since })).toBe(typed);
  });

  it('comes right after the step before within the same minute, and where that clock was ahead', () => {
    const after = '2026-12-01T02:00:30.001Z';
    expect(whenItWas('2026-12-01T02:00:00.000Z' as Instant, { now, since })).toBe(after);
    expect(whenItWas(undefined, { now: '2026-12-01T01:55:00.000Z' as Instant, since })).toBe(after);
  });

  it('is none before the step that it follows', () => {
    expect(whenItWas('2026-12-01T01:59:00.000Z' as Instant, { now, since })).toBeUndefined();
  });
});
