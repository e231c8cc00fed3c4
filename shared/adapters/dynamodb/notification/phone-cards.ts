import type { DynamoDBClient, TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { Instant } from '../../../domain/values/instant.ts';
import type { PhoneCard } from '../../../domain/notification/limits.ts';
import type { Vault } from '../../../domain/values/vault.ts';
import { expiresAt } from '../expiry.ts';
import { fromItem } from '../item.ts';
import { phoneCardKey } from '../keys.ts';
import { readAll } from '../read-all.ts';
import { putVersion } from '../versioned.ts';
import type { CardWrite, PhoneCards } from '../../../domain/notification/spending.ts';

/** Phone cards in the table, named by the keyed hash of their phone; the phone itself is not in them. */
export const dynamoPhoneCards = (client: DynamoDBClient, tableName: string, vault: Vault): PhoneCards => ({
  find: async (phones) => {
    const named = new Map(phones.map((asked) => [phoneCardKey(asked.ward, vault.hash(asked.phone)), asked]));
    const asked = new Map([...named].map(([{ pk }, whose]) => [pk, whose]));
    return (await readAll(client, tableName, [...named.keys()])).map((item) => {
      const { pk, day, version } = fromItem(item) as { pk: string; day: PhoneCard['day']; version: number };
      return { card: { ...asked.get(pk)!, day }, version };
    });
  },
});

/** The write of a phone card inside the transaction of what is told. */
export const putPhoneCard = (
  tableName: string,
  { before, after }: CardWrite,
  at: Instant,
  vault: Vault,
): TransactWriteItem => {
  const item = { ...phoneCardKey(after.ward, vault.hash(after.phone)), kind: 'phone-card', day: after.day };
  return putVersion(tableName, { ...item, expiresAt: expiresAt('phone-card', at) }, before);
};
