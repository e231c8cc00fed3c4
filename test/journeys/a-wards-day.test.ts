import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lastOfficeDay } from '../../infra/local/clock/day-clock.ts';
import type { Running } from '../../infra/local/running.ts';
import { makeSampleDay, type SampleDay } from '../../infra/local/sample-day/sample-day.ts';
import { notificationStates } from '../../shared/domain/notification/notification.ts';
import { readNationalSync } from '../../shared/domain/dossier/national-sync/read-records.ts';
import { fateOf } from '../../shared/domain/phone/test-numbers.ts';
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
/** Reports of the file and of the office itself. */
let handedIn: number;
/** These, and the results that the post brought home. */
let events: number;
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
  file = join(root, '.local', `sample-day-${vungTau}-${date}.ndjson`);
  await system.line(/^The day of .* is through/m, 240_000);
  seconds = (performance.now() - begun) / 1000;
  handedIn = day.expected.events + day.families.length;
  const [, delivered] = /^ {2}\d+ journeys of papers: .*?(\d+) delivered/m.exec(system.said()) ?? [];
  events = handedIn + Number(delivered);
  items = await whenAllIsSaid(running, events);
  ledger = await ledgerOf(running);
  const { stdout } = await tool(['client', 'create', '--ward', vungTau, '--json', '--url', running.url]);
  clerk = JSON.parse(stdout) as Credentials;
}, 300_000);
afterAll(endAll);

/** What went, or was to go, to a phone that is there; what a test number stands for is played, and no carrier sees it. */
const toPhones = (all: readonly Stored[]) => {
  const played = day.families
    .filter(({ applicant }) => {
      const reading = readPhone((applicant as { phone?: string } | undefined)?.phone ?? '');
      return reading.ok && fateOf(reading.e164) !== undefined;
    })
    .map(({ dossierCode }) => dossierCode);
  return meantToGo(all).filter(({ dossierCode }) => !played.includes(dossierCode));
};
const sorted = (words: readonly unknown[]) => words.map(String).toSorted();

describe('npm start loads a day of a ward office', () => {
  it('shows one page with everything that runs and where it is', async () => {
    for (const word of [
      'Báo Tin on one machine, Node 24.',
      'SMS carrier',
      'ledger',
      'not kept: gone',
      'send-sms',
    ])
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
    const { duplicates, badRows } = day.expected;
    const told = eventsIn(items).filter(({ outcome }) => (outcome?.told.length ?? 0) > 0);
    const [, summary] = system.said().split(/^The day of .* is through in .*:$/m);
    const taken = notificationsIn(items).filter(({ state }) =>
      ['sent', 'delivered', 'undelivered'].includes(state),
    );
    const parts = taken.reduce((sum, one) => sum + one.parts, 0);
    expect(summary!.split('\n').slice(1, 4)).toEqual([
      `  ${handedIn} events accepted, ${duplicates} came twice, ${badRows} refused; ${events - handedIn} more told by the post`,
      `  ${told.length} told their citizen, ${events - told.length} stayed silent`,
      `  ${taken.length} SMS at the carrier (${parts} parts), 0 refused by it, 1 in doubt`,
    ]);
  });

  it('says where the letters are, how the papers travel, and what waits for a person', () => {
    const [, summary = ''] = system.said().split(/^The day of .* is through in .*:$/m);
    const [, count, directory] = /^ {2}(\d+) letters written, to be read in (\S+)$/m.exec(summary) ?? [];
    const letters = readdirSync(join(root, directory!)).filter((name) => name.endsWith('.pdf'));
    expect(letters).toHaveLength(Number(count));
    for (const kind of ['birth', 'marriage', 'condolence', 'apology'])
      expect(letters.some((name) => name.startsWith(`${kind}-`))).toBe(true);
    expect(summary).toMatch(/^ {2}\d+ journeys of papers: .*\d+ delivered/m);
    expect(summary).toMatch(
      /^ {2}\d+ things for a person of the office: \d+ call-list, 1 unknown, .*\d+ letters$/m,
    );
  });

  it('every event comes to a message or to a named silence', () => {
    const kept = eventsIn(items);
    expect(kept).toHaveLength(events);
    const told = kept.filter(({ outcome }) => (outcome?.told.length ?? 0) > 0);
    const silent = kept.filter(({ outcome }) => outcome?.silent !== undefined);
    expect(told.length + silent.length).toBe(kept.length);
    expect(told.length).toBeGreaterThan(100);
  });

  it('every message in the carrier’s ledger is one notification, and every notification one message', () => {
    const notifications = toPhones(items);
    expect(sorted(notifications.map(({ reference }) => reference))).toEqual(
      sorted(ledger.map(({ reference }) => reference)),
    );
    expect(new Set(notifications.map(({ id }) => id)).size).toBe(ledger.length);
    expect(new Set(ledger.map(({ reference }) => reference)).size).toBe(ledger.length);
  });

  it('every message goes to the phone that its dossier’s applicant left, and names that dossier', () => {
    const { rows } = readNationalSync(day.file);
    const said = rows.flatMap((row) => ('event' in row ? [row.event] : []));
    const phones = new Map<string, Set<string>>();
    for (const { dossierCode, applicant } of [...said, ...day.families]) {
      const { phone } = (applicant ?? {}) as { phone?: string };
      if (phone === undefined) continue;
      const reading = readPhone(phone);
      const known = phones.get(dossierCode) ?? new Set();
      phones.set(dossierCode, reading.ok ? known.add(reading.e164) : known);
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
    expect(toPhones(items).filter(({ state }) => !['sent', 'delivered'].includes(state))).toEqual([]);
    const cancelled = all.filter(({ state }) => state === 'cancelled');
    expect(cancelled.filter(({ reference }) => reference)).toEqual([]);
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
    const { duplicates, badRows, records } = day.expected;
    expect(lastLine(again.stderr)).toBe(
      `0 accepted, ${handedIn + duplicates} duplicate, ${badRows} rejected`,
    );
    expect(again.status).toBe(1);
    const rows = again.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { outcome: string });
    expect(rows).toHaveLength(records + day.families.length);
    expect(rows.filter(({ outcome }) => outcome === 'rejected')).toHaveLength(badRows);
    expect(toPhones(await whenAllIsSaid(running))).toHaveLength(ledger.length);
    expect(await ledgerOf(running)).toEqual(ledger);
  });

  it('hands each message to the carrier once', async () => {
    const { answers } = (await (await fetch(`${running.endpoints.sns}/health`)).json()) as {
      answers: Record<string, number>;
    };
    const carrierCalls = Object.values(answers).reduce((sum, count) => sum + count, 0);
    const told = eventsIn(items).filter(({ outcome }) => (outcome?.told.length ?? 0) > 0).length;
    console.log(
      `a ward’s day: ${day.expected.dossiers} dossiers, ${events} events accepted, ${told} told, ` +
        `${events - told} silent, ${carrierCalls} calls to the carrier, ${ledger.length} SMS, ` +
        `${seconds.toFixed(1)} s`,
    );
    expect(carrierCalls).toBe(ledger.length);
  });

  it('ends with everything it started when Ctrl-C is pressed', async () => {
    const group = await processesOf(system.child.pid!);
    expect(group.filter((program) => /DynamoDBLocal|dynoxide|simulators/.test(program))).toHaveLength(3);
    // Ctrl-C in a terminal reaches everybody in it.
    system.toAll('SIGINT');
    expect(await leftAfterEnd(system)).toEqual([]);
    expect(existsSync(join(root, '.local/running', `${new URL(running.url).port}.json`))).toBe(false);
  });
});
