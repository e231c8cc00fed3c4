import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { between, hours, type Instant, instantOf } from '../../../shared/domain/values/instant.ts';
import { defaultSendWindow, sendableAt, SendWindow } from '../../../shared/domain/calendar/send-window.ts';
import { timeOf } from '../../../shared/domain/values/day.ts';

const local = (text: string): Instant => instantOf(new Date(`${text}+07:00`));
const sendable = (text: string): Instant => sendableAt(defaultSendWindow, local(text));

describe('between 07:00 and 21:00', () => {
  it.each([
    ['at 07:00:00.000 exactly', '2026-03-02T07:00:00.000'],
    ['at noon', '2026-03-02T12:00:00.000'],
    ['a millisecond before 21:00', '2026-03-02T20:59:59.999'],
    ['on Sunday and on holidays as well', '2026-11-22T08:00:00.000'],
  ])('a message may go at once %s', (_, text) => expect(sendable(text)).toBe(local(text)));
});

describe('at night a message waits for 07:00', () => {
  it.each([
    ['at 21:00:00.000 exactly: until tomorrow', '2026-03-02T21:00:00.000', '2026-03-03T07:00:00.000'],
    ['a millisecond before midnight: until tomorrow', '2026-03-02T23:59:59.999', '2026-03-03T07:00:00.000'],
    ['at midnight: until this morning', '2026-03-03T00:00:00.000', '2026-03-03T07:00:00.000'],
    ['a millisecond before 07:00', '2026-03-03T06:59:59.999', '2026-03-03T07:00:00.000'],
    ['on New Year’s Eve: into the new year', '2026-12-31T22:00:00.000', '2027-01-01T07:00:00.000'],
  ])('%s', (_, text, until) => expect(sendable(text)).toBe(local(until)));
});

describe('whenever it is', () => {
  const anInstant = fc
    .date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
    .map(instantOf);
  const runs = { seed: 20260302, numRuns: 1000 };
  const aTime = fc.integer({ min: 0, max: 1439 }).map((minute) => {
    const [hour, rest] = [Math.floor(minute / 60), minute % 60];
    return `${String(hour).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
  });
  const aWindow = fc
    .tuple(aTime, aTime)
    .filter(([a, b]) => a !== b)
    .map((times) => times.toSorted())
    .map(([from, to]) => SendWindow.parse({ from, to }));

  it('the message goes inside the window, never earlier than now, and asking again changes nothing', () => {
    fc.assert(
      fc.property(aWindow, anInstant, (window, now) => {
        const goes = sendableAt(window, now);
        const inside = window.from <= timeOf(goes) && timeOf(goes) < window.to;
        expect([inside, goes >= now, sendableAt(window, goes)]).toEqual([true, true, goes]);
      }),
      runs,
    );
  });

  it('nobody waits longer than the night’s ten hours', () => {
    fc.assert(
      fc.property(anInstant, (now) => {
        expect(between(now, sendableAt(defaultSendWindow, now))).toBeLessThanOrEqual(hours(10));
      }),
      runs,
    );
  });
});

it('a window over midnight is refused, since nobody may be rung at night', () => {
  expect(SendWindow.safeParse({ from: '21:00', to: '07:00' }).success).toBe(false);
});
