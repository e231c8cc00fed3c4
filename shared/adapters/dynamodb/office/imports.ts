import { type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { importPrivacy, type Imports, SheetImport } from '../../../domain/sheet/imports/sheet-import.ts';
import type { Vault } from '../../../domain/values/vault.ts';
import type { Ward } from '../../../domain/values/ward.ts';
import { expiresAt } from '../expiry.ts';
import { expressions } from '../expressions.ts';
import { fromItem, type Item } from '../item.ts';
import { type Key, placeOf } from '../keys.ts';
import { openTogether, sealTogether } from '../personal.ts';
import { readAll } from '../read-all.ts';
import { partitions } from '../table.ts';
import { transact } from '../transact.ts';
import { putVersion } from '../versioned.ts';

const importKey = (ward: Ward, id: string): Key => ({ pk: partitions.import + ward, sk: id });

/** Imports in the table, what may name a citizen sealed; the version decides who writes next. */
export const dynamoImports = (client: DynamoDBClient, tableName: string, vault: Vault): Imports => {
  const read = (item: Item): SheetImport => {
    const { pk, sk, open, sealed, version } = fromItem(item) as Key & {
      open: object;
      sealed: string;
      version: number;
    };
    return SheetImport.parse({
      ...openTogether({ open: { ...open }, sealed }, vault, placeOf({ pk, sk })),
      version,
    });
  };
  return {
    find: async (ward, id) => (await readAll(client, tableName, [importKey(ward, id)])).map(read)[0],

    of: async (ward) => {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: tableName,
          ScanIndexForward: false,
          Limit: 50,
          ...expressions({ KeyConditionExpression: '#pk = :pk' }, { pk: importKey(ward, '').pk }),
        }),
      );
      return Items.map(read);
    },

    save: async (one) => {
      const key = importKey(one.ward, one.id);
      const item = {
        ...key,
        kind: 'import',
        expiresAt: expiresAt('import', one.at),
        ...sealTogether(one, importPrivacy, vault, placeOf(key)),
      };
      const why = await transact(client, [putVersion(tableName, item, one.version)]);
      if (why === undefined) return { ...one, version: one.version + 1 };
      if (why.some((code) => code === 'ConditionalCheckFailed' || code === 'TransactionConflict'))
        return 'conflict';
      throw new Error(`an import was not written: ${why.join(', ')}`);
    },
  };
};
