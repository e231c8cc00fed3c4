import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startBaoTin } from '../../../infra/local/bao-tin.ts';
import type { FunctionLine } from '../../../infra/local/functions/function-line.ts';
import type { Running } from '../../../infra/local/running.ts';
import type { System } from '../../../infra/local/system.ts';
import type { Notification } from '../../../shared/domain/notification/notification.ts';
import { type Told, tool } from './a-tool.ts';

export const vungTau = '26506';
export const tanHong = '29926';

export const aDirectory = (under = tmpdir()): Promise<string> => mkdtemp(join(under, 'bao-tin-'));

const sevenHours = 7 * 3_600_000;

/** Milliseconds from this machine's clock to this time of today at the ward: offices closed, phones may ring. */
export const offsetTo = (time = '17:30:00'): number => {
  const wall = Date.now() + sevenHours;
  return Date.parse(`${new Date(wall).toISOString().slice(0, 10)}T${time}Z`) - wall;
};

/** The day at the ward, by a clock that is so many milliseconds ahead. */
export const dayAt = (offset: number): string =>
  new Date(Date.now() + offset + sevenHours).toISOString().slice(0, 10);

/** Asks again until the answer is there; fails with what was missing. */
export const until = async <Answer>(
  what: string,
  ask: () => Promise<Answer | undefined | false>,
  patience = 30_000,
): Promise<Answer> => {
  for (const end = Date.now() + patience; ; await wait(150)) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`waited ${patience / 1000} s, but not seen: ${what}`);
  }
};

export const storeOf = ({ endpoints }: Pick<Running, 'endpoints'>): DynamoDBClient =>
  new DynamoDBClient({
    endpoint: endpoints.dynamodb,
    region: 'ap-southeast-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });

export type Stored = Record<string, unknown> & { kind?: string };
type StoredEvent = Stored & { outcome?: { told: string[]; silent?: string } };

/** Everything in the table, as it lies there. */
export const itemsOf = async (running: Pick<Running, 'endpoints' | 'tables'>): Promise<Stored[]> => {
  const client = storeOf(running);
  const items: Stored[] = [];
  for await (const { Items = [] } of paginateScan({ client }, { TableName: running.tables[0] }))
    items.push(...Items.map((item) => unmarshall(item)));
  client.destroy();
  return items;
};

export const notificationsIn = (items: readonly Stored[]): Notification[] =>
  items.filter(({ kind }) => kind === 'notification') as unknown as Notification[];

/** Texts that were to go out; the others were overtaken by newer word before they did, or are calls for an officer. */
export const meantToGo = (items: readonly Stored[]): Notification[] =>
  notificationsIn(items).filter(({ state, channel }) => state !== 'cancelled' && channel !== 'call-list');

export const eventsIn = (items: readonly Stored[]): StoredEvent[] =>
  items.filter(({ kind }) => kind === 'status-event');

/** What the carrier took, from its own ledger. */
export type Taken = { at: string; to: string; text: string; parts: number; reference: string };
export const ledgerOf = async ({ ledger }: Pick<Running, 'ledger'>): Promise<Taken[]> =>
  (await readFile(ledger, 'utf8').catch(() => ''))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Taken);

/** How long a table may lie still before it is called stuck (milliseconds); a busy machine only makes it slow. */
const stuckAfter = 60_000;

/** Everything of the table, once every event is decided and nothing is under way any more. */
export const whenAllIsSaid = async (
  running: Pick<Running, 'endpoints' | 'tables'>,
  events = 1,
  isOver: (notification: Notification) => boolean = ({ state, channel, heldBy }) =>
    channel === 'call-list' || heldBy !== undefined || !['queued', 'sending'].includes(state),
): Promise<Stored[]> => {
  let seen = '';
  // A look reads the whole table, so it is not taken more often than what it waits for needs.
  for (let end = Date.now() + stuckAfter; ; await wait(500)) {
    const items = await itemsOf(running);
    const kept = eventsIn(items);
    const decided = kept.filter(({ outcome }) => outcome !== undefined);
    const waiting = notificationsIn(items).filter((one) => !isOver(one));
    if (kept.length >= events && decided.length === kept.length && waiting.length === 0) return items;
    const now = `${decided.length} of ${kept.length} events decided, waiting: ${waiting.map(({ id, state }) => `${id} ${state}`).join(', ')}`;
    if (now !== seen) end = Date.now() + stuckAfter;
    seen = now;
    if (Date.now() > end) throw new Error(`nothing happens any more: ${now}`);
  }
};

export type Credentials = { clientId: string; clientSecret: string };

/** The whole system, running, and what people around it do with it. */
export type WardOffice = {
  system: System;
  clockOffset: number;
  /** Every line of every function so far. */
  lines: FunctionLine[];
  /** What the functions counted under this name so far. */
  counted: (name: string) => number;
  cli: (words: readonly string[], who?: Credentials, input?: string) => Promise<Told>;
  /** New credentials for a ward office or a partner. */
  credentials: (whose: '--ward' | '--partner', code: string) => Promise<Credentials>;
  /** An access token for them. */
  token: (who: Credentials, scope?: string) => Promise<string>;
  stop: () => Promise<void>;
};

/** Starts the synthesised stack for one file of tests, found by nobody else on this machine. */
export const aWardOffice = async (options: Parameters<typeof startBaoTin>[0] = {}): Promise<WardOffice> => {
  const home = await aDirectory();
  const clockOffset = options.clockOffset ?? offsetTo();
  const system = await startBaoTin({ ...options, clockOffset, local: join(home, '.local') });
  const lines: FunctionLine[] = [];
  system.onLine((line) => lines.push(line));

  const cli: WardOffice['cli'] = (words, who, input) =>
    tool([...words, '--url', system.url], { cwd: home, who, ...(input !== undefined && { input }) });
  return {
    system,
    clockOffset,
    lines,
    cli,
    counted: (name) =>
      lines.reduce((sum, line) => sum + (line.is === 'metrics' ? (line.values[name] ?? 0) : 0), 0),
    credentials: async (whose, code) => {
      const { status, stdout, stderr } = await cli(['client', 'create', whose, code, '--json']);
      if (status !== 0) throw new Error(`no credentials for ${code}: ${stderr}`);
      return JSON.parse(stdout) as Credentials;
    },
    token: async ({ clientId, clientSecret }, scope) => {
      const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };
      const body = new URLSearchParams({ ...form, ...(scope === undefined ? {} : { scope }) });
      const answer = await fetch(`${system.url}/oauth/token`, { method: 'POST', body });
      return ((await answer.json()) as { access_token: string }).access_token;
    },
    stop: () => system.stop(),
  };
};
