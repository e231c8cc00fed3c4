import { expect, it } from 'vitest';
import { placesSample } from '../../../shared/domain/values/places/places-sample.ts';
import { lettersOfDossiers } from '../../../shared/flows/letter/letters-of-dossiers.ts';
import { decideNotifications } from '../../../shared/flows/decision/decide-notifications.ts';
import { calendarAt } from '../../../shared/domain/letter/api/calendar-link.ts';
import { anEvent, now, vungTau } from '../../support/builders/dossiers.ts';
import { aBirthEvent, aWardWithLetters } from '../../support/builders/family-day.ts';
import { aDoorbell } from '../../support/builders/wards-day.ts';
import { countCalls } from '../../support/counting/count-calls.ts';
import { allItems, aTable, aVault, emulatedDynamoDB, storeIn } from '../../support/dynamodb-store.ts';

const births = 10;

it('a birth that is told by SMS and by letter costs few calls more than one told by SMS alone', async () => {
  const client = emulatedDynamoDB();
  const tableName = await aTable(client);
  const store = storeIn(client, tableName);
  await store.wardLetters.save(aWardWithLetters());
  const events = Array.from({ length: births }, (_, index) =>
    anEvent(
      aBirthEvent({
        eventId: `e-${index}`,
        dossierCode: `H29.26-260302-${1000 + index}`,
        applicant: { name: 'Nguyễn Thị Hằng', phone: `091234567${index}` },
        personEvent: {
          kind: 'birth',
          childName: `Trần Ngọc Diệp ${'A'.repeat(index + 1)}`,
          bornOn: '2026-02-20',
        },
      }),
    ),
  );
  for (const event of events) await store.events.accept(event);
  const { doorbell } = aDoorbell();
  const decide = decideNotifications({
    ...store,
    doorbell,
    clock: () => now,
    familyLetters: {
      decide: lettersOfDossiers({
        places: async () => placesSample,
        ...store,
        vault: aVault,
        calendarUrl: calendarAt('https://baotin.example.vn'),
      }),
      doorbell: { ring: async () => {}, waiting: async () => 0 },
    },
  });
  const count = countCalls(client);
  const { rows } = await decide(events);
  expect(rows.every((row) => 'decision' in row && row.decision.letters?.drafts.length === 1)).toBe(true);

  const letters = (await allItems(client, tableName)).filter(({ kind }) => kind?.S === 'letter');
  const bytes = letters.map((item) => JSON.stringify(item).length);
  const kilobytes = Math.round(Math.max(...bytes) / 1000);
  console.log(
    `${births} births in one batch: ${JSON.stringify(count.calls)}, ${count.writeUnits / births} write units and ` +
      `${count.readUnits / births} read units each; a letter's item has at most ${kilobytes} kB`,
  );
  expect(count.calls['TransactWriteItemsCommand']).toBe(births);
  expect(letters.map((item) => item['ward']?.S)).toEqual(Array(births).fill(vungTau));
});
