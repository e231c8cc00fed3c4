import { type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { type Brought, Proposal, proposalPrivacy, type Proposals } from '../../../domain/people/proposal.ts';
import type { Vault } from '../../../domain/values/vault.ts';
import { expiresAt } from '../expiry.ts';
import { expressions } from '../expressions.ts';
import { fromItem, type Item, toItem } from '../item.ts';
import { type Key, placeOf } from '../keys.ts';
import { lookUp } from '../lookup.ts';
import { settingsItem, templateItem } from '../office/choices.ts';
import { openTogether, sealTogether } from '../personal.ts';
import { readAll } from '../read-all.ts';
import { lookupIndex } from '../table.ts';
import { transact } from '../transact.ts';
import { newestPage } from './newest-page.ts';
import { proposalKey, proposedLookup } from './people-keys.ts';

/** Proposals in the table, names sealed. Those that wait are in the look-up index; a decision takes them out of it. */
export const dynamoProposals = (client: DynamoDBClient, tableName: string, vault: Vault): Proposals => {
  const read = (item: Item): Proposal => {
    const { pk, sk, open, sealed } = fromItem(item) as Key & { open: object; sealed: string };
    return Proposal.parse(openTogether({ open: { ...open }, sealed }, vault, placeOf({ pk, sk })));
  };
  const itemOf = (proposal: Proposal): Item => {
    const key = proposalKey(proposal.ward, proposal.id);
    return toItem({
      ...key,
      kind: 'proposal',
      state: proposal.state,
      ...(proposal.state === 'proposed' && {
        [lookupIndex.partitionKey]: proposedLookup(proposal.ward),
        [lookupIndex.sortKey]: proposal.id,
      }),
      expiresAt: expiresAt('proposal', proposal.proposedAt),
      ...sealTogether(proposal, proposalPrivacy, vault, placeOf(key)),
    });
  };
  const brings = (ward: Proposal['ward'], brought: Brought) =>
    'settings' in brought
      ? { Put: { TableName: tableName, Item: toItem(settingsItem(brought.settings)) } }
      : {
          Put: {
            TableName: tableName,
            Item: toItem(templateItem(ward, brought.template)),
            ...expressions({ ConditionExpression: 'attribute_not_exists(#pk)' }),
          },
        };

  return {
    find: async (ward, id) => (await readAll(client, tableName, [proposalKey(ward, id)])).map(read)[0],

    of: async (ward, before) => {
      const pk = proposalKey(ward, '').pk;
      const { items, ...cursor } = await newestPage(client, tableName, { pk, before });
      return { proposals: items.map(read), ...cursor };
    },

    open: async (ward) => {
      const keys = await lookUp(client, tableName, proposedLookup(ward));
      const found = (await readAll(client, tableName, keys)).map(read);
      return found
        .filter(({ state }) => state === 'proposed')
        .toSorted((one, other) => (one.id < other.id ? 1 : -1));
    },

    propose: async (proposal) => {
      await client.send(new PutItemCommand({ TableName: tableName, Item: itemOf(proposal) }));
    },

    decide: async (proposal, brought) => {
      const decision = {
        Put: {
          TableName: tableName,
          Item: itemOf(proposal),
          ...expressions({ ConditionExpression: '#state = :proposed' }, { proposed: 'proposed' }),
        },
      };
      const why = await transact(client, [
        decision,
        ...(brought === undefined ? [] : [brings(proposal.ward, brought)]),
      ]);
      return why === undefined ? 'decided' : 'conflict';
    },
  };
};
