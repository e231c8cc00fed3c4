import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { startBaoTin } from '../../infra/local/bao-tin.ts';
import { makeSampleDay } from '../../infra/local/sample-day/sample-day.ts';
import type { System } from '../../infra/local/system.ts';
import { fromItem } from '../../shared/adapters/dynamodb/item.ts';
import { readNationalSync } from '../../shared/domain/dossier/national-sync/read-records.ts';
import { type How, percentile, type Row } from './figures.ts';

const root = join(import.meta.dirname, '../..');
const atOnce = 100;
const lanes = 2;

type Ward = { post: (events: readonly unknown[]) => Promise<void> };

/** A ward's machine with credentials of its own, made the way an operator makes them. */
const aWard = async ({ url }: System, ward: string): Promise<Ward> => {
  const tool = ['--import', join(root, 'infra/node-24.mjs'), join(root, 'infra/ops/bao-tin.ts')];
  const words = ['client', 'create', '--ward', ward, '--json', '--url', url];
  const { stdout } = await promisify(execFile)(process.execPath, [...tool, ...words]);
  const { clientId, clientSecret } = JSON.parse(stdout) as { clientId: string; clientSecret: string };
  const asked = await fetch(`${url}/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
    }),
  });
  const { access_token: token } = (await asked.json()) as { access_token: string };
  return {
    post: async (events) => {
      // What a busy machine did not answer in time is asked again, as a ward does: the events keep their ids.
      for (let tries = 1; ; tries += 1) {
        const answer = await fetch(`${url}/v1/status-events`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
          body: JSON.stringify({ events }),
        });
        const said = await answer.text();
        if (answer.status === 202) return;
        if (answer.status < 500 || tries === 5) throw new Error(`${answer.status}: ${said}`);
      }
    },
  };
};

const day = '2026-03-02';
/** Half past six in the evening: everything has happened, nothing is held back any more, and SMS may be sent. */
const evening = Date.parse(`${day}T18:30:00+07:00`);

/** One event of each of many dossiers: its newest that tells somebody, where the phone can be read. */
const aRush = (seed: number, size: number): unknown[] => {
  const { file } = makeSampleDay({ day, ward: '26506', seed, dossiers: size });
  const events = readNationalSync(file).rows.flatMap((row) => ('event' in row ? [row.event] : []));
  const silent = ['registered', 'in-progress', 'returned'];
  const telling = events.filter(({ status }) => !silent.includes(status));
  const inOrder = telling.toSorted((a, b) => (a.occurredAt < b.occurredAt ? -1 : 1));
  return [...new Map(inOrder.map((event) => [event.dossierCode, event])).values()];
};

type Sent = { at: number; acceptedAt: number };
type Kept = {
  kind?: string;
  event?: { ward: string; eventId: string; acceptedAt: string };
  outcome?: unknown;
};
type Told = Kept & { ward?: string; channel?: string; cause?: string; reference?: string; state?: string };

/** What became of a ward's events: how many are decided, which notifications went out and when. */
const look = async ({ clockOffset, ...system }: System, ward: string) => {
  const client = new DynamoDBClient({
    endpoint: system.endpoints.dynamodb,
    region: system.region,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const items: Told[] = [];
  for await (const { Items = [] } of paginateScan({ client }, { TableName: system.tables[0]! }))
    items.push(...Items.map((item) => fromItem(item) as Told));
  client.destroy();
  const events = items.filter(({ kind, event }) => kind === 'status-event' && event?.ward === ward);
  // A call waits for a person, however long: the system is done with it when it stands on the list.
  const owed = items.filter(
    ({ kind, ward: of, channel }) => kind === 'notification' && of === ward && channel !== 'call-list',
  );
  const acceptedAt = new Map(
    events.map(({ event }) => [event!.eventId, Date.parse(event!.acceptedAt) - clockOffset]),
  );
  const lines = (await readFile(system.ledger, 'utf8')).split('\n').filter((line) => line !== '');
  const taken = new Map(
    lines
      .map((line) => JSON.parse(line) as { at: string; reference: string })
      .map(({ at, reference }) => [reference, Date.parse(at) - clockOffset]),
  );
  const sent = owed.flatMap(({ reference, cause }): Sent[] => {
    const [at, accepted] = [taken.get(reference ?? ''), acceptedAt.get(cause ?? '')];
    return at === undefined || accepted === undefined ? [] : [{ at, acceptedAt: accepted }];
  });
  const open = events.filter(({ outcome }) => outcome === undefined).length;
  const waiting = owed.filter(({ state }) => state === 'queued' || state === 'sending').length;
  return { done: open + waiting === 0, events: events.length, sent };
};

/** Looks only when the carrier has been quiet for a while: looking costs the system time. */
const settled = async (system: System, ward: string) => {
  const end = Date.now() + 120_000;
  for (let size = -1, quietSince = Date.now(); Date.now() < end; await wait(200)) {
    const now = (await stat(system.ledger)).size;
    if (now !== size) [size, quietSince] = [now, Date.now()];
    if (Date.now() - quietSince < 2500) continue;
    const seen = await look(system, ward);
    if (seen.done) return seen;
    quietSince = Date.now();
  }
  throw new Error(`ward ${ward} was not told within two minutes`);
};

/** All at once, as `push` sends a file: requests of 100 events, two at a time. */
const aFullQueue = async (system: System, ward: string, events: readonly unknown[]) => {
  const { post } = await aWard(system, ward);
  const requests = Array.from({ length: Math.ceil(events.length / atOnce) }, (_, at) =>
    events.slice(at * atOnce, (at + 1) * atOnce),
  );
  const start = Date.now();
  const lane = async () => {
    for (let some = requests.shift(); some !== undefined; some = requests.shift()) await post(some);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  const accepted = Date.now();
  const { events: kept, sent } = await settled(system, ward);
  const last = Math.max(...sent.map(({ at }) => at));
  const waits = sent.map(({ at, acceptedAt }) => at - acceptedAt);
  return {
    accepted: (kept / (accepted - start)) * 1000,
    through: (kept / (last - start)) * 1000,
    told: (sent.length / (last - start)) * 1000,
    middle: percentile(waits, 0.5),
    most: percentile(waits, 0.95),
  };
};

/** One event after another, so that nobody queues: what a single citizen waits. */
const aQuietHour = async (system: System, ward: string, events: readonly unknown[]) => {
  const { post } = await aWard(system, ward);
  for (const event of events) {
    await post([event]);
    await wait(100);
  }
  const { sent } = await settled(system, ward);
  return sent.map(({ at, acceptedAt }) => at - acceptedAt);
};

/**
 * How many events a second go through the whole local system, and how long an SMS takes from its event being accepted
 * to the carrier's ledger. Everything runs on this machine: its emulators, too.
 */
export const benchThroughput = async ({ smoke }: How): Promise<Row[]> => {
  const [rush, runs, alone] = smoke ? [20, 1, 12] : [600, 3, 80];
  const system = await startBaoTin({ clockOffset: evening - Date.now() });
  try {
    if (!smoke) await aFullQueue(system, '10000', aRush(1, rush)); // until the functions are warm
    const rushes: Awaited<ReturnType<typeof aFullQueue>>[] = [];
    for (let run = 1; run <= runs; run += 1)
      rushes.push(await aFullQueue(system, String(10_000 + run), aRush(1 + run, rush)));
    const quiet = await aQuietHour(system, '20000', aRush(9, alone));
    const row = (name: string, of: (one: (typeof rushes)[number]) => number, unit: string): Row => ({
      part: `one event each of ${rush} dossiers, all at once`,
      name,
      value: rushes.map(of),
      unit,
    });
    const part = 'one event after another, ten a second';
    return [
      row('accepted', ({ accepted }) => accepted, 'events/s'),
      row('through, from the first request to the last SMS', ({ through }) => through, 'events/s'),
      row('told', ({ told }) => told, 'SMS/s'),
      row('accept → carrier, p50', ({ middle }) => middle, 'ms'),
      row('accept → carrier, p95', ({ most }) => most, 'ms'),
      { part, name: 'accept → carrier, p50 alone', value: percentile(quiet, 0.5), unit: 'ms' },
      { part, name: 'accept → carrier, p95 alone', value: percentile(quiet, 0.95), unit: 'ms' },
    ];
  } finally {
    await system.stop();
  }
};
