import { describe, expect, it } from 'vitest';
import { dynamoImports } from '../../../shared/adapters/dynamodb/office/imports.ts';
import { countedName } from '../../../shared/adapters/dynamodb/report/report-keys.ts';
import { dynamoCounters } from '../../../shared/adapters/dynamodb/report/counters.ts';
import { SheetImport } from '../../../shared/domain/sheet/imports/sheet-import.ts';
import { dayOf } from '../../../shared/domain/values/day.ts';
import { retention } from '../../../shared/adapters/dynamodb/expiry.ts';
import { eventFromItem } from '../../../shared/adapters/dynamodb/dossier/status-events.ts';
import { statusEventKind } from '../../../shared/adapters/dynamodb/table.ts';
import { allItems, aTable, aVault, emulatedDynamoDB, storeIn } from '../../support/dynamodb-store.ts';
import type { Store } from '../../../shared/adapters/memory/store.ts';
import type { Day } from '../../../shared/domain/values/day.ts';
import type { E164 } from '../../../shared/domain/phone/read-phone.ts';
import {
  aDecision,
  after,
  anAttempt,
  anEvent,
  anOwedNotification,
  aReceipt,
  deciding,
  hangsPhone,
  ward,
} from '../cost/ward-day.ts';
import { anExchange } from '../notification/conversations.contract.ts';

const canaries = /Hằng|Trần|Lê Lợi|Minh Anh|chứng sinh|912.?345.?678|987.?654.?321/;

const personal = anEvent({
  onBehalf: { name: 'Trần Văn Nam', phone: '0987 654 321' },
  deliveryAddress: { street: '12 Lê Lợi', commune: '26506', province: '79' },
  personEvent: { kind: 'birth', childName: 'Nguyễn Minh Anh', bornOn: '2026-02-20' },
  reason: 'Thiếu giấy chứng sinh',
});

/** The owed notification's dossier once more, with everything that is written beside a dossier. */
const withAllBeside = async (store: Store) => {
  const day = { since: '2026-03-02' as Day, used: 1 };
  const later = anEvent({ eventId: 'event-2', occurredAt: after(5) });
  await store.events.accept(later);
  await store.dossiers.commit([
    {
      ...deciding([aDecision(later)], 1),
      bundle: { before: 0, after: { ward, id: 'b-1', parts: 2, members: [] } },
      phone: { before: 0, after: { ward, phone: hangsPhone as E164, day } },
    },
  ]);
};

const opened = async () => {
  const client = emulatedDynamoDB();
  const tableName = await aTable(client);
  const store = storeIn(client, tableName);
  return { client, tableName, store, items: () => allItems(client, tableName) };
};

/** What a dossier was counted as in figures, and a list that an office has brought. */
const withListsAndFigures = async ({ client, tableName }: Awaited<ReturnType<typeof opened>>) => {
  const day = dayOf(after(0));
  const more = [{ day, figure: 'parts' as const, by: 1 }];
  const recount = { ward, before: { tallies: [], version: 0 }, after: more, more };
  await dynamoCounters(client, tableName, aVault).write(
    [{ ...recount, name: countedName({ pk: `DOSSIER#${ward}`, sk: 'd-1' }) }],
    after(0),
  );
  const list = { fileName: 'ho-so.csv', sha256: 'a'.repeat(64), bytes: 10, reading: { remember: false } };
  await dynamoImports(client, tableName, aVault).save(
    SheetImport.parse({
      ...list,
      id: 'i-1',
      ward,
      state: 'uploaded',
      version: 0,
      at: after(0),
      by: 'Hoa',
      tries: 0,
      rows: 0,
      answered: 0,
    }),
  );
};

describe('the table', () => {
  it('shows nobody’s name, phone, address or story', async () => {
    const { store, items } = await opened();
    const { id } = await anOwedNotification(store, {}, personal);
    await store.notifications.claim(id, anAttempt());
    await store.notifications.doubted(id, anAttempt(), 'time-out');
    await withAllBeside(store);
    await store.receipts.keep(aReceipt(), after(1), 0);
    await store.conversations.commit(anExchange());
    const written = await items();
    expect(new Set(written.map(({ kind }) => kind?.S))).toEqual(
      new Set([
        'attempt',
        'bundle',
        'consent',
        'conversation',
        'dossier',
        'inbound',
        'notification',
        'phone-card',
        'receipt',
        'status-event',
      ]),
    );
    expect(JSON.stringify(written)).not.toMatch(canaries);
  });

  it('lets every item about a citizen expire', async () => {
    const all = await opened();
    const { store, items } = all;
    const { id } = await anOwedNotification(store, {}, personal);
    await store.notifications.claim(id, anAttempt());
    await store.notifications.doubted(id, anAttempt(), 'time-out');
    await withAllBeside(store);
    await store.receipts.keep(aReceipt(), after(1), 0);
    await store.conversations.commit({ ...anExchange(), notification: undefined });
    await withListsAndFigures(all);
    const daysKept = (await items())
      .filter(({ kind }) => !['figures', 'figures-office'].includes(kind?.S ?? '')) // of an office, and of nobody
      .map(({ expiresAt }) => Number(expiresAt?.N) - Date.parse(after(0)) / 1000);
    expect(new Set(daysKept.map((kept) => kept / 86_400))).toEqual(
      new Set(Object.values(retention).map(({ days }) => days)),
    );
  });

  it('has nothing wait for the clock once all is done', async () => {
    const { store, items } = await opened();
    const { id } = await anOwedNotification(store, {}, personal);
    await store.notifications.claim(id, anAttempt());
    await store.notifications.accepted(id, anAttempt(), 'sns', 'sns-1');
    await store.receipts.keep(aReceipt(), after(1), 0);
    await store.receipts.close(aReceipt(), 'applied');
    await store.notifications.settled(id, aReceipt());
    await store.events.postpone(personal, after(30));
    const waiting = async () =>
      (await items())
        .filter(({ duePk, dueSk }) => duePk !== undefined || dueSk !== undefined)
        .map(({ duePk }) => duePk?.S);
    // The result lies at the counter, which no clock asks for, until somebody fetches it.
    expect(await waiting()).toEqual([`READY#${ward}`]);
    const fetched = anEvent({ eventId: 'fetched', status: 'returned', occurredAt: after(40) });
    await store.events.accept(fetched);
    const [known] = await store.dossiers.find([{ ward, code: fetched.dossierCode }]);
    await store.dossiers.commit([deciding([aDecision(fetched, [], known!.dossier)], known!.version)]);
    expect(await waiting()).toEqual([]);
  });

  it('gives the stream an item that the event can be read back from', async () => {
    const { store, items } = await opened();
    await store.events.accept(personal);
    const [image] = await items();
    expect(image?.['kind']?.S).toBe(statusEventKind);
    expect(eventFromItem(JSON.parse(JSON.stringify(image)) as Record<string, unknown>, aVault)).toEqual(
      personal,
    );
  });

  it('opens nothing that was moved to another item', async () => {
    const { store, items } = await opened();
    await store.events.accept(personal);
    const [image] = await items();
    const moved = { ...image, pk: { S: `EVENT#${ward}#event-2` } };
    expect(() => eventFromItem(moved, aVault)).toThrow(/.+/);
  });
});
