import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diceOf } from '../../../infra/local/simulators/dice.ts';
import {
  makeSampleDay,
  type SampleDayOptions,
  writeSampleDay,
} from '../../../infra/local/sample-day/sample-day.ts';
import { disturb } from '../../../infra/local/sample-day/making/disorder.ts';
import { judge } from '../../../shared/domain/dossier/event/judge-event.ts';
import type { Instant } from '../../../shared/domain/values/instant.ts';
import { readNationalSync } from '../../../shared/domain/dossier/national-sync/read-records.ts';

const aDay = (difference: Partial<SampleDayOptions> = {}) =>
  makeSampleDay({ day: '2026-03-02', ward: '26506', seed: 1, ...difference });

const read = (file: unknown) => {
  const { rows } = readNationalSync(file);
  return {
    events: rows.flatMap((row) => ('event' in row ? [row.event] : [])),
    problems: rows.flatMap((row) => ('problem' in row ? [row.problem.field] : [])),
  };
};

/** The applicants of a file as they were typed, one for each dossier. */
const applicants = (file: readonly Record<string, unknown>[]) => {
  const records = file.map((row) => (row['data'] ?? row) as Record<string, unknown>);
  const named = records.filter(({ ChuHoSo, MaHoSo }) => ChuHoSo !== undefined && MaHoSo !== '');
  const one = new Map(named.map((record) => [String(record['MaHoSo']), record]));
  return [...one.values()].map(({ ChuHoSo, SoDienThoai }) => ({ name: String(ChuHoSo), phone: SoDienThoai }));
};

describe.each([
  ['2026-03-02', 1],
  ['2026-11-23', 1],
  ['2026-11-21', 'a Saturday'],
  ['2027-01-04', 42],
  ['2026-02-27', 'week-end'],
] as const)('the sample day %s of seed %s', (day, seed) => {
  const { file, expected } = aDay({ day, seed });
  const { events, problems } = read(file);

  it('has the size that was promised', () => {
    expect(expected.dossiers).toBe(200);
    expect(new Set(events.map(({ dossierCode }) => dossierCode)).size).toBe(200);
    expect(expected.records).toBe(file.length);
    expect(file.length).toBeGreaterThanOrEqual(700);
    expect(file.length).toBeLessThanOrEqual(1000);
    expect(expected.events + expected.duplicates + expected.badRows).toBe(expected.records);
    expect(expected.duplicates / expected.events).toBeCloseTo(0.03, 2);
  });

  it('is read without a problem but for the three rows that are bad on purpose', () => {
    expect(problems).toEqual(['TrangThaiHoSo', 'NgayTiepNhan', 'MaHoSo']);
    expect(expected.badRows).toBe(3);
    expect(new Set(events.map(({ eventId }) => eventId)).size).toBe(expected.events);
    expect(events).toHaveLength(expected.events + expected.duplicates);
  });

  it('has as many events of each status as it says', () => {
    const different = new Map(events.map((event) => [event.eventId, event.eventId.split('.').at(-3)]));
    const counted = Object.groupBy(different.values(), (code) => code ?? '');
    const counts = Object.entries(counted).map(([code, those]) => [code, those?.length]);
    expect(Object.fromEntries(counts)).toEqual(expected.byStatus);
  });

  it('happens while the office is open', () => {
    const times = events.map(({ occurredAt }) => occurredAt);
    expect(times.every((time) => time.startsWith(day))).toBe(true);
    const open = times.filter((time) =>
      /T(?:0[7-9]|10|11:[0-2]|11:30:00|13:[345]|1[456]|17:00:00)/.test(time),
    );
    expect(times).toEqual(open);
  });

  it('has no two equal persons', () => {
    const people = applicants(file);
    const names = people.map(({ name }) => name.normalize('NFC').trim().toLowerCase());
    const phones = people.flatMap(({ phone }) =>
      typeof phone === 'string' && phone.trim() !== '' ? [phone] : [],
    );
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(phones.map((phone) => phone.replaceAll(/\D/g, '').slice(-9))).size).toBe(phones.length);
  });
});

describe('the sample day that everybody sees', () => {
  const { file, families, expected } = aDay();
  const { events } = read(file);
  const people = applicants(file);
  const phones = people.map(({ phone }) => String(phone));

  it('is the same to the byte for the same seed and day, and another for another', () => {
    const text = JSON.stringify(file);
    expect(JSON.stringify(aDay().file)).toBe(text);
    expect(JSON.stringify(aDay({ seed: 2 }).file)).not.toBe(text);
    expect(JSON.stringify(aDay({ day: '2026-03-03' }).file)).not.toBe(text);
  });

  it('meets every status of the national portal', () => {
    expect(Object.keys(expected.byStatus)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']);
  });

  it('asks some citizens for papers a second time', () => {
    const asked = new Map<string, Set<string>>();
    for (const { status, dossierCode, eventId } of events)
      if (status === 'supplement-requested')
        asked.set(dossierCode, (asked.get(dossierCode) ?? new Set()).add(eventId));
    expect([...asked.values()].filter(({ size }) => size === 2).length).toBeGreaterThan(0);
  });

  it.each([
    ['ten digits', /^0\d{9}$/],
    ['spaces', /^0\d{3} \d{3} \d{3}$/],
    ['dots', /^0\d{3}\.\d{3}\.\d{3}$/],
    ['a country code', /^\+84 /],
    ['a bare country code', /^84\d{9}$/],
    ['brackets', /^\(\+84\)/],
    ['no leading zero, as spreadsheets leave it', /^[3-9]\d{8}$/],
    ['an eleven-digit number from before 2018', /^01[2-9]\d \d{3} \d{4}$/],
    ['a landline', /^0254 /],
    ['two numbers in one field', / \/ /],
    ['a letter O for a zero', /^O/],
    ['a foreign number', /^\+(?!84)/],
    ['nothing', /^$/],
  ])('has phones written with %s', (_, spelling) => {
    expect(phones.some((phone) => spelling.test(phone))).toBe(true);
  });

  it('has names in capitals and names whose accents are stored apart', () => {
    expect(people.some(({ name }) => name === name.toUpperCase())).toBe(true);
    expect(people.some(({ name }) => name !== name.normalize('NFC'))).toBe(true);
  });

  it('lets some records arrive after a later step of the same dossier', () => {
    const latest = new Map<string, string>();
    const overtaken = events.filter(({ dossierCode, occurredAt }) => {
      const last = latest.get(dossierCode) ?? '';
      if (occurredAt > last) latest.set(dossierCode, occurredAt);
      return occurredAt < last;
    });
    expect(overtaken.length).toBeGreaterThan(5);
  });

  it('comes in the manners of four kinds of provincial systems', () => {
    const written = file.map((row) => JSON.stringify(row));
    for (const manner of [
      /^\{"service":"(?:DongBoHoSoMC|CapNhatTienDoHoSoMC)","isUpdating":"(?:True|False)","data":\{/,
      /"NgayTiepNhan":"\d{14}"/,
      /"NgayTiepNhan":"\d{4}-\d\d-\d\dT/,
      /"NgayTiepNhan":"\d\d\/\d\d\/\d{4} /,
    ])
      expect(written.filter((row) => manner.test(row)).length).toBeGreaterThan(50);
  });

  it('tells of births, a wedding, a death, a late result and papers to bring, none of which is doubtful', () => {
    const judged = families.map((row) => judge(row, '2026-03-02T12:00:00.000Z' as Instant));
    expect(judged.filter((one) => !one.ok || one.event.warnings !== undefined)).toEqual([]);
    const kinds = families.flatMap(
      ({ personEvent }) => (personEvent as { kind: string } | undefined)?.kind ?? [],
    );
    expect(new Set(kinds)).toEqual(new Set(['birth', 'marriage', 'death']));
    expect(families.some(({ status }) => status === 'delayed')).toBe(true);
    expect(families.some(({ returnMethod }) => returnMethod === 'post')).toBe(true);
  });

  it('is written as a file that a ward can push', async () => {
    const dir = join(await mkdtemp(join(tmpdir(), 'sample-')), 'new');
    const path = await writeSampleDay(dir, { day: '2026-03-02', ward: '26506', seed: 1 });
    expect(basename(path)).toBe('sample-day-26506-2026-03-02.ndjson');
    const lines = (await readFile(path, 'utf8')).trim().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([...families, ...file]);
  });
});

it('sends one record in twenty late and three in a hundred twice', () => {
  const numbered = Array.from({ length: 1000 }, (_, number) => ({ number }));
  const { sent, duplicates } = disturb(diceOf('disorder'), numbered);
  const order = [...new Set(sent.map((record) => Number(record['number'])))];
  const late = order.filter((number, at) => order.slice(0, at).some((earlier) => earlier > number));
  expect([sent.length, duplicates]).toEqual([1030, 30]);
  expect(late.length).toBeGreaterThan(45);
  expect(late.length).toBeLessThanOrEqual(50);
});
