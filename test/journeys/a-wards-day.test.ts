import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSampleDay, type SampleDay, writeSampleDay } from '../../infra/local/sample-day.ts';
import { notificationStates } from '../../shared/domain/notification.ts';
import { readNationalSync } from '../../shared/domain/national-sync.ts';
import { readPhone } from '../../shared/domain/phone.ts';
import { lastLine, type Told } from './a-tool.ts';
import {
  aDirectory,
  aWardOffice,
  type Credentials,
  dayAt,
  eventsIn,
  ledgerOf,
  notificationsIn,
  type Stored,
  type Taken,
  vungTau,
  type WardOffice,
  whenAllIsSaid,
} from './a-ward-office.ts';

let office: WardOffice;
let clerk: Credentials;
let day: SampleDay;
let file: string;
let pushed: Told;
let items: Stored[];
let ledger: Taken[];
let seconds: number;

beforeAll(async () => {
  office = await aWardOffice();
  clerk = await office.credentials('--ward', vungTau);
  const options = { day: dayAt(office.clockOffset), ward: vungTau, seed: 1 } as const;
  day = makeSampleDay(options);
  file = await writeSampleDay(await aDirectory(), options);
  const start = performance.now();
  pushed = await office.cli(['push', file], clerk);
  items = await whenAllIsSaid(office.system, day.expected.events);
  seconds = (performance.now() - start) / 1000;
  ledger = await ledgerOf(office.system);
});
afterAll(() => office.stop());

const sorted = (words: readonly unknown[]) => words.map(String).toSorted();

describe('a ward office hands in its day', () => {
  it('is told how many rows were taken, and which ones it has to look at', () => {
    const { events, duplicates, badRows } = day.expected;
    expect(lastLine(pushed.stderr)).toBe(`${events} accepted, ${duplicates} duplicate, ${badRows} rejected`);
    expect(pushed.status).toBe(1);
    const rows = pushed.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { outcome: string });
    expect(rows).toHaveLength(day.expected.records);
    expect(rows.filter(({ outcome }) => outcome === 'rejected')).toHaveLength(badRows);
  });

  it('every event comes to a message or to a named silence', () => {
    const events = eventsIn(items);
    expect(events).toHaveLength(day.expected.events);
    const told = events.filter(({ outcome }) => (outcome?.told.length ?? 0) > 0);
    const silent = events.filter(({ outcome }) => outcome?.silent !== undefined);
    expect(told.length + silent.length).toBe(events.length);
    expect([office.counted('told'), office.counted('silent')]).toEqual([told.length, silent.length]);
    expect(told.length).toBeGreaterThan(100);
  });

  it('every message in the carrier’s ledger is one notification, and every notification one message', () => {
    const notifications = notificationsIn(items);
    expect(sorted(notifications.map(({ reference }) => reference))).toEqual(
      sorted(ledger.map(({ reference }) => reference)),
    );
    expect(new Set(notifications.map(({ id }) => id)).size).toBe(ledger.length);
    expect(new Set(ledger.map(({ reference }) => reference)).size).toBe(ledger.length);
  });

  it('every message goes to the phone that its dossier’s applicant left, and names that dossier', () => {
    const { rows } = readNationalSync(day.file);
    const phones = new Map<string, Set<string>>();
    for (const row of rows) {
      if (!('event' in row) || row.event.applicant?.phone === undefined) continue;
      const reading = readPhone(row.event.applicant.phone);
      const known = phones.get(row.event.dossierCode) ?? new Set();
      phones.set(row.event.dossierCode, reading.ok ? known.add(reading.e164) : known);
    }
    const codeOf = new Map(
      notificationsIn(items).map(({ reference, dossierCode }) => [reference, dossierCode]),
    );
    const astray = ledger.filter(({ reference, to, text }) => {
      const code = codeOf.get(reference) ?? 'no dossier';
      return phones.get(code)?.has(to) !== true || !text.includes(code);
    });
    expect(astray).toEqual([]);
  });

  it('every notification is in a state that has a name, and none is still under way', () => {
    const states = notificationsIn(items).map(({ state }) => state);
    expect(states.filter((state) => !notificationStates.includes(state))).toEqual([]);
    expect(states.filter((state) => !['sent', 'delivered'].includes(state))).toEqual([]);
  });

  it('can be asked for the whole story of one dossier', async () => {
    const { dossierCode, reference, id } = notificationsIn(items).find(({ state }) => state === 'delivered')!;
    const { stdout, status } = await office.cli(['trace', dossierCode], clerk);
    expect(status).toBe(0);
    expect(stdout).toContain(dossierCode);
    for (const word of [
      'accepted ',
      'decided ',
      'owed       sms to +84*****',
      'attempt 1',
      'delivered (',
      id,
      reference,
    ])
      expect(stdout).toContain(word);
    expect(stdout).not.toMatch(/\+84\d{9}/);
  });

  it('asking for a dossier nobody handed in ends with a sentence', async () => {
    const { stderr, status } = await office.cli(['trace', 'H29.26-260302-9999'], clerk);
    expect([stderr, status]).toEqual(['This ward has no dossier H29.26-260302-9999.\n', 1]);
  });

  it('handing the same file in again tells nobody', async () => {
    const again = await office.cli(['push', file], clerk);
    const { events, duplicates, badRows } = day.expected;
    expect(lastLine(again.stderr)).toBe(`0 accepted, ${events + duplicates} duplicate, ${badRows} rejected`);
    expect(notificationsIn(await whenAllIsSaid(office.system))).toHaveLength(ledger.length);
    expect(await ledgerOf(office.system)).toEqual(ledger);
  });

  it('is through in well under a minute', async () => {
    const { answers } = (await (await fetch(`${office.system.endpoints.sns}/health`)).json()) as {
      answers: Record<string, number>;
    };
    const carrierCalls = Object.values(answers).reduce((sum, count) => sum + count, 0);
    console.log(
      `a ward’s day: ${day.expected.dossiers} dossiers, ${day.expected.events} events accepted, ` +
        `${office.counted('told')} told, ${office.counted('silent')} silent, ` +
        `${carrierCalls} calls to the carrier, ${ledger.length} SMS, ${seconds.toFixed(1)} s`,
    );
    expect(carrierCalls).toBe(ledger.length);
    expect(seconds).toBeLessThan(60);
  });
});
