import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at, Day } from '../../../shared/domain/values/day.ts';
import { hours, type Instant, plus } from '../../../shared/domain/values/instant.ts';
import { Status, statuses } from '../../../shared/domain/dossier/statuses.ts';
import {
  defaultHoldBack,
  stillWorthSending,
  tellableAt,
} from '../../../shared/domain/dossier/superseding.ts';

const moment = (time: string): Instant => at(Day.parse('2026-03-02'), time);
const is = (status: Status, time: string) => ({ status, occurredAt: moment(time) });

describe('a message that waits', () => {
  it.each<[Status, Status, string]>([
    ['received', 'completed', 'the result came at once'],
    ['received', 'withdrawn', 'the citizen withdrew'],
    ['supplement-requested', 'in-progress', 'the papers came'],
    ['payment-requested', 'in-progress', 'the money came'],
    ['delayed', 'completed', 'the result came after all'],
    ['delayed', 'delayed', 'a newer apology names another day'],
    ['completed', 'returned', 'the citizen has the result in hand'],
    ['completed', 'withdrawn', 'the citizen withdrew'],
    ['completed', 'stopped', 'the office stopped the work'],
    ['supplement-requested', 'not-accepted', 'the dossier was refused'],
  ])('that says %s is not sent once %s: %s', (news, later) => {
    expect(stillWorthSending(is(news, '09:00'), [is(news, '09:00'), is(later, '10:00')])).toBe(false);
  });

  it.each<[Status, Status, string]>([
    ['received', 'in-progress', 'the receipt with the due date is still news'],
    ['received', 'supplement-requested', 'both are news'],
    ['supplement-requested', 'delayed', 'the papers are still missing'],
    ['completed', 'delayed', 'a late apology does not take the result back'],
    ['withdrawn', 'returned', 'the withdrawal is confirmed'],
  ])('that says %s is still sent although %s: %s', (news, later) => {
    expect(stillWorthSending(is(news, '09:00'), [is(news, '09:00'), is(later, '10:00')])).toBe(true);
  });

  it('is not overtaken by what happened before it', () => {
    expect(stillWorthSending(is('completed', '10:00'), [is('returned', '09:00')])).toBe(true);
  });

  it('is told again when a stopped dossier is completed later', () => {
    const known = [is('completed', '09:00'), is('stopped', '10:00'), is('completed', '11:00')];
    expect(stillWorthSending(is('completed', '11:00'), known)).toBe(true);
  });

  it('is overtaken by another status of the same minute, as bulk updates write them', () => {
    expect(stillWorthSending(is('received', '09:00'), [is('completed', '09:00')])).toBe(false);
  });
});

/** What is pointless to say once this happened later, as an office says it; all that is not named here stays news. */
const takenBack: Readonly<Record<Status, readonly Status[]>> = {
  registered: [],
  received: [],
  'in-progress': ['supplement-requested', 'payment-requested'],
  'supplement-requested': [],
  'payment-requested': [],
  delayed: ['registered', 'received', 'in-progress', 'delayed'],
  completed: ['received', 'supplement-requested', 'payment-requested', 'delayed'],
  'not-accepted': ['received', 'supplement-requested', 'payment-requested', 'delayed', 'completed'],
  withdrawn: ['received', 'supplement-requested', 'payment-requested', 'delayed', 'completed'],
  stopped: ['received', 'supplement-requested', 'payment-requested', 'delayed', 'completed'],
  returned: [
    'received',
    'supplement-requested',
    'payment-requested',
    'delayed',
    'completed',
    'not-accepted',
    'stopped',
  ],
};

describe('the table of what overtakes what', () => {
  it.each(Status.options)('lets %s take back what is pointless by then, and nothing else', (later) => {
    const gone = Status.options.filter(
      (news) => !stillWorthSending(is(news, '09:00'), [is(news, '09:00'), is(later, '10:00')]),
    );
    expect(gone.toSorted()).toEqual([...takenBack[later]].toSorted());
  });

  it.each(Status.options)('never lets %s be overtaken by itself, unless it is an apology', (status) => {
    expect(statuses[status].overtakes.includes(status)).toBe(status === 'delayed');
  });

  it('lets no two statuses overtake each other, so that of any history something is told', () => {
    const mutual = Status.options.flatMap((one) =>
      Status.options.filter(
        (other) =>
          one < other && statuses[one].overtakes.includes(other) && statuses[other].overtakes.includes(one),
      ),
    );
    expect(mutual).toEqual([]);
  });

  it('always leaves the newest news standing', () => {
    const aHistory = fc
      .uniqueArray(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 12 })
      .chain((after) =>
        fc.tuple(
          ...after.map((hour) =>
            fc.constantFrom(...Status.options).map((status) => ({
              status,
              occurredAt: plus(moment('00:00'), hours(hour)),
            })),
          ),
        ),
      );
    fc.assert(
      fc.property(aHistory, (history) => {
        const newest = history.toSorted((a, b) => (a.occurredAt < b.occurredAt ? 1 : -1))[0]!;
        expect(stillWorthSending(newest, history)).toBe(true);
      }),
      { seed: 20260302, numRuns: 300 },
    );
  });
});

describe('holding back', () => {
  it('gives the counter twenty minutes before a citizen is told that the dossier was received', () => {
    expect(tellableAt(defaultHoldBack, is('received', '09:00'))).toBe(moment('09:20'));
  });

  it('calls for a ready result at once', () => {
    expect(tellableAt(defaultHoldBack, is('completed', '09:00'))).toBe(moment('09:00'));
  });
});
