import { expect, it } from 'vitest';
import { dynamoBookmarks } from '../../../shared/adapters/dynamodb/post/carriers/bookmarks.ts';
import { dynamoCarrierOrders } from '../../../shared/adapters/dynamodb/post/carriers/carrier-orders.ts';
import { dynamoCarrierCallbacks } from '../../../shared/adapters/dynamodb/post/carriers/carrier-callbacks.ts';
import { at } from '../../support/builders/post.ts';
import { allItems, aTable, aVault, emulatedDynamoDB } from '../../support/dynamodb-store.ts';
import { keepsBookmarks, keepsCarrierOrders, keepsCarrierWords } from './carrier-stores.contract.ts';

const opened = async () => {
  const client = emulatedDynamoDB();
  return [client, await aTable(client)] as const;
};

keepsCarrierOrders('DynamoDB', async () => dynamoCarrierOrders(...(await opened())));
keepsCarrierWords('DynamoDB', async () => dynamoCarrierCallbacks(...(await opened()), aVault));
keepsBookmarks('DynamoDB', async () => dynamoBookmarks(...(await opened())));

it('lets nobody read in the table what a carrier said of a citizen, and forgets it after a quarter', async () => {
  const [client, tableName] = await opened();
  const words = dynamoCarrierCallbacks(client, tableName, aVault);
  const raw = '{"to_name":"Nguyễn Thị Hằng","to_phone":"0912345678"}';
  await words.keep({ id: 'a', partner: 'ghn', raw, from: 'call', heardAt: at('09:30'), tries: 0 });
  const [item] = await allItems(client, tableName);
  expect(JSON.stringify(item)).not.toMatch(/Hằng|912345678/);
  expect(Number(item?.['expiresAt']?.N)).toBe(Date.parse(at('09:30')) / 1000 + 90 * 86_400);
});
