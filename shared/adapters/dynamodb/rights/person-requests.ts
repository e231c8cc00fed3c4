import { type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import {
  PersonRequest,
  personRequestPrivacy,
  type PersonRequests,
} from '../../../domain/rights/person-request.ts';
import type { Vault } from '../../../domain/values/vault.ts';
import type { Ward } from '../../../domain/values/ward.ts';
import { expiresAt } from '../expiry.ts';
import { expressions } from '../expressions.ts';
import { fromItem, type Item } from '../item.ts';
import { type Key, placeOf } from '../keys.ts';
import { lookUp } from '../lookup.ts';
import { openTogether, sealTogether } from '../personal.ts';
import { readAll } from '../read-all.ts';
import { lookupIndex, lookups, partitions } from '../table.ts';
import { transact } from '../transact.ts';
import { putVersion } from '../versioned.ts';

const requestKey = (ward: Ward, id: string): Key => ({ pk: partitions.personRequest + ward, sk: id });

/** Requests in the table, names sealed. Those that wait are in the look-up index; the answer takes them out of it. */
export const dynamoPersonRequests = (
  client: DynamoDBClient,
  tableName: string,
  vault: Vault,
): PersonRequests => {
  const read = (item: Item): PersonRequest => {
    const { pk, sk, open, sealed, version } = fromItem(item) as Key & {
      open: object;
      sealed: string;
      version: number;
    };
    const whole = openTogether({ open: { ...open }, sealed }, vault, placeOf({ pk, sk }));
    return PersonRequest.parse({ ...whole, version });
  };
  const find = async (keys: Key[]): Promise<PersonRequest[]> =>
    (await readAll(client, tableName, keys)).map(read);
  return {
    find: async (ward, id) => (await find([requestKey(ward, id)]))[0],

    of: async (ward) => {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: tableName,
          ScanIndexForward: false,
          Limit: 50,
          ...expressions({ KeyConditionExpression: '#pk = :pk' }, { pk: requestKey(ward, '').pk }),
        }),
      );
      return Items.map(read);
    },

    waiting: async () => {
      const found = await find(await lookUp(client, tableName, lookups.personRequests));
      return found.filter(({ state }) => state === 'asked');
    },

    save: async (request) => {
      const key = requestKey(request.ward, request.id);
      const item = {
        ...key,
        kind: 'person-request',
        ...(request.state === 'asked' && {
          [lookupIndex.partitionKey]: lookups.personRequests,
          [lookupIndex.sortKey]: `${request.askedAt}#${request.ward}#${request.id}`,
        }),
        expiresAt: expiresAt('person-request', request.askedAt),
        ...sealTogether(request, personRequestPrivacy, vault, placeOf(key)),
      };
      const why = await transact(client, [putVersion(tableName, item, request.version)]);
      if (why === undefined) return 'saved';
      if (why.some((code) => code === 'ConditionalCheckFailed' || code === 'TransactionConflict'))
        return 'conflict';
      throw new Error(`a person's request was not written: ${why.join(', ')}`);
    },
  };
};
