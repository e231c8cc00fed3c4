import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lastOfficeDay } from '../../infra/local/clock/day-clock.ts';
import type { Running } from '../../infra/local/running.ts';
import { makeSampleDay, type SampleDay } from '../../infra/local/sample-day/sample-day.ts';
import { notificationStates } from '../../shared/domain/notification/notification.ts';
import { readNationalSync } from '../../shared/domain/dossier/national-sync/read-records.ts';
import { readPhone } from '../../shared/domain/phone/read-phone.ts';
import {
  endAll,
  leftAfterEnd,
  processesOf,
  runningAt,
  start,
  type Started,
} from './actors/a-started-system.ts';
import { lastLine, root, type Told, tool } from './actors/a-tool.ts';
import {
  type Credentials,
  eventsIn,
  ledgerOf,
  meantToGo,
  notificationsIn,
  offsetTo,
  type Stored,
  type Taken,
  vungTau,
  whenAllIsSaid,
} from './actors/a-ward-office.ts';

let system: Started;
let page: string;
let running: Running;
let clerk: Credentials;
let day: SampleDay;
let file: string;
let items: Stored[];
let ledger: Taken[];
let seconds: number;

const cli = (...words: string[]): Promise<Told> => tool([...words, '--url', running.url], { who: clerk });

beforeAll(async () => {
  const offset = `${Math.round(offsetTo() / 1000)}s`;
  system = start('npm', ['start', '--', '--port', '0', '--clock-offset', offset]);
  const [, url] = await system.line(/^ready (http:\/\/127\.0\.0\.1:\d+)$/m);
  const begun = performance.now();
  page = system.said().split('\nready ')[0]!;
  running = await runningAt(url!);
  const date = lastOfficeDay(Date.now() + running.clockOffset);
  day = makeSampleDay({ day: date, ward: vungTau, seed: 1 });
  file = join(root, '.local', `sample-day-${vungTau}-${date}.json`);
  items = await whenAllIsSaid(running, day.expected.events);
  seconds = (performance.now() - begun) / 1000;
  ledger = await ledgerOf(running);
  await system.line(/^The day of .* is through/m);
  const { stdout } = await tool(['client', 'create', '--ward', vungTau, '--json', '--url', running.url]);
  clerk = JSON.parse(stdout) as Credentials;
}, 300_000);
afterAll(endAll);

const sorted = (words: readonly unknown[]) => words.map(String).toSorted();

describe('npm start loads a day of a ward office', () => {
  it('shows one page with everything that runs and where it is', async () => {
    for (const word of ['Báo Tin on one machine, Node 24.', 'SMS carrier', 'ledger', 'in memory', 'send-sms'])
      expect(page).toContain(word);
    for (const { key } of [{ key: 'POST /v1/status-events' }, { key: 'GET /v1/dossiers/{code}' }])
      expect(page).toContain(key);
    expect((await fetch(`${running.url}/openapi.json`)).status).toBe(200);
  });

  it('shows each step of each dossier in a line as it happens', () => {
    expect(system.said()).toMatch(/^\d\d:\d\d:\d\d {2}H29\.26-\d{6}-\d{4} +decide +told$/m);
    expect(system.said()).toMatch(/^\d\d:\d\d:\d\d {2}H29\.26-\d{6}-\d{4} +send +accepted$/m);
  });

  it('says at the end how many were told', () => {
    const { events, duplicates, badRows } = day.expected;
    const told = eventsIn(items).filter(({ outcome }) => (outcome?.told.length ?? 0) > 0);
    const [, summary] = system.said().split(/^The day of .* is through in .*:$/m);
    expect(summary!.split('\n').slice(1, 4)).toEqual([
      `  ${events} events accepted, ${duplicates} came twice, ${badRows} refused`,
      `  ${told.length} told their citizen, ${events - told.length} stayed silent`,
      `  ${ledger.length} SMS at the carrier (${ledger.length} parts), 0 refused by it, 0 in doubt`,
    ]);
  });

  it('every event comes to a message or to a named silence', () => {
    const events = eventsIn(items);
    expect(events).toHaveLength(day.expected.events);
    const told = events.filter(({ outcome }) => (outcome?.told.length ?? 0) > 0);
    const silent = events.filter(({ outcome }) => outcome?.silent !== undefined);
    expect(told.length + silent.length).toBe(events.length);
    expect(told.length).toBeGreaterThan(100);
  });

  it('every message in the carrier’s ledger is one notification, and every notification one message', () => {
    const notifications = meantToGo(items);
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
    const all = notificationsIn(items);
    expect(all.filter(({ state }) => !notificationStates.includes(state))).toEqual([]);
    expect(meantToGo(items).filter(({ state }) => !['sent', 'delivered'].includes(state))).toEqual([]);
    const cancelled = all.filter(({ state }) => state === 'cancelled');
    expect(cancelled.filter(({ reason, reference }) => reason !== 'overtaken' || reference)).toEqual([]);
  });

  it('can be asked for the whole story of one dossier', async () => {
    const { dossierCode, reference, id } = notificationsIn(items).find(({ state }) => state === 'delivered')!;
    const { stdout, status } = await cli('trace', dossierCode);
    expect(status).toBe(0);
    expect(stdout).toContain(dossierCode);
    for (const word of [
      'accepted ',
      'decided ',
      'owed       sms to +84*****',
      'attempt 1',
      'delivered: carrier accepted (',
      id,
      reference,
    ])
      expect(stdout).toContain(word);
    expect(stdout).not.toMatch(/\+84\d{9}/);
  });

  it('asking for a dossier nobody handed in ends with a sentence', async () => {
    const { stderr, status } = await cli('trace', 'H29.26-260302-9999');
    expect([stderr, status]).toEqual(['This ward has no dossier H29.26-260302-9999.\n', 1]);
  });

  it('handing the same file in again tells nobody, and names the rows somebody has to look at', async () => {
    const again = await cli('push', file);
    const { events, duplicates, badRows, records } = day.expected;
    expect(lastLine(again.stderr)).toBe(`0 accepted, ${events + duplicates} duplicate, ${badRows} rejected`);
    expect(again.status).toBe(1);
    const rows = again.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { outcome: string });
    expect(rows).toHaveLength(records);
    expect(rows.filter(({ outcome }) => outcome === 'rejected')).toHaveLength(badRows);
    expect(meantToGo(await whenAllIsSaid(running))).toHaveLength(ledger.length);
    expect(await ledgerOf(running)).toEqual(ledger);
  });

  it('is through in well under a minute', async () => {
    const { answers } = (await (await fetch(`${running.endpoints.sns}/health`)).json()) as {
      answers: Record<string, number>;
    };
    const carrierCalls = Object.values(answers).reduce((sum, count) => sum + count, 0);
    const told = eventsIn(items).filter(({ outcome }) => (outcome?.told.length ?? 0) > 0).length;
    console.log(
      `a ward’s day: ${day.expected.dossiers} dossiers, ${day.expected.events} events accepted, ${told} told, ` +
        `${day.expected.events - told} silent, ${carrierCalls} calls to the carrier, ${ledger.length} SMS, ` +
        `${seconds.toFixed(1)} s`,
    );
    expect(carrierCalls).toBe(ledger.length);
    expect(seconds).toBeLessThan(60);
  });

  it('ends with everything it started when Ctrl-C is pressed', async () => {
    const group = await processesOf(system.child.pid!);
    expect(group.filter((program) => /DynamoDBLocal|dynoxide|carrier\.ts/.test(program))).toHaveLength(2);
    // Ctrl-C in a terminal reaches everybody in it.
    system.toAll('SIGINT');
    expect(await leftAfterEnd(system)).toEqual([]);
    expect(existsSync(join(root, '.local/running', `${new URL(running.url).port}.json`))).toBe(false);
  });
});
