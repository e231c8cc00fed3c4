import { describe, expect, it } from 'vitest';
import { countCalls } from '../../support/counting/count-calls.ts';
import { aTable, emulatedDynamoDB, storeIn } from '../../support/dynamodb-store.ts';
import { aDecision, anAttempt, anEvent, aNotification, aReceipt, deciding, ward } from './ward-day.ts';

const batch = 100;

describe('what a hundred events cost that each tell one citizen', () => {
  it('is under four DynamoDB calls an event until it is sent, and no read on the way to the carrier', async () => {
    const client = emulatedDynamoDB();
    const store = storeIn(client, await aTable(client));
    const events = Array.from({ length: batch }, (_, index) =>
      anEvent({ eventId: `event-${index}`, dossierCode: `H29.26-260302-${String(1000 + index)}` }),
    );
    const count = countCalls(client);
    for (const event of events) await store.events.accept(event);
    await store.dossiers.find(events.map(({ dossierCode }) => ({ ward, code: dossierCode })));
    await store.dossiers.commit(events.map((event) => deciding([aDecision(event, [aNotification(event)])])));
    for (const event of events) {
      const { id } = aNotification(event);
      await store.notifications.claim(id, anAttempt(id));
      await store.notifications.accepted(id, anAttempt(id), 'sns', `sns-${event.eventId}`);
    }
    const untilSent = { total: count.total(), writeUnits: count.writeUnits };
    for (const event of events) {
      const receipt = aReceipt({ reference: `sns-${event.eventId}` });
      const id = await store.notifications.withReference('sns', receipt.reference);
      await store.notifications.settled(id!, receipt);
    }
    expect(count.calls).toEqual({
      PutItemCommand: batch,
      BatchGetItemCommand: 1,
      TransactWriteItemsCommand: Math.ceil(batch / 33),
      UpdateItemCommand: 3 * batch,
      QueryCommand: batch,
    });
    console.log(
      `per event, until sent: ${untilSent.total / batch} calls, ${untilSent.writeUnits / batch} write units; ` +
        `with its receipt: ${count.total() / batch} calls, ${count.writeUnits / batch} write units, ` +
        `${count.readUnits / batch} read units`,
    );
    expect(untilSent.total / batch).toBeLessThan(4);
  });
});
