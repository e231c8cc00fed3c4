import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dossier } from '../../../shared/domain/dossier/dossier.ts';
import { decide } from '../../../shared/domain/decision/decide.ts';
import { isStillNews } from '../../../shared/domain/decision/latest-news.ts';
import { type Instant, minutes, plus, seconds } from '../../../shared/domain/values/instant.ts';
import { roundsOf } from '../../../shared/domain/dossier/rounds.ts';
import { Status } from '../../../shared/domain/dossier/statuses.ts';
import type { AcceptedEvent } from '../../../shared/domain/dossier/event/status-event.ts';
import { decideDispatch } from '../../../shared/domain/post/job/decide-dispatch.ts';
import { anEvent, circumstances } from '../../support/builders/dossiers.ts';
import { placesSample as places } from '../../../shared/domain/values/places/places-sample.ts';
import { aWardsPost } from '../../support/builders/post.ts';

const nine = '2026-03-02T02:00:00.000Z' as Instant;
const at = (time: string) => `2026-03-02T${time}+07:00`;
let count = 0;
const report = (status: string, time: string, facts: Record<string, unknown> = {}) =>
  anEvent({ eventId: `r-${(count += 1)}`, status, occurredAt: at(time), ...facts });

/** What is decided as reports arrive, each at its own moment (five seconds after it happened where none is named). */
const live = (arrivals: readonly (AcceptedEvent | [AcceptedEvent, Instant])[]) => {
  let dossier: Dossier | undefined;
  const decisions = arrivals.map((arrival) => {
    const [event, now] = Array.isArray(arrival) ? arrival : [arrival, plus(arrival.occurredAt, seconds(5))];
    const decision = decide(event, dossier, circumstances(), now);
    dossier = decision.dossier;
    return decision;
  });
  const told = decisions.flatMap(({ notifications }) => notifications);
  const taken = new Set(decisions.flatMap(({ overtaken }) => overtaken));
  return { dossier: dossier!, decisions, told, left: told.filter(({ id }) => !taken.has(id)) };
};

describe('one step that two messages report', () => {
  it.each(['received', 'supplement-requested', 'payment-requested', 'completed', 'withdrawn', 'stopped'])(
    'is told once when it is %s, whichever message comes first',
    (status) => {
      const whole = report(status, '09:00:00', { dueAt: at('17:00:00'), fee: 8000 });
      const progress = report(status, '09:01:10', { applicant: null, procedureCode: null });
      expect(live([whole, progress]).left).toHaveLength(1);
      expect(live([progress, whole]).left).toHaveLength(1);
    },
  );

  it('is told once when the office got on before the second message came', () => {
    const steps = [
      report('received', '09:00:00'),
      report('completed', '09:00:20'),
      report('received', '09:01:00'),
      report('completed', '09:01:20'),
    ];
    for (const order of [steps, steps.toReversed(), [steps[0]!, steps[2]!, steps[1]!, steps[3]!]])
      expect(live(order).left.map(({ purpose }) => purpose)).toEqual(['ready-counter']);
  });

  it('asks for one journey of its result, and does not cancel an apology', () => {
    const { dossier } = live([report('completed', '09:00:00'), report('completed', '09:01:10')]);
    expect(decideDispatch(dossier, 'post', aWardsPost(), places, nine).resultVersion).toBe(1);
    const newDueAt = '2026-03-04T17:00:00+07:00';
    const late = [report('delayed', '09:00:00', { newDueAt }), report('delayed', '09:01:10', { newDueAt })];
    expect(live(late).left).toHaveLength(1);
  });
});

describe('a status that is reported again is news', () => {
  it('when another status lay between', () => {
    const again = [
      report('supplement-requested', '08:00:00'),
      report('in-progress', '08:30:00'),
      report('supplement-requested', '09:00:00'),
    ];
    expect(live(again).told).toHaveLength(2);
  });

  it('when its sender counts on', () => {
    const again = [
      report('supplement-requested', '08:00:00', { round: 1 }),
      report('supplement-requested', '08:01:00'),
      report('supplement-requested', '09:00:00', { round: 2 }),
      report('supplement-requested', '09:00:30'),
    ];
    expect(live(again).left).toHaveLength(2);
  });

  it('but not for its time, a week later either', () => {
    const later = anEvent({ eventId: 'w', occurredAt: '2026-03-09T09:00:00+07:00' });
    expect(live([report('completed', '09:00:00'), later]).decisions[1]?.silent).toBe('already-told');
  });
});

describe('what the citizen has to do', () => {
  const deadline = (day: string) => ({ dueAt: `2026-03-${day}T17:00:00+07:00` });
  it.each<[string, string, Record<string, unknown>, Record<string, unknown>, number]>([
    ['another deadline', 'supplement-requested', deadline('10'), deadline('12'), 2],
    ['another date', 'delayed', { newDueAt: at('17:00:00') }, { newDueAt: '2026-03-05T17:00:00+07:00' }, 2],
    ['another sum', 'payment-requested', { fee: 8000 }, { fee: 16_000 }, 2],
    ['another place', 'completed', {}, { returnedBy: '29926' }, 2],
    ['another way to get it', 'completed', { returnMethod: 'electronic' }, { returnMethod: 'counter' }, 2],
    ['another phone', 'completed', {}, { applicant: { phone: '0987 654 321' } }, 2],
    ['the way that was taken for granted', 'completed', {}, { returnMethod: 'counter' }, 1],
    ['a sum that was not known', 'payment-requested', {}, { fee: 8000 }, 1],
    ['a phone written otherwise', 'completed', {}, { applicant: { phone: '+84 912 345 678' } }, 1],
    ['a reason', 'stopped', {}, { reason: 'thiếu giấy tờ' }, 1],
    [
      'the same deadline, to the second',
      'supplement-requested',
      deadline('10'),
      { dueAt: '2026-03-10T17:00:30+07:00' },
      1,
    ],
  ])('is told anew for %s, and not for less', (_, status, first, second, times) => {
    const one = report(status, '09:00:00', first);
    const two = { ...report(status, '09:10:00', second), eventId: 'two' as AcceptedEvent['eventId'] };
    const { left, told, dossier } = live([one, [two, plus(one.occurredAt, minutes(11))]]);
    expect(told).toHaveLength(times);
    expect(new Set(told.map(({ id }) => id)).size).toBe(times);
    expect(left.at(-1)).toEqual(told.at(-1));
    expect(isStillNews(dossier, told[0]!.id)).toBe(times === 1);
  });

  it('is said once, as it now stands, while the message still waits', () => {
    const first = report('received', '09:00:00');
    const second = report('received', '09:00:40', { dueAt: at('17:00:00') });
    const { told, left } = live([first, second]);
    expect(told).toHaveLength(2);
    expect(left).toMatchObject([{ text: expect.stringContaining('Hen tra 17:00 ngay 02/03/2026') }]);
    expect(left[0]!.dueAt).toBe(told[0]!.dueAt);
  });

  it('is told back when the first word turns out to be right', () => {
    const sums = [8000, 16_000, 8000].map((fee, hour) =>
      report('payment-requested', `1${hour}:00:00`, { fee }),
    );
    expect(live(sums).told.map(({ text }) => /\d+\.000/.exec(text)?.[0])).toEqual([
      '8.000',
      '16.000',
      '8.000',
    ]);
  });
});

/** A day of one dossier: no status twice in a row, ten minutes or more between them. */
const aDay = fc
  .array(fc.tuple(fc.constantFrom(...Status.options), fc.integer({ min: 10, max: 60 })), {
    minLength: 1,
    maxLength: 7,
  })
  .map((steps) => steps.filter(([status], index) => status !== steps[index - 1]?.[0]))
  .map((steps) => {
    let time = nine;
    return steps.map(([status, gap]) => {
      time = plus(time, minutes(gap));
      return { status, time };
    });
  });
/** A quick office: no status comes back, and the next may come before the second report of the last. */
const aQuickDay = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom(...Status.options), { minLength: 2, maxLength: 7 }),
    fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 7, maxLength: 7 }),
  )
  .map(([passed, gaps]) => {
    let time = nine;
    return passed.map((status, index) => {
      time = plus(time, seconds(gaps[index]!));
      return { status, time };
    });
  });
const doubled = (aStory: typeof aDay) =>
  aStory.chain((day) =>
    fc
      .tuple(
        fc.constant(day),
        fc.array(fc.integer({ min: -170, max: 170 }), { minLength: day.length, maxLength: day.length }),
      )
      .chain(([steps, apart]) => {
        const facts = { applicant: { phone: '0912345678' }, newDueAt: '2026-03-09T17:00:00+07:00' };
        const events = steps.flatMap(({ status, time }, index) =>
          [time, plus(time, seconds(apart[index]!))].map((occurredAt, reporter) =>
            anEvent({ ...facts, eventId: `${index}-${reporter}`, status, occurredAt }),
          ),
        );
        return fc.tuple(
          fc.constant(steps),
          fc.shuffledSubarray(events, { minLength: events.length, maxLength: events.length }),
        );
      }),
  );

describe('any history, doubled by a second reporter', () => {
  it('has the rounds it had, in any order, and tells none of them twice', () => {
    fc.assert(
      fc.property(doubled(aDay), ([steps, arrival]) => {
        const evening = plus(nine, minutes(10 * 60));
        const { dossier, told } = live(arrival.map((event) => [event, evening]));
        expect(roundsOf(dossier.steps).map(({ status }) => status)).toEqual(
          steps.map(({ status }) => status),
        );
        const rounds = told.map(({ cause }) => cause.split('-')[0]);
        expect(new Set(rounds).size).toBe(rounds.length);
      }),
      { seed: 20261201, numRuns: 400 },
    );
  });

  it('has them too where the office got on before the second message came', () => {
    fc.assert(
      fc.property(doubled(aQuickDay), ([steps, arrival]) => {
        const evening = plus(nine, minutes(10 * 60));
        const { dossier, told } = live(arrival.map((event) => [event, evening]));
        const once = roundsOf(dossier.steps).map(({ status }) => status);
        expect(once.toSorted()).toEqual(steps.map(({ status }) => status).toSorted());
        const rounds = told.map(({ cause }) => cause.split('-')[0]);
        expect(new Set(rounds).size).toBe(rounds.length);
      }),
      { seed: 20261201, numRuns: 400 },
    );
  });
});

describe('a synchronisation that stamps "now" on every run', () => {
  const repeats = Array.from({ length: 10_000 }, (_, index) =>
    anEvent({ eventId: `sync-${index}`, status: 'received', occurredAt: plus(nine, minutes(index)) }),
  );

  it('tells once, and the dossier stays small', () => {
    const { told, dossier } = live(repeats);
    expect(told).toHaveLength(1);
    expect(JSON.stringify(dossier).length).toBeLessThan(3000);
  });

  it('stays small where each run also names another date, or another status', () => {
    const dates = repeats
      .slice(0, 2000)
      .map((event, index) => ({ ...event, dueAt: plus(nine, minutes(9000 + index)) }));
    expect(JSON.stringify(live(dates).dossier).length).toBeLessThan(8000);
    const restless = repeats.slice(0, 2000).map((event, index) => ({
      ...event,
      status: index % 2 === 0 ? ('received' as const) : ('supplement-requested' as const),
      occurredAt: plus(nine, minutes(10 * index)),
    }));
    expect(JSON.stringify(live(restless).dossier).length).toBeLessThan(16_000);
  });
});
