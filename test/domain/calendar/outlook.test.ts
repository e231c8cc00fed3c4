import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysToConfirm, lookingTo, missingYears } from '../../../shared/domain/calendar/outlook.ts';
import { nationalCalendars } from '../../../shared/domain/calendar/national/calendars.ts';
import { addDays, addMonthsClamped, Day } from '../../../shared/domain/values/day.ts';
import { procedures2026 } from '../../../shared/domain/values/procedures-2026.ts';
import { rulesComing, rulesOn } from '../../../shared/domain/values/law/rule.ts';
import { rules2026 } from '../../../shared/domain/values/law/rules-2026.ts';
import { withoutPaper2026 } from '../../../shared/domain/values/law/without-paper-2026.ts';
import { findingsFrom } from '../../../infra/ops/doctor/findings.ts';

const day = (text: string): Day => Day.parse(text);

describe('the next twelve months', () => {
  it('end on the day before the same day of next year', () => {
    expect(lookingTo(day('2026-12-01'))).toBe('2027-11-30');
    expect(lookingTo(day('2027-01-01'))).toBe('2027-12-31');
    expect(lookingTo(day('2028-02-29'))).toBe('2029-02-27');
  });

  it('lack no year as long as both of theirs are entered, and name one that is not with its first day', () => {
    expect(missingYears(nationalCalendars, day('2026-12-01'))).toEqual([]);
    expect(missingYears(nationalCalendars, day('2027-01-02'))).toEqual([{ year: 2028, from: '2028-01-01' }]);
    expect(missingYears(nationalCalendars, day('2028-03-05'))).toEqual([
      { year: 2028, from: '2028-03-05' },
      { year: 2029, from: '2029-01-01' },
    ]);
  });

  it('name the days of Tết and of 2/9 that nobody has announced, and none that is past or further away', () => {
    const asked = daysToConfirm(nationalCalendars, day('2026-12-01')).map((each) => each.day);
    expect(asked).toContain('2027-02-04');
    expect(asked).toContain('2027-09-03');
    expect(daysToConfirm(nationalCalendars, day('2027-02-08'))[0]?.day).toBe('2027-02-08');
    expect(daysToConfirm(nationalCalendars, day('2025-12-31'))).toEqual([]);
  });
});

describe('the rules in force', () => {
  it('change on the day itself: the law on civil status on 1 March 2027', () => {
    const names = (on: string) => rulesOn(rules2026, day(on)).map(({ name }) => name);
    expect(names('2027-02-28')).toContain('Luật Hộ tịch 60/2014/QH13');
    expect(names('2027-02-28')).not.toContain('Luật Hộ tịch 03/2026/QH16');
    expect(names('2027-03-01')).toContain('Luật Hộ tịch 03/2026/QH16');
    expect(names('2027-03-01')).not.toContain('Luật Hộ tịch 60/2014/QH13');
  });

  it('each come exactly once to somebody who asks month after month', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), (length) => {
        const begin = day('2024-12-31');
        const steps = Array.from({ length: Math.ceil(1500 / length) }, (_, at) =>
          addDays(begin, at * length),
        );
        const told = steps.flatMap((from) => rulesComing(rules2026, from, addDays(from, length)));
        expect(told.toSorted((a, b) => a.name.localeCompare(b.name))).toEqual(
          rules2026
            .filter(({ inForceFrom }) => inForceFrom > begin)
            .toSorted((a, b) => a.name.localeCompare(b.name)),
        );
      }),
      { seed: 5, numRuns: 100 },
    );
  });
});

describe('the doctor', () => {
  const about = (from: string) => findingsFrom(day(from));

  it('tells in December 2026 of Tết, of the law of March, of times and of the schedule nobody confirmed', () => {
    const found = about('2026-12-01');
    const subjects = new Set(found.map((each) => each.about));
    for (const subject of ['calendar', 'processing-times', 'vaccination', 'law'] as const)
      expect(subjects).toContain(subject);
    expect(found.find(({ what }) => what.includes('03/2026/QH16'))).toMatchObject({
      is: 'coming',
      from: '2027-03-01',
    });
    expect(found.filter(({ what }) => what.includes('no calendar'))).toEqual([]);
  });

  it('names the services without paper files whose codes nobody entered, and tells of all before they begin', () => {
    const missing = about('2026-12-01').filter((each) => each.about === 'without-paper');
    expect(
      missing.map(({ what, confidence }) => [what.includes('Đăng ký biến động đất đai'), confidence]),
    ).toContainEqual([true, 'B']);
    expect(missing.every(({ is, from }) => is === 'missing' && from >= '2026-12-01')).toBe(true);
    const before = about('2025-09-01').filter(
      ({ is, about: of }) => is === 'coming' && of === 'without-paper',
    );
    expect(before).toHaveLength(withoutPaper2026.services.length);
    expect(new Set(before.map(({ from }) => from))).toEqual(new Set(['2025-10-01']));
  });

  it('knows by name every procedure that is said to be without paper files', () => {
    const codes = withoutPaper2026.services.flatMap(({ procedures }) => procedures);
    const known = procedures2026.procedures.map(({ code }) => code);
    expect(codes.filter((code) => !known.includes(code))).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('misses the calendar of 2028 from the second day of 2027 on, when a year from then first reaches it', () => {
    const missed = (from: string) => about(from).some(({ what }) => what.includes('the year 2028'));
    expect([missed('2027-01-01'), missed('2027-01-02')]).toEqual([false, true]);
  });

  it('asks for another look at a table of procedures that will be a year old', () => {
    const later = addMonthsClamped(day(procedures2026.version), 1);
    expect(findingsFrom(later).map((each) => each.about)).toContain('procedures');
  });

  it('names the soonest first, and nothing that begins after the twelve months', () => {
    const found = about('2026-12-01').map(({ from }) => from);
    expect(found).toEqual(found.toSorted());
    expect(found.at(-1)! <= lookingTo(day('2026-12-01'))).toBe(true);
  });
});
