import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { dynamoBudgets } from '../../../shared/adapters/dynamodb/notification/budgets.ts';
import { dynamoRounds } from '../../../shared/adapters/dynamodb/rounds.ts';
import { Day } from '../../../shared/domain/values/day.ts';
import { Client } from '../../../shared/domain/office/client.ts';
import { aTable, emulatedDynamoDB, storeIn } from '../../support/dynamodb-store.ts';
import {
  aDecision,
  anAttempt,
  anEvent,
  aNotification,
  anOwedNotification,
  deciding,
  nineOClock,
  ward,
} from '../cost/ward-day.ts';

/** DynamoDB does as it is told, but the next answer does not arrive; the SDK then asks again by itself. */
const loseNextAnswer = (client: DynamoDBClient): { asked: () => number } => {
  let asked = 0;
  client.middlewareStack.add(
    (next) => async (args) => {
      asked += 1;
      const result = await next(args);
      if (asked === 1) throw Object.assign(new Error('the answer was lost'), { name: 'TimeoutError' });
      return result;
    },
    { step: 'deserialize', name: 'loseNextAnswer', priority: 'low' },
  );
  return { asked: () => asked };
};

const opened = async () => {
  const client = emulatedDynamoDB();
  const store = storeIn(client, await aTable(client));
  return { client, store };
};

describe('when DynamoDB’s answer is lost and the SDK asks again', () => {
  it('an accepted event is a duplicate, which is as good', async () => {
    const { client, store } = await opened();
    const { asked } = loseNextAnswer(client);
    expect(await store.events.accept(anEvent())).toBe('duplicate');
    expect(asked()).toBe(2);
  });

  it('a commit is committed and no conflict with itself', async () => {
    const { client, store } = await opened();
    const events = ['0001', '0002'].map((number) =>
      anEvent({ eventId: `event-${number}`, dossierCode: `H29.26-260302-${number}` }),
    );
    for (const event of events) await store.events.accept(event);
    const { asked } = loseNextAnswer(client);
    const decided = events.map((event) => deciding([aDecision(event, [aNotification(event)])]));
    expect(await store.dossiers.commit(decided)).toEqual(['committed', 'committed']);
    expect(asked()).toBe(2);
    const ids = events.map((event) => ({ ward, code: event.dossierCode }));
    expect((await store.dossiers.find(ids)).map(({ version }) => version)).toEqual([1, 1]);
  });

  it('a claim is still ours, and counted once', async () => {
    const { client, store } = await opened();
    const { id } = await anOwedNotification(store);
    const { asked } = loseNextAnswer(client);
    const claim = await store.notifications.claim(id, anAttempt());
    expect(claim).toMatchObject({ is: 'ours', notification: { attempts: 1, attempt: anAttempt() } });
    expect(asked()).toBe(2);
  });

  it('a record is made once and stays', async () => {
    const { client, store } = await opened();
    const { id, dossierCode } = await anOwedNotification(store);
    await store.notifications.claim(id, anAttempt());
    const { asked } = loseNextAnswer(client);
    expect(await store.notifications.accepted(id, anAttempt(), 'sns', 'sns-1')).toBe('unchanged');
    expect(asked()).toBe(2);
    const recorded = await store.notifications.ofDossier(ward, dossierCode);
    expect(recorded).toMatchObject([{ state: 'sent', reference: 'sns-1' }]);
  });

  it('a turn that was taken is ours', async () => {
    const client = emulatedDynamoDB();
    const rounds = dynamoRounds(client, await aTable(client));
    const { asked } = loseNextAnswer(client);
    const turn = await rounds.take('post', 1000, 2000);
    expect(asked()).toBe(2);
    await rounds.giveBack('post', turn!);
    expect(await rounds.take('post', 1001, 2001)).toBeDefined();
  });

  it('what a ward sends may be counted twice, but never not at all', async () => {
    const client = emulatedDynamoDB();
    const budgets = dynamoBudgets(client, await aTable(client));
    const [seen] = await budgets.of([ward]);
    const allowed = { 'ward-day': 100, 'ward-month': 100 };
    const day = { cap: 'ward-day', since: Day.parse('2026-03-02'), by: 3 } as const;
    const opening = await budgets.add(seen!, [day], allowed);
    const { asked } = loseNextAnswer(client);
    const counted = await budgets.add({ ...seen!, ...(opening as { spent: object }) }, [day], allowed);
    expect(asked()).toBe(2);
    expect(counted).toMatchObject({ spent: { 'ward-day': { used: 9 } } });
  });

  it('a saved client is saved', async () => {
    const { client, store } = await opened();
    const desk = Client.parse({
      clientId: 'ward-26506-desk',
      tenant: { kind: 'ward', ward: '26506' },
      secrets: [],
      createdAt: nineOClock,
    });
    const { asked } = loseNextAnswer(client);
    expect(await store.clients.save(desk, undefined)).toBe('saved');
    expect(asked()).toBe(2);
  });
});
