import { BatchGetItemCommand, type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { canonical } from '../../../domain/values/writing/canonical.ts';
import { type Officer, officerPrivacy, type Officers } from '../../../domain/people/officer.ts';
import type { Vault } from '../../../domain/values/vault.ts';
import { conditionally } from '../conditional.ts';
import { expressions } from '../expressions.ts';
import { fromItem, type Item, toItem } from '../item.ts';
import { type Key, placeOf } from '../keys.ts';
import { lookUp } from '../lookup.ts';
import { openTogether, sealTogether } from '../personal.ts';
import { lookupIndex } from '../table.ts';
import { officerKey, officersLookup } from './people-keys.ts';

const officerIn = (item: Item, vault: Vault): Officer => {
  const { pk, sk, open, sealed } = fromItem(item) as Key & { open: Record<string, unknown>; sealed: string };
  return openTogether({ open, sealed }, vault, placeOf({ pk, sk })) as Officer;
};

/** Officers in the table, their names sealed. They have no expiry: an officer is taken off by a person. */
export const dynamoOfficers = (client: DynamoDBClient, tableName: string, vault: Vault): Officers => {
  const findAll = async (keys: readonly Key[]): Promise<Officer[]> => {
    if (keys.length === 0) return [];
    const Keys = keys.map((key) => toItem(key));
    const { Responses } = await client.send(
      new BatchGetItemCommand({ RequestItems: { [tableName]: { ConsistentRead: true, Keys } } }),
    );
    return (Responses?.[tableName] ?? []).map((item) => officerIn(item, vault));
  };

  return {
    find: async (id) => (await findAll([officerKey(id)]))[0],

    of: async (ward) => {
      const keys = (await lookUp(client, tableName, officersLookup(ward))).map(({ pk, sk }) => ({ pk, sk }));
      // A hundred is what one reading takes; an office has fewer people.
      const found = await findAll(keys.slice(0, 100));
      return found.filter((officer) => officer.ward === ward);
    },

    save: async (officer, before) => {
      const key = officerKey(officer.id);
      const put = await conditionally(
        client.send(
          new PutItemCommand({
            TableName: tableName,
            Item: toItem({
              ...key,
              kind: 'officer',
              [lookupIndex.partitionKey]: officersLookup(officer.ward),
              [lookupIndex.sortKey]: officer.id,
              epoch: officer.epoch,
              ...sealTogether(officer, officerPrivacy, vault, placeOf(key)),
            }),
            ...expressions(
              { ConditionExpression: before ? '#epoch = :epoch' : 'attribute_not_exists(#pk)' },
              { epoch: before?.epoch },
            ),
            ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
          }),
        ),
      );
      if ('done' in put) return 'saved';
      // Our own write whose answer was lost, met by its repeat.
      const isOurs = put.by !== undefined && canonical(officerIn(put.by, vault)) === canonical(officer);
      return isOurs ? 'saved' : 'conflict';
    },
  };
};
