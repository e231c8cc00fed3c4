import { describe, expect, it } from 'vitest';
import { dynamoPaces } from '../../../shared/adapters/dynamodb/lookup/paces.ts';
import { dynamoPhoneChecks } from '../../../shared/adapters/dynamodb/lookup/phone-checks.ts';
import { dynamoRatings } from '../../../shared/adapters/dynamodb/lookup/ratings.ts';
import { memoryPaces } from '../../../shared/adapters/memory/lookup/paces.ts';
import { memoryPhoneChecks } from '../../../shared/adapters/memory/lookup/phone-checks.ts';
import { memoryRatings } from '../../../shared/adapters/memory/lookup/ratings.ts';
import { DossierCode } from '../../../shared/domain/dossier/dossier-code.ts';
import { allItems, aTable, aVault, emulatedDynamoDB } from '../../support/dynamodb-store.ts';
import { nineOClock, ward } from '../cost/ward-day.ts';
import { aCheck, aRating, keepsLookups } from './lookup.contract.ts';

const inTheTable = async () => {
  const client = emulatedDynamoDB();
  const tableName = await aTable(client);
  return {
    paces: dynamoPaces(client, tableName),
    checks: dynamoPhoneChecks(client, tableName, aVault),
    ratings: dynamoRatings(client, tableName, aVault),
    items: () => allItems(client, tableName),
  };
};

keepsLookups('memory', async () => ({
  paces: memoryPaces(),
  checks: memoryPhoneChecks(),
  ratings: memoryRatings(),
}));
keepsLookups('dynamodb', inTheTable);

describe('what the table keeps of those who wait', () => {
  it('has no phone, no code beside a phone and no word of theirs in the open, and goes by itself', async () => {
    const { paces, checks, ratings, items } = await inTheTable();
    const dossier = DossierCode.parse('H29.26-260302-0001');
    const pace = { misses: 1, lastAt: nineOClock, openFrom: nineOClock };
    await paces.move({ kind: 'address', mark: 'a-mark' }, undefined, pace);
    await checks.move({ ward, code: dossier }, undefined, aCheck());
    await ratings.rate({ ward, dossier }, aRating({ line: 'Cảm ơn cô Hằng' }));
    const all = await items();
    const written = JSON.stringify(all);
    for (const hidden of ['987654321', 'Hằng']) expect(written).not.toContain(hidden);
    // The counts of a month name nobody and stay.
    const kept = all.filter(({ sk }) => !sk!.S!.startsWith('MONTH#'));
    expect(kept).toHaveLength(3);
    for (const { expiresAt } of kept) expect(Number(expiresAt?.N)).toBeGreaterThan(0);
  });
});
