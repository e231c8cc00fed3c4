import { expect, it } from 'vitest';
import { memoryStore } from '../../../shared/adapters/memory/store.ts';
import { noLetters } from '../../../shared/domain/letter/ward-letters.ts';
import { allItems, aTable, dynamodbStore, emulatedDynamoDB, storeIn } from '../../support/dynamodb-store.ts';
import { aWardWithLetters } from '../../support/builders/family-day.ts';
import { aLetter, keepsLetters } from './letters.contract.ts';
import { aDecision, anEvent, deciding, otherWard, ward } from '../cost/ward-day.ts';

keepsLetters('memory', async () => memoryStore());
keepsLetters('dynamodb', dynamodbStore);

it('leaves nothing in the table by which a family could be recognised', async () => {
  const client = emulatedDynamoDB();
  const tableName = await aTable(client);
  const store = storeIn(client, tableName);
  const event = anEvent();
  const letter = aLetter();
  const trace = {
    as: 'child' as const,
    bornOn: '2026-02-20',
    letterId: letter.id,
  };
  const remembered = { person: 'p-1', traces: [trace], before: 0 };
  await store.events.accept(event);
  await store.dossiers.commit([
    deciding([
      { ...aDecision(event), letters: { ward, drafts: [letter], takenBack: [], remembered: [remembered] } },
    ]),
  ]);
  await store.letters.move(letter, 'withdrawn', { at: event.acceptedAt, by: 'clerk', reason: 'Bé Diệp mất' });
  const items = await allItems(client, tableName);
  expect(new Set(items.map(({ kind }) => kind?.S))).toEqual(
    new Set(['audit', 'calendar', 'dossier', 'letter', 'person', 'status-event']),
  );
  expect(JSON.stringify(items)).not.toMatch(/Diệp|Hằng|Minh|2026-02-20|nobody-guesses|0254/);
  expect(items.every(({ expiresAt }) => Number(expiresAt?.N) > 0)).toBe(true);
});

it.each(['memory', 'dynamodb'])('%s goes by the ward’s last choice about letters', async (name) => {
  const { wardLetters } = name === 'memory' ? memoryStore() : await dynamodbStore();
  expect(await wardLetters.of(ward)).toEqual(noLetters(ward));
  await wardLetters.save(aWardWithLetters());
  expect(await wardLetters.of(ward)).toEqual(aWardWithLetters());
  const { apology } = (await wardLetters.of(ward)).wordings;
  expect(Object.keys(apology!.facts).slice(0, 3)).toEqual(['Mã hồ sơ', 'Thủ tục', 'Ngày tiếp nhận']);
  expect(await wardLetters.of(otherWard)).toEqual(noLetters(otherWard));
});
