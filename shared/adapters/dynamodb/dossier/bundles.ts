import type { DynamoDBClient, TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { BundleRecord, Bundles } from '../../../domain/dossier/bundle.ts';
import type { Instant } from '../../../domain/values/instant.ts';
import { expiresAt } from '../expiry.ts';
import { fromItem } from '../item.ts';
import { bundleKey } from '../keys.ts';
import { readAll } from '../read-all.ts';
import { putVersion } from '../versioned.ts';

/** Bundles in the table: codes, statuses and days of dossiers, nothing of a person. */
export const dynamoBundles = (client: DynamoDBClient, tableName: string): Bundles => ({
  find: async (ids) =>
    (
      await readAll(
        client,
        tableName,
        ids.map(({ ward, id }) => bundleKey(ward, id)),
      )
    ).map((item) => fromItem(item) as { bundle: BundleRecord; version: number }),
});

/** The write of a bundle inside the transaction of one of its dossiers. */
export const putBundle = (
  tableName: string,
  { before, after }: { before: number; after: BundleRecord },
  at: Instant,
): TransactWriteItem => {
  const item = { ...bundleKey(after.ward, after.id), kind: 'bundle', bundle: after };
  return putVersion(tableName, { ...item, expiresAt: expiresAt('dossier', at) }, before);
};
