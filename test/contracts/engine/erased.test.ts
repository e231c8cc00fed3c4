import { globSync, readFileSync } from 'node:fs';
import { S3Client } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { createBuckets, openQueuesAndBuckets } from '../../../infra/local/queues/emulated-queues.ts';
import { heldKinds, kindsAboutNoCitizen } from '../../../shared/adapters/dynamodb/rights/kinds.ts';
import { dynamoPersons } from '../../../shared/adapters/dynamodb/rights/persons.ts';
import { s3Erasures } from '../../../shared/adapters/s3/erasures.ts';
import { memoryVault } from '../../../shared/adapters/memory/vault.ts';
import { after, hangsPhone, nineOClock, otherWard, ward } from '../cost/ward-day.ts';
import { dynamoPersonRequests } from '../../../shared/adapters/dynamodb/rights/person-requests.ts';
import {
  aPersonRequest,
  canary,
  keepJob,
  opened,
  plantEverything,
  theJob,
  unsealed,
} from './planted-office.ts';

const vault = memoryVault();
const phone = { phones: [vault.hash('+84912000111')], dossiers: [] };
const nobody = { phones: [vault.hash('+84912999999')], dossiers: [] };

const anOffice = async () => {
  const office = await opened();
  await plantEverything(office);
  return { ...office, persons: dynamoPersons(office.client, office.table, vault) };
};

/** The items in which the planted citizen can be found by whoever has every key. */
const hitsIn = (items: unknown[]): unknown[] =>
  items.map(unsealed).filter((item) => JSON.stringify(item).includes(canary));

describe('a citizen who is erased', () => {
  it('is found nowhere in the table, opened or not, whatever kind of item they were planted in', async () => {
    const { persons, items } = await anOffice();
    expect(hitsIn(await items()).length).toBeGreaterThan(15);
    await persons.erase(ward, phone);
    expect(hitsIn(await items())).toEqual([]);
  });

  it('is found just as well by the code of a dossier alone', async () => {
    const { persons, items } = await anOffice();
    const byCode = { phones: [], dossiers: [vault.hash('H29.26-260302-0001')] };
    await persons.erase(ward, byCode);
    const left = hitsIn(await items()) as { kind: string }[];
    expect(left.map(({ kind }) => kind)).not.toContain('dossier');
    expect(left.map(({ kind }) => kind)).not.toContain('notification');
    expect(left.map(({ kind }) => kind)).not.toContain('letter');
  });

  it('is not somebody else, and not somebody of another office', async () => {
    const { persons, items } = await anOffice();
    const before = await items();
    expect(await persons.erase(ward, nobody)).toMatchObject({ erased: {}, kept: {} });
    expect(await persons.erase(otherWard, { ...phone })).not.toMatchObject({
      erased: { dossier: expect.anything() },
    });
    expect((await items()).filter(({ kind }) => kind?.S === 'dossier')).toEqual(
      before.filter(({ kind }) => kind?.S === 'dossier'),
    );
  });

  it('leaves officers their names, and what the office did its day and its outcome', async () => {
    const { persons, store } = await anOffice();
    await persons.erase(ward, phone);
    const { deeds } = await store.audit.of(ward, undefined);
    expect(deeds).toMatchObject([{ by: 'ông Ba Canary', what: 'call', outcome: 'done' }]);
    expect(deeds[0]).not.toHaveProperty('words');
  });

  it('stays unmolested: a refusal is remembered by a hash, without how it was said', async () => {
    const { persons, store } = await anOffice();
    await persons.erase(ward, phone);
    const [choices] = await store.consents.of([{ ward, phone: hangsPhone }]);
    expect(choices).toMatchObject([{ choice: 'out' }]);
    expect(JSON.stringify(choices)).not.toContain('Canary');
  });

  it('goes with nothing left to do when it is asked a second time', async () => {
    const { persons, items } = await anOffice();
    await persons.erase(ward, phone);
    const once = await items();
    expect((await persons.erase(ward, phone)).erased).toEqual({});
    expect(await items()).toEqual(once);
  });

  it('takes with them what was printed for them when they asked to see it', async () => {
    const { persons } = await anOffice();
    const { fileKeys } = await persons.erase(ward, phone);
    expect(fileKeys.filter((key) => key.startsWith('persons/'))).toHaveLength(2);
  });

  it('is still known to have asked: a request that waits is answered, though it is blanked on the way', async () => {
    const { persons, client, table } = await anOffice();
    const requests = dynamoPersonRequests(client, table, vault);
    await requests.save(aPersonRequest({ id: '2026-03-02-b', what: 'erase' }));
    await persons.erase(ward, phone);
    const waiting = await requests.waiting();
    expect(waiting.map(({ id }) => id).toSorted()).toEqual(['2026-03-02-a', '2026-03-02-b']);
    expect(waiting[0]).not.toHaveProperty('reason');
    expect(await requests.save({ ...waiting[0]!, state: 'done' })).toBe('saved');
    expect(await requests.waiting()).toHaveLength(1);
    expect((await requests.of(ward)).map(({ id }) => id)).toEqual(['2026-03-02-b', '2026-03-02-a']);
  });

  it('keeps name and address while papers are with the post, and says so', async () => {
    const office = await opened();
    const persons = dynamoPersons(office.client, office.table, vault);
    await keepJob(office, theJob({ state: 'accepted' }));
    const { kept } = await persons.erase(ward, phone);
    expect(kept).toEqual({ underWay: 1 });
    expect(hitsIn(await office.items()).length).toBeGreaterThan(0);
  });

  it('is remembered beside the table too, for one that is brought back has forgotten it', async () => {
    const store = await openQueuesAndBuckets(undefined);
    try {
      await createBuckets(store.url, ['documents']);
      const beside = s3Erasures(new S3Client({ endpoint: store.url, forcePathStyle: true }), 'documents');
      const one = { ward, request: 'YC-1', marks: phone, erased: { dossier: 1 }, kept: {}, files: 0 };
      const later = { ...one, id: 'e-2', at: after(5) };
      await beside.keep(later);
      await beside.keep({ ...one, id: 'e-1', at: nineOClock });
      expect(await beside.all()).toEqual([{ ...one, id: 'e-1', at: nineOClock }, later]);
    } finally {
      await store.close();
    }
  });

  it('is erased again from a table that was brought back, by the list of hashes alone', async () => {
    const before = await anOffice();
    const { erased, kept, fileKeys } = await before.persons.erase(ward, phone);
    const erasure = { id: 'e-1', ward, at: nineOClock, request: 'YC-1', marks: phone, erased, kept };
    await before.persons.remember({ ...erasure, files: fileKeys.length });
    const [remembered] = await before.persons.erasures();
    expect(JSON.stringify(remembered)).not.toMatch(/Canary|912.?000.?111/);

    const restored = await anOffice();
    await restored.persons.erase(remembered!.ward, remembered!.marks);
    expect(hitsIn(await restored.items())).toEqual([]);
  });
});

describe('a citizen who asks what is kept', () => {
  it('gets every word of it', async () => {
    const { persons } = await anOffice();
    const told = await persons.find(ward, phone);
    expect(new Set(told.map(({ kind }) => kind))).toEqual(
      new Set([
        'audit',
        'calendar',
        'carrier-word',
        'confirmation',
        'consent',
        'deed',
        'dispatch-job',
        'dossier',
        'letter',
        'manifest',
        'notification',
        'person-request',
        'phone-check',
        'rating',
        'receipt',
        'scan',
        'session',
        'status-event',
      ]),
    );
    expect(told.filter(({ says }) => JSON.stringify(says).includes(canary)).length).toBeGreaterThan(12);
    expect(await persons.find(ward, nobody)).toEqual([]);
  });
});

/** What else is called a kind there: where a carrier’s word waits, and the name of the attribute itself. */
const otherKinds = ['word', 'kind'];

describe('a kind of item', () => {
  it('is either about a citizen, and goes, or about none: nobody adds one without saying which', () => {
    const written = globSync('shared/adapters/dynamodb/**/*.ts').flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\bkind: '([a-z-]+)'/g)].map(([, kind]) => kind!),
    );
    const named = [...Object.keys(heldKinds), ...kindsAboutNoCitizen];
    expect(new Set(named).size).toBe(named.length);
    expect(
      [...new Set(written)].filter((kind) => !named.includes(kind) && !otherKinds.includes(kind)),
    ).toEqual([]);
  });

  it('that has fields about a citizen is among those that go', () => {
    const tables = globSync('shared/domain/**/*.ts').flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/export const (\w+Privacy) = \{/g)].map(([, name]) => name!),
    );
    const treated = readFileSync('shared/adapters/dynamodb/rights/kinds.ts', 'utf8');
    // Letters go whole, events of a scan with the scan, what citizens write is not kept, officers are no citizens.
    const otherwise = [
      'letterPrivacy',
      'trackingEventPrivacy',
      'inboundPrivacy',
      'officerPrivacy',
      'proposalPrivacy',
    ];
    expect(tables.filter((name) => !treated.includes(name) && !otherwise.includes(name))).toEqual([]);
  });
});
