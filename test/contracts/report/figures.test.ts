import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { dynamoCounters } from '../../../shared/adapters/dynamodb/report/counters.ts';
import { dynamoFigures } from '../../../shared/adapters/dynamodb/report/figures.ts';
import { changedIn, countedName } from '../../../shared/adapters/dynamodb/report/report-keys.ts';
import { notificationKey } from '../../../shared/adapters/dynamodb/keys.ts';
import { reports } from '../../../shared/domain/report/reports/all.ts';
import { monthOf } from '../../../shared/domain/report/month.ts';
import { standing } from '../../../shared/domain/report/figures.ts';
import { addDays, dayOf } from '../../../shared/domain/values/day.ts';
import { countAnew } from '../../../shared/flows/report/count-anew.ts';
import { readMonth } from '../../../shared/flows/report/read-month.ts';
import { countCalls } from '../../support/counting/count-calls.ts';
import { allItems, aTable, aVault, emulatedDynamoDB, storeIn } from '../../support/dynamodb-store.ts';
import { aReceipt, after, anEvent, anOwedNotification, nineOClock, ward } from '../cost/ward-day.ts';

const opened = async () => {
  const client = emulatedDynamoDB();
  const tableName = await aTable(client);
  return {
    client,
    tableName,
    store: storeIn(client, tableName),
    counters: dynamoCounters(client, tableName, aVault),
    figures: dynamoFigures(client, tableName),
  };
};
const day = dayOf(nineOClock);

/** All that changed, as the stream names it. */
const everything = async ({ client, tableName }: Awaited<ReturnType<typeof opened>>) =>
  (await allItems(client, tableName))
    .filter(({ kind }) => ['dossier', 'notification'].includes(kind?.S ?? ''))
    .map((item) => changedIn(item).counted);

describe('figures in the table', () => {
  it('follow a message from its day’s waiting ones to those that arrived, however often the stream tells of it', async () => {
    const all = await opened();
    const { store, counters, figures } = all;
    const count = countAnew({ counters, clock: () => nineOClock });
    const owed = await anOwedNotification(store);
    const names = await everything(all);
    await Promise.all([count(names), count(names), count(names.toReversed())]);
    const before = await figures.of(ward, day, day);
    expect(before.figures.get(day)).toMatchObject({ 'message-sms-waiting': 1, 'filed-unsaid': 1 });

    const attempt = { id: 'a-1', at: after(1) };
    await store.notifications.claim(owed.id, attempt);
    await store.notifications.accepted(owed.id, attempt, aReceipt().carrier, aReceipt().reference);
    await count([countedName(notificationKey(owed.id))]);
    await store.notifications.settled(owed.id, aReceipt());
    await Promise.all([count(names), count(names)]);
    expect((await figures.of(ward, day, day)).figures.get(day)).toMatchObject({
      'message-sms-waiting': 0,
      'message-sms-taken': 0,
      'message-sms-reached': 1,
      parts: 1,
      'filed-unsaid': 1,
    });
    expect(await figures.wards()).toEqual([ward]);
  });

  it('say nothing of whom they counted: what each was counted as is sealed', async () => {
    const all = await opened();
    await anOwedNotification(all.store);
    await countAnew({ counters: all.counters, clock: () => nineOClock })(await everything(all));
    const counted = (await allItems(all.client, all.tableName)).filter(({ kind }) => kind?.S === 'counted');
    expect(counted).toHaveLength(2);
    for (const item of counted) expect(JSON.stringify(item)).not.toContain('message-');
  });

  it('keep what a dossier was counted as when its citizen is erased from it', async () => {
    const all = await opened();
    await anOwedNotification(all.store, {}, anEvent({ filingChannel: 'online' }));
    const count = countAnew({ counters: all.counters, clock: () => nineOClock });
    const [item] = (await allItems(all.client, all.tableName)).filter(({ kind }) => kind?.S === 'dossier');
    const { pk, sk } = item!;
    await count([changedIn(item!).counted]);
    await all.client.send(
      new UpdateItemCommand({
        TableName: all.tableName,
        Key: { pk: pk!, sk: sk! },
        UpdateExpression: 'SET dossier.facts = :none REMOVE dispatchPk, dispatchSk, lookupPk, lookupSk',
        ExpressionAttributeValues: { ':none': { S: aVault.seal('{}', `${pk!.S}/${sk!.S}/facts`) } },
      }),
    );
    expect(await count([changedIn(item!).counted])).toEqual({ counted: 0, failed: new Set() });
    expect((await all.figures.of(ward, day, day)).figures.get(day)).toMatchObject({ 'filed-online': 1 });
  });

  it('hold when thirty dossiers of one office are counted by four at once', async () => {
    const all = await opened();
    const count = countAnew({ counters: all.counters, clock: () => nineOClock });
    for (let index = 0; index < 30; index += 1)
      await anOwedNotification(
        all.store,
        {},
        anEvent({ eventId: `e-${index}`, dossierCode: `H29.26-260302-${String(index).padStart(4, '0')}` }),
      );
    const names = await everything(all);
    let rest = [names, names.slice(0, 40), names.toReversed(), names.slice(20)];
    for (let tries = 0; rest.length > 0 && tries < 20; tries += 1)
      rest = (await Promise.all(rest.map((part) => count(part))))
        .map(({ failed }) => [...failed])
        .filter(({ length }) => length > 0);
    expect((await all.figures.of(ward, day, day)).figures.get(day)).toMatchObject({
      'filed-unsaid': 30,
      'message-sms-waiting': 30,
    });
  });
});

describe('a page of a report', () => {
  const writeDays = async ({ counters }: Awaited<ReturnType<typeof opened>>, count: number) => {
    for (let index = 0; index < count; index += 1) {
      const of = addDays(day, -index);
      const more = [
        { day: of, figure: 'parts' as const, by: index + 1 },
        { day: standing, figure: 'open' as const, by: 1 },
      ];
      const before = { tallies: [], version: 0 };
      await counters.write([{ name: `d-${index}\nX`, ward, before, after: more, more }], nineOClock);
    }
  };

  it('costs the same after one month and after three years', async () => {
    const costs = [];
    for (const worked of [31, 3 * 365]) {
      const all = await opened();
      await writeDays(all, worked);
      const ports = { figures: all.figures, settings: all.store.settings, clock: () => nineOClock };
      const count = countCalls(all.client);
      const { since, basis } = await readMonth(ports)(ward, monthOf(day));
      expect(since).toBe(addDays(day, 1 - worked));
      expect(reports['tin-nhan'].make(basis).headlines[2]).toMatchObject({ now: 3, before: 29 + 30 });
      costs.push({ calls: { ...count.calls }, units: count.readUnits });
    }
    expect(costs[1]).toEqual(costs[0]);
    // Three years are a thousand writes; the second witness takes its time for them.
  }, 120_000);
});
