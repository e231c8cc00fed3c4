import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { startBaoTin } from '../../../infra/local/bao-tin.ts';
import { samplePost } from '../../../infra/ops/commands/demo/sample-office.ts';
import { offsetByDay } from '../../../infra/local/clock/day-clock.ts';
import { dynamoClients } from '../../../shared/adapters/dynamodb/office/clients.ts';
import { dynamoArrangements } from '../../../shared/adapters/dynamodb/post/arrangements.ts';
import type { Tenant } from '../../../shared/domain/office/client.ts';
import { instantOf } from '../../../shared/domain/values/instant.ts';
import { PostalPartner } from '../../../shared/domain/post/partner/partner.ts';
import { createClient } from '../../../shared/flows/office/manage-clients.ts';

const now = () => instantOf(new Date());

/** Asks again until there is an answer. */
export const until = async <Found>(
  what: string,
  look: () => Promise<Found | undefined | false>,
  patience = 20_000,
): Promise<Found> => {
  for (const end = Date.now() + patience; ; await wait(100)) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
  }
};

/** What these tests read of an answer; which of it there is depends on the question. */
export type Answered = {
  jobs: (Answered & { jobId: string; dossierCode: string; lease: { epoch: number } })[];
  jobId: string;
  results: { outcome: string }[];
  changes: { jobId: string }[];
  manifest: { state: string };
  manifestId: string;
  trackingNumber: string;
  waitsFor: string[];
  lines: unknown;
  evidenceId: string;
  upload: { url: string; headers: Record<string, string> };
  evidence: unknown;
  taken: string[];
  hamlets: { visits: unknown[] }[];
  cod: { state: string };
  total: { standing: Record<string, { jobs: number; amount: number }>; cash: Record<string, number> };
  toConfirm: { remittanceId: string; remitted: number }[];
  scans: { jobId: string }[];
  waiting: unknown[];
  silentPartners: unknown[];
  status: string;
};
export type Caller = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
  redirect?: 'manual',
) => Promise<{ status: number; headers: Headers; text: string; json: Answered }>;

const credentialsOf = (clients: ReturnType<typeof dynamoClients>, tenant: Tenant) =>
  createClient({
    clients,
    sha256: (text) => createHash('sha256').update(text).digest('hex'),
    newSecret: () => randomUUID(),
    newId: randomUUID,
    clock: now,
  })(tenant);

/** A machine of this tenant, signed in. */
const aCaller = async (
  url: string,
  clients: ReturnType<typeof dynamoClients>,
  tenant: Tenant,
): Promise<Caller> => {
  const { clientId, clientSecret } = await credentialsOf(clients, tenant);
  const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };
  const signedIn = await fetch(`${url}/oauth/token`, { method: 'POST', body: new URLSearchParams(form) });
  const { access_token: token } = (await signedIn.json()) as { access_token: string };
  return async (method, path, body, headers = {}, redirect) => {
    const answer = await fetch(`${url}${path}`, {
      method,
      ...(redirect && { redirect }),
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    const isJson = text !== '' && (answer.headers.get('content-type') ?? '').includes('json');
    return {
      status: answer.status,
      headers: answer.headers,
      text,
      json: isJson ? (JSON.parse(text) as Answered) : ({} as Answered),
    };
  };
};

const arranged = samplePost('26506');

/** What phường Vũng Tàu has arranged: 30,000 đ at the door, paid by the citizen; the commune's post carries by hand. */
export const vungTauPost = { ...arranged, partners: [...arranged.partners, 'village'] };

/** The whole system with a ward that sends by post, its partner, another partner and another ward. */
export const aPostOffice = async () => {
  // In office hours, whenever the test runs: at night nobody's phone rings.
  const clockOffset = offsetByDay(Date.now());
  const system = await startBaoTin({
    clockOffset,
    local: await mkdtemp(join(tmpdir(), 'bao-tin-')),
  });
  const dynamodb = new DynamoDBClient({
    endpoint: system.endpoints.dynamodb,
    region: 'ap-southeast-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const tableName = system.environment['TABLE_NAME']!;
  const { savePost, savePartner } = dynamoArrangements(dynamodb, tableName, now);
  await savePost(vungTauPost);
  const pool = { service: 'RR', country: 'VN', first: 1, last: 99_999_999 };
  for (const code of ['vnpost', 'ghn'])
    await savePartner(PostalPartner.parse({ code, name: code, codes: 'bao-tin/1', pool, holdDays: 10 }));
  const ownPool = { ...pool, service: 'RA' }; // no two partners give the same number
  const village = {
    code: 'village',
    name: 'Bưu điện xã',
    codes: 'bao-tin/1',
    pool: ownPool,
    onPaper: true,
  };
  await savePartner(PostalPartner.parse(village));
  const clients = dynamoClients(dynamodb, tableName);
  /** The messages that the carrier has taken so far. */
  const messages = async (): Promise<{ to: string; text: string }[]> => {
    const ledger = await readFile(system.ledger, 'utf8').catch(() => '');
    return ledger
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as { to: string; text: string });
  };
  const caller = (tenant: Tenant) => aCaller(system.url, clients, tenant);
  return {
    system,
    /** What wards and partners arrange. */
    savePost,
    savePartner,
    /** So many seconds ago by the system's clock, as callers write it. */
    ago: (seconds: number) => new Date(Date.now() + clockOffset - seconds * 1000).toISOString(),
    ward: await caller({ kind: 'ward', ward: '26506' as never }),
    otherWard: await caller({ kind: 'ward', ward: '29926' as never }),
    partner: await caller({ kind: 'partner', partner: 'vnpost' }),
    otherPartner: await caller({ kind: 'partner', partner: 'ghn' }),
    messages,
    /** Their texts. */
    texts: async (): Promise<string[]> => (await messages()).map(({ text }) => text),
    /** What an officer types in to use the command line. */
    officer: await credentialsOf(clients, { kind: 'ward', ward: '26506' as never }),
    stop: async () => {
      dynamodb.destroy();
      await system.stop();
    },
  };
};
export type PostOffice = Awaited<ReturnType<typeof aPostOffice>>;
