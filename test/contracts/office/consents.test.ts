import { expect, it } from 'vitest';
import { memoryStore } from '../../../shared/adapters/memory/store.ts';
import { countCalls } from '../../support/counting/count-calls.ts';
import { aTable, dynamodbStore, emulatedDynamoDB, storeIn } from '../../support/dynamodb-store.ts';
import { keepsConsents } from './consents.contract.ts';
import { anEvent, anOwedNotification, hangsPhone, ward } from '../cost/ward-day.ts';

keepsConsents('memory', async () => memoryStore());
keepsConsents('dynamodb', dynamodbStore);

it('dossiers and their citizens’ choices come in one read', async () => {
  const client = emulatedDynamoDB();
  const store = storeIn(client, await aTable(client));
  const dossiers = Array.from({ length: 40 }, (_, index) =>
    anEvent({ eventId: `event-${index}`, dossierCode: `H29.26-260302-${String(1000 + index)}` }),
  );
  for (const event of dossiers) await anOwedNotification(store, {}, event);
  const count = countCalls(client);
  const [known, choices] = await Promise.all([
    store.dossiers.find(dossiers.map(({ dossierCode }) => ({ ward, code: dossierCode }))),
    store.consents.of(
      dossiers.map((_, index) => ({ ward, phone: `${hangsPhone.slice(0, -2)}${10 + index}` })),
    ),
  ]);
  expect([known.length, choices.length]).toEqual([40, 40]);
  expect(count.calls).toEqual({ BatchGetItemCommand: 1 });
});
