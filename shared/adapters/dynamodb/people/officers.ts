import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { type Officer, officerPrivacy, type Officers } from '../../../domain/people/officer.ts';
import type { Vault } from '../../../domain/values/vault.ts';
import { putAsRead } from '../conditional.ts';
import { fromItem, type Item } from '../item.ts';
import { type Key, placeOf } from '../keys.ts';
import { lookUp } from '../lookup.ts';
import { openTogether, sealTogether } from '../personal.ts';
import { readAll } from '../read-all.ts';
import { lookupIndex } from '../table.ts';
import { officerKey, officersLookup } from './people-keys.ts';

const officerIn = (item: Item, vault: Vault): Officer => {
  const { pk, sk, open, sealed } = fromItem(item) as Key & { open: Record<string, unknown>; sealed: string };
  return openTogether({ open, sealed }, vault, placeOf({ pk, sk })) as Officer;
};

/** Officers in the table, their names sealed. They have no expiry: an officer is taken off by a person. */
export const dynamoOfficers = (client: DynamoDBClient, tableName: string, vault: Vault): Officers => {
  const read = (item: Item): Officer => officerIn(item, vault);
  const findAll = async (keys: readonly Key[]): Promise<Officer[]> =>
    (await readAll(client, tableName, keys)).map(read);

  return {
    find: async (id) => (await findAll([officerKey(id)]))[0],

    of: async (ward) => {
      const found = await findAll(await lookUp(client, tableName, officersLookup(ward)));
      return found.filter((officer) => officer.ward === ward);
    },

    save: async (officer, before) => {
      const key = officerKey(officer.id);
      return putAsRead(client, tableName, {
        item: {
          ...key,
          kind: 'officer',
          [lookupIndex.partitionKey]: officersLookup(officer.ward),
          [lookupIndex.sortKey]: officer.id,
          epoch: officer.epoch,
          ...sealTogether(officer, officerPrivacy, vault, placeOf(key)),
        },
        condition: before ? '#epoch = :epoch' : 'attribute_not_exists(#pk)',
        values: { epoch: before?.epoch },
        value: officer,
        read,
      });
    },
  };
};
