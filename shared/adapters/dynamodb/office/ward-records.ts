import { type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { Instant } from '../../../domain/values/instant.ts';
import type { Mark } from '../../../domain/values/privacy.ts';
import type { Vault } from '../../../domain/values/vault.ts';
import type { Ward } from '../../../domain/values/ward.ts';
import { expiresAt } from '../expiry.ts';
import { expressions } from '../expressions.ts';
import { fromItem, type Item } from '../item.ts';
import { type Key, placeOf } from '../keys.ts';
import { openTogether, sealTogether } from '../personal.ts';
import { readAll } from '../read-all.ts';
import { transact } from '../transact.ts';
import { putVersion } from '../versioned.ts';

type WardRecord = { ward: Ward; id: string; version: number };

type Kept<One extends WardRecord> = {
  kind: Parameters<typeof expiresAt>[0];
  /** The beginning of its partition; the office's code follows. */
  partition: string;
  privacy: Readonly<Record<keyof One, Mark>>;
  parse: (whole: Record<string, unknown>) => One;
  /** From when it is kept as long as its kind. */
  since: (one: One) => Instant;
  /** More attributes, such as places in an index. */
  beside?: (one: One) => Record<string, unknown>;
};

/**
 * Records of an office under ids in the order of their days, what may name a citizen sealed; the version decides who writes
 * next. `of` are the newest fifty.
 */
export const wardRecords = <One extends WardRecord>(
  client: DynamoDBClient,
  tableName: string,
  vault: Vault,
  { kind, partition, privacy, parse, since, beside }: Kept<One>,
) => {
  const keyOf = (ward: Ward, id: string): Key => ({ pk: partition + ward, sk: id });
  const read = (item: Item): One => {
    const { pk, sk, open, sealed, version } = fromItem(item) as Key & {
      open: object;
      sealed?: string;
      version: number;
    };
    return parse({ ...openTogether({ open: { ...open }, sealed }, vault, placeOf({ pk, sk })), version });
  };
  const at = async (keys: Key[]): Promise<One[]> => (await readAll(client, tableName, keys)).map(read);
  return {
    at,

    find: async (ward: Ward, id: string): Promise<One | undefined> => (await at([keyOf(ward, id)]))[0],

    of: async (ward: Ward): Promise<One[]> => {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: tableName,
          ScanIndexForward: false,
          Limit: 50,
          ...expressions({ KeyConditionExpression: '#pk = :pk' }, { pk: keyOf(ward, '').pk }),
        }),
      );
      return Items.map(read);
    },

    /** As it stands then, one version later. */
    save: async (one: One): Promise<One | 'conflict'> => {
      const key = keyOf(one.ward, one.id);
      const item = {
        ...key,
        kind,
        ...beside?.(one),
        expiresAt: expiresAt(kind, since(one)),
        ...sealTogether(one, privacy, vault, placeOf(key)),
      };
      const why = await transact(client, [putVersion(tableName, item, one.version)]);
      if (why === undefined) return { ...one, version: one.version + 1 };
      if (why.some((code) => code === 'ConditionalCheckFailed' || code === 'TransactionConflict'))
        return 'conflict';
      throw new Error(`a record (${kind}) was not written: ${why.join(', ')}`);
    },
  };
};
