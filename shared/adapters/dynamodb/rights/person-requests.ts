import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  PersonRequest,
  personRequestPrivacy,
  type PersonRequests,
} from '../../../domain/rights/person-request.ts';
import type { Vault } from '../../../domain/values/vault.ts';
import { lookUp } from '../lookup.ts';
import { lookupIndex, lookups, partitions } from '../table.ts';
import { wardRecords } from '../office/ward-records.ts';

/** Requests in the table. Those that wait are in the look-up index; the answer takes them out of it. */
export const dynamoPersonRequests = (
  client: DynamoDBClient,
  tableName: string,
  vault: Vault,
): PersonRequests => {
  const { find, of, at, save } = wardRecords<PersonRequest>(client, tableName, vault, {
    kind: 'person-request',
    partition: partitions.personRequest,
    privacy: personRequestPrivacy,
    parse: (whole) => PersonRequest.parse(whole),
    since: ({ askedAt }) => askedAt,
    beside: ({ state, askedAt, ward, id }) =>
      state === 'asked'
        ? {
            [lookupIndex.partitionKey]: lookups.personRequests,
            [lookupIndex.sortKey]: `${askedAt}#${ward}#${id}`,
          }
        : {},
  });
  return {
    find,
    of,

    waiting: async () => {
      const found = await at(await lookUp(client, tableName, lookups.personRequests));
      return found.filter(({ state }) => state === 'asked');
    },

    save: async (request) => ((await save(request)) === 'conflict' ? 'conflict' : 'saved'),
  };
};
