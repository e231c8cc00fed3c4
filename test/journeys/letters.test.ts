import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startBaoTin } from '../../infra/local/bao-tin.ts';
import type { System } from '../../infra/local/system.ts';
import { dynamoClients } from '../../shared/adapters/dynamodb/office/clients.ts';
import { dynamoLetterSettings } from '../../shared/adapters/dynamodb/letter/letter-settings.ts';
import { instantOf } from '../../shared/domain/values/instant.ts';
import type {
  LetterDetails,
  LetterList,
  LetterSummary,
  PrintBatchResponse,
} from '../../shared/domain/letter/api/shapes.ts';
import type { Ward } from '../../shared/domain/values/ward.ts';
import { createClient } from '../../shared/flows/office/manage-clients.ts';
import { tanHong, vungTau } from '../support/builders/dossiers.ts';
import {
  aBirthEvent,
  aDeathEvent,
  aMarriageEvent,
  aWardWithLetters,
} from '../support/builders/family-day.ts';
import { copiedWords, infoOf, scannedCodes } from '../support/paper.ts';

let system: System;
let vungTauSays: Call;
let tanHongSays: Call;

type Call = (method: string, path: string, body?: unknown) => Promise<{ status: number; body: unknown }>;

const clock = () => instantOf(new Date());
const dayAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();

/** A client of this ward, signed in; redirects are shown and not followed. */
const signedIn = async (dynamodb: DynamoDBClient, table: string, ward: Ward): Promise<Call> => {
  const { clientId, clientSecret } = await createClient({
    clients: dynamoClients(dynamodb, table),
    sha256: (text) => createHash('sha256').update(text).digest('hex'),
    newSecret: () => randomBytes(32).toString('base64url'),
    newId: randomUUID,
    clock,
  })({ kind: 'ward', ward });
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
  });
  const answer = await fetch(`${system.url}/oauth/token`, { method: 'POST', body });
  const { access_token: token } = (await answer.json()) as { access_token: string };
  return async (method, path, sent) => {
    const response = await fetch(`${system.url}${path}`, {
      method,
      redirect: 'manual',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(sent !== undefined && { body: JSON.stringify(sent) }),
    });
    return { status: response.status, body: await response.json() };
  };
};

beforeAll(async () => {
  system = await startBaoTin({ local: await mkdtemp(join(tmpdir(), 'bao-tin-letters-')) });
  const dynamodb = new DynamoDBClient({
    endpoint: system.endpoints.dynamodb,
    region: system.region,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const table = system.environment['TABLE_NAME']!;
  await dynamoLetterSettings(dynamodb, table, clock).save(
    aWardWithLetters({ marriage: { release: 'automatic' } }),
  );
  vungTauSays = await signedIn(dynamodb, table, vungTau);
  tanHongSays = await signedIn(dynamodb, table, tanHong);
});
afterAll(() => system.stop());

const report = async (...bodies: Record<string, unknown>[]): Promise<void> => {
  const events = bodies.map((body, index) => ({
    ...body,
    eventId: `${String(body['dossierCode'])}-${index}`,
    occurredAt: dayAgo(1),
  }));
  const { body } = await vungTauSays('POST', '/v1/status-events', { events });
  expect(body).toMatchObject({ results: events.map(() => ({ outcome: 'accepted' })) });
};

const lettersNow = async (): Promise<LetterSummary[]> =>
  ((await vungTauSays('GET', '/v1/letters')).body as LetterList).letters;

/** The letter of this dossier, once it is in this state. */
const arrived = async (dossierCode: string, state: string): Promise<LetterSummary> => {
  for (const end = Date.now() + 30_000; ; await wait(100)) {
    const found = (await lettersNow()).find((letter) => letter.dossierCode === dossierCode);
    if (found?.state === state) return found;
    if (Date.now() > end) throw new Error(`the letter of ${dossierCode} is ${found?.state}, not ${state}`);
  }
};

/** The dossier's story, once its first event is decided. */
const decided = async (dossierCode: string): Promise<unknown> => {
  for (const end = Date.now() + 30_000; ; await wait(100)) {
    const { body } = await vungTauSays('GET', `/v1/dossiers/${dossierCode}`);
    const { events } = body as { events?: { decidedAt?: string }[] };
    if (events?.[0]?.decidedAt !== undefined) return body;
    if (Date.now() > end) throw new Error(`${dossierCode} is not decided`);
  }
};

const fileOf = async (path: string): Promise<Uint8Array> => {
  const { status, body } = await vungTauSays('GET', path);
  expect(status).toBe(302);
  return new Uint8Array(await (await fetch((body as { url: string }).url)).arrayBuffer());
};

const bornOn = dayAgo(10).slice(0, 10);
const aChild = (childName: string) => ({ kind: 'birth', childName, bornOn });
const dossier = (number: number): string => `H29.26-261120-${1000 + number}`;

it('a birth becomes a letter with its calendar, is released by a person, printed and handed over', async () => {
  await report(aBirthEvent({ dossierCode: dossier(1), personEvent: aChild('Trần Nguyễn Ngọc Diệp') }));
  const { letterId } = await arrived(dossier(1), 'rendered');
  const pdf = await fileOf(`/v1/letters/${letterId}/document`);
  expect((await copiedWords(pdf)).join(' ')).toContain('Chúc mừng bé Trần Nguyễn Ngọc Diệp');
  expect(await infoOf(pdf)).toMatch(/Tagged: +yes/);
  const [calendarUrl] = await scannedCodes(pdf);
  const calendar = await fetch(calendarUrl!);
  expect(calendar.headers.get('content-type')).toContain('text/calendar');
  expect(await calendar.text()).toContain('BEGIN:VEVENT');

  expect((await tanHongSays('GET', `/v1/letters/${letterId}`)).status).toBe(404);
  expect((await tanHongSays('POST', `/v1/letters/${letterId}/release`)).status).toBe(404);
  expect((await vungTauSays('POST', `/v1/letters/${letterId}/mark-handed-over`)).status).toBe(409);
  expect((await vungTauSays('POST', `/v1/letters/${letterId}/release`)).status).toBe(200);

  const batch = await vungTauSays('POST', '/v1/print-batches', { letterIds: [letterId] });
  const printed = batch.body as PrintBatchResponse;
  expect(printed.results).toEqual([{ letterId, outcome: 'printed', state: 'printed' }]);
  const pile = new Uint8Array(await (await fetch(printed.document!.url)).arrayBuffer());
  expect((await copiedWords(pile)).join(' ')).toContain('Danh sách thư in ngày');

  expect((await vungTauSays('POST', `/v1/letters/${letterId}/mark-handed-over`)).status).toBe(200);
  const { acts } = (await vungTauSays('GET', `/v1/letters/${letterId}`)).body as LetterDetails;
  expect(acts.map(({ what }) => what)).toEqual(['released', 'printed', 'handed-over']);
});

it('a wedding is released by rule, a condolence waits for a person with its leaflet beside it', async () => {
  await report(
    aMarriageEvent({
      dossierCode: dossier(2),
      personEvent: {
        kind: 'marriage',
        spouses: ['Lê Hoàng Ân', 'Đặng Thị Thùy Dương'],
        marriedOn: dayAgo(3).slice(0, 10),
      },
    }),
    aDeathEvent('Phạm Ngọc Ẩn', {
      dossierCode: dossier(3),
      personEvent: { kind: 'death', deceasedName: 'Phạm Ngọc Ẩn', diedOn: dayAgo(3).slice(0, 10) },
    }),
  );
  await arrived(dossier(2), 'released');
  const { letterId, leaflet } = await arrived(dossier(3), 'rendered');
  expect(leaflet).toBe(true);
  const words = (await copiedWords(await fileOf(`/v1/letters/${letterId}/leaflet`))).join(' ');
  expect(words).toContain('Những việc chúng tôi có thể giúp');
  expect((await lettersNow())[0]).toMatchObject({ kind: 'condolence' });
});

it('the death of a child withdraws its congratulation and cancels every day of its calendar', async () => {
  const child = 'Lê Ngọc Hà';
  await report(aBirthEvent({ dossierCode: dossier(4), personEvent: aChild(child) }));
  const { letterId } = await arrived(dossier(4), 'rendered');
  const { content } = (await vungTauSays('GET', `/v1/letters/${letterId}`)).body as LetterDetails;
  const { calendarUrl } = content as { calendarUrl: string };
  expect((await fetch(calendarUrl)).status).toBe(200);
  const personEvent = { kind: 'death', deceasedName: child, diedOn: dayAgo(2).slice(0, 10) };
  await report(aDeathEvent(child, { dossierCode: dossier(5), personEvent }));
  expect(await arrived(dossier(4), 'withdrawn')).toMatchObject({ reason: 'child-died' });
  const after = await (await fetch(calendarUrl)).text();
  const days = after.match(/BEGIN:VEVENT/g) ?? [];
  expect(days.length).toBeGreaterThan(0);
  expect(after.match(/STATUS:CANCELLED/g)).toHaveLength(days.length);
});

it('a family that wants no letter gets none, and its SMS all the same', async () => {
  const consents = [{ phone: '0987 654 321', purpose: 'letters', choice: 'out', evidence: 'nói tại quầy' }];
  await vungTauSays('POST', '/v1/consents', { consents });
  const applicant = { name: 'Lê Thị Mai', phone: '0987 654 321' };
  await report(aBirthEvent({ dossierCode: dossier(6), personEvent: aChild('Lê Gia Bảo'), applicant }));
  expect(await decided(dossier(6))).toMatchObject({ notifications: [{ channel: 'sms' }] });
  expect((await lettersNow()).filter(({ dossierCode }) => dossierCode === dossier(6))).toEqual([]);
});

it('a family without a phone declines at the counter, and its letter stops on the way', async () => {
  const consents = [
    { dossierCode: dossier(9), purpose: 'letters', choice: 'out', evidence: 'nói tại quầy' },
    { dossierCode: dossier(9), choice: 'out', evidence: 'nói tại quầy' },
  ];
  const applicant = { name: 'Lê Thị Mai' };
  await report(aBirthEvent({ dossierCode: dossier(9), personEvent: aChild('Lê Gia Huy'), applicant }));
  const { letterId } = await arrived(dossier(9), 'rendered');
  const { body } = await vungTauSays('POST', '/v1/consents', { consents });
  expect(body).toMatchObject({
    results: [
      { outcome: 'recorded', lettersWithdrawn: 1 },
      { outcome: 'rejected', problem: { errors: [{ pointer: '/purpose' }] } },
    ],
  });
  const shown = (await vungTauSays('GET', `/v1/letters/${letterId}`)).body as LetterDetails;
  expect(shown).toMatchObject({ state: 'withdrawn', reason: 'declined', acts: [{ what: 'withdrawn' }] });
  const kept = await vungTauSays('GET', `/v1/consents?dossierCode=${dossier(9)}`);
  expect(kept.body).toMatchObject({ consents: [{ purpose: 'letters', evidence: 'nói tại quầy' }] });

  const linked = { dossierCode: dossier(10), procedureCode: '3.000722' };
  const other = { name: 'Lê Văn Tư', phone: '0966 111 222' };
  await report(aBirthEvent({ ...linked, personEvent: aChild('Lê Gia Huy'), applicant: other }));
  await decided(dossier(10));
  expect((await lettersNow()).filter(({ dossierCode }) => dossierCode === dossier(10))).toEqual([]);
});

it('a name that the typeface lacks stops for a person, who writes it another way', async () => {
  await report(aBirthEvent({ dossierCode: dossier(7), personEvent: aChild('Lê Bảo Ngọc ✿') }));
  const { letterId } = await arrived(dossier(7), 'stopped');
  expect((await vungTauSays('GET', `/v1/letters/${letterId}/document`)).status).toBe(409);
  const changes = { recipient: 'Gia đình bé Lê Bảo Ngọc', child: { name: 'Lê Bảo Ngọc', bornOn } };
  const revision = { version: 1, reason: 'tên có hình hoa', changes };
  expect((await vungTauSays('POST', `/v1/letters/${letterId}/revise`, revision)).status).toBe(200);
  expect(await arrived(dossier(7), 'rendered')).toMatchObject({ version: 2 });
});

it('says nothing in its log by which a family could be recognised', async () => {
  const lines: string[] = [];
  const stop = system.onLine((line) => lines.push(JSON.stringify(line)));
  const birth = aBirthEvent({ dossierCode: dossier(8), personEvent: aChild('Hoàng Yến Nhi') });
  await report({ ...birth, applicant: { name: 'Hoàng Văn Canh', phone: '0912 777 888' } });
  await arrived(dossier(8), 'rendered');
  stop();
  expect(lines.length).toBeGreaterThan(3);
  expect(lines.join('\n')).not.toMatch(/Yến Nhi|Văn Canh|777.?888/);
});
