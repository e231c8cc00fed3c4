import { expect, it } from 'vitest';
import { carryChoices } from '../../../shared/adapters/dynamodb/office/carry-choices.ts';
import { memoryStore } from '../../../shared/adapters/memory/store.ts';
import { mayTell } from '../../../shared/domain/office/consent.ts';
import type { Instant } from '../../../shared/domain/values/instant.ts';
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

it('refusals of the old table are heeded in one that was brought back, beside what it knows already', async () => {
  const client = emulatedDynamoDB();
  const [old, brought] = [await aTable(client), await aTable(client)];
  const choice = (when: string, said: 'in' | 'out') => ({
    purpose: 'status' as const,
    choice: said,
    when: when as Instant,
    evidence: 'sms',
  });
  const hang = { ward, phone: hangsPhone };
  await storeIn(client, old).consents.record(hang, choice('2026-03-02T02:10:00.000Z', 'out'));
  await storeIn(client, brought).consents.record(hang, choice('2026-02-01T02:10:00.000Z', 'in'));
  await anOwedNotification(storeIn(client, old));
  for (let times = 0; times < 2; times += 1) expect(await carryChoices(client, old, brought)).toBe(1);
  const [choices = []] = await storeIn(client, brought).consents.of([hang]);
  expect(choices.map((each) => each.choice).toSorted()).toEqual(['in', 'out']);
  expect(mayTell(choices, 'sms', 'status')).toMatchObject({ may: false });
});
