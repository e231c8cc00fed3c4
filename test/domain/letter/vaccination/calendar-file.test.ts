import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Day } from '../../../../shared/domain/values/day.ts';
import { Instant } from '../../../../shared/domain/values/instant.ts';
import {
  calendarFile,
  endedCalendar,
  escapeText,
  fold,
} from '../../../../shared/domain/letter/vaccination/calendar-file.ts';
import { planVaccination } from '../../../../shared/domain/letter/vaccination/plan.ts';
import { currentSchedule } from '../../../../shared/domain/letter/vaccination/schedule.ts';

const runs = { seed: 20261121, numRuns: 300 };
const bytes = (text: string): number => new TextEncoder().encode(text).length;
const unfold = (file: string): string => file.replaceAll('\r\n ', '');
const uids = (file: string): string[] => unfold(file).match(/^UID:.*$/gm)!;
const vietnamese = fc.string({
  unit: fc.constantFrom(...'ắằẵặđườngNguyễnThịHằng ,;\\🌸'.match(/./gu)!),
  maxLength: 400,
});

const aFile = (bornOn = '2026-02-20', asOf = '2026-03-02'): string =>
  calendarFile({
    plan: planVaccination({ bornOn: Day.parse(bornOn), asOf: Day.parse(asOf) }, currentSchedule),
    letterId: 'k7',
    sequence: 0,
    madeAt: Instant.parse('2026-03-02T02:15:00.000Z'),
    place: { name: 'Trạm Y tế phường Vũng Tàu', address: '12, đường Trần Hưng Đạo' },
  });

it('keeps every line within 75 octets without cutting a letter, whatever the text', () => {
  fc.assert(
    fc.property(vietnamese, (text) => {
      const folded = fold(`SUMMARY:${text}`);
      for (const line of folded.split('\r\n')) expect(bytes(line)).toBeLessThanOrEqual(75);
      expect(unfold(folded)).toBe(`SUMMARY:${text}`);
    }),
    runs,
  );
});

it('escapes what RFC 5545 would read as its own', () => {
  expect(escapeText('a, b; c\\d\ne')).toBe('a\\, b\\; c\\\\d\\ne');
});

describe('a family’s calendar', () => {
  it('has one all-day event for each dose still to come, with a reminder', () => {
    const lines = unfold(aFile()).split('\r\n');
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(14);
    expect(lines).toContain('DTSTART;VALUE=DATE:20260420');
    expect(lines).toContain('DTEND;VALUE=DATE:20260421');
    expect(lines).toContain('UID:dpt-hepb-hib-1.k7@bao-tin');
    expect(lines).toContain('DTSTAMP:20260302T021500Z');
    expect(lines.filter((line) => line === 'TRIGGER:-PT15H')).toHaveLength(14);
    expect(lines).toContain('LOCATION:Trạm Y tế phường Vũng Tàu\\, 12\\, đường Trần Hưng Đạo');
  });

  it('is the same file for the same plan', () => {
    expect(aFile()).toBe(aFile());
  });

  it('keeps the name of an event when its day changes, so that a phone moves it', () => {
    expect(uids(aFile('2026-02-21'))).toEqual(uids(aFile('2026-02-20')));
  });

  it('never has a line over 75 octets', () => {
    for (const line of aFile().split('\r\n')) expect(bytes(line)).toBeLessThanOrEqual(75);
  });
});

describe('a calendar that changes', () => {
  const told = planVaccination(
    { bornOn: Day.parse('2026-02-20'), asOf: Day.parse('2026-03-02') },
    currentSchedule,
  );
  const common = { plan: told, letterId: 'k7', madeAt: Instant.parse('2026-03-02T02:15:00.000Z') };

  it('counts its changes, and takes out the doses that lost their day', () => {
    const [first, ...others] = told.doses.filter(({ past }) => !past);
    const file = calendarFile({
      ...common,
      plan: { ...told, doses: others },
      sequence: 2,
      dropped: [first!],
    });
    expect(file.match(/^SEQUENCE:2/gm)).toHaveLength(14);
    expect(file.match(/^STATUS:CANCELLED/gm)).toHaveLength(1);
    expect(unfold(file)).toContain(`UID:${first!.id}.k7@bao-tin`);
  });

  it('when it has ended takes every event out, without a word about why', () => {
    const file = endedCalendar({ ...common, sequence: 1 });
    expect(new Set(uids(file))).toEqual(new Set(uids(aFile())));
    expect(file.match(/^STATUS:CANCELLED/gm)).toHaveLength(14);
    expect(unfold(file)).not.toMatch(/VALARM|bé|Tiêm/);
  });
});
