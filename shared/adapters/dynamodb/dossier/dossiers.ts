import { type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { Dossier } from '../../../domain/dossier/dossier.ts';
import { readyAtCounter } from '../../../domain/dossier/standing/ready.ts';
import { foundByPhone } from '../../../domain/office/contact-channel.ts';
import type { Vault } from '../../../domain/values/vault.ts';
import { commitDecisions } from '../decision/commit-decisions.ts';
import { dossierIn } from './dossier-item.ts';
import { expressions } from '../expressions.ts';
import { fromItem } from '../item.ts';
import { codeLookup, dossierKey, type Key, phoneLookup, promisePartition, readyPartition } from '../keys.ts';
import { lookUp } from '../lookup.ts';
import { readAll } from '../read-all.ts';
import { dispatchIndex, dueIndex } from '../table.ts';
import { dueIn } from '../waiting.ts';
import type { Dossiers } from '../../../domain/decision/dossiers.ts';

const newest = (dossier: Dossier): string => dossier.steps.at(-1)?.occurredAt ?? '';

/** A code is one office's; while a dossier is handed over two have it. More would be codes that nobody numbers by the rule. */
const officesOfACode = 5;

/** Dossiers in the table, each with the version its next decision is conditioned on. */
export const dynamoDossiers = (client: DynamoDBClient, tableName: string, vault: Vault): Dossiers => {
  const read = async (keys: readonly Key[]) =>
    (await readAll(client, tableName, keys)).map((item) => dossierIn(item, vault));
  const inOrder = async (keys: readonly Key[]): Promise<Dossier[]> => {
    const order = new Map(keys.map(({ pk }, index) => [pk, index]));
    const place = ({ ward: of, code }: Dossier) => order.get(dossierKey(of, code).pk)!;
    return (await read(keys)).map(({ dossier }) => dossier).toSorted((a, b) => place(a) - place(b));
  };
  return {
    find: (ids) => read(ids.map(({ ward, code }) => dossierKey(ward, code))),

    commit: commitDecisions(client, tableName, vault),

    promisedUntil: async (ward, until, limit) =>
      inOrder(await dueIn(client, tableName, promisePartition(ward), until, limit)),

    readyAt: async (ward, from, limit) => {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: tableName,
          IndexName: dueIndex.name,
          ScanIndexForward: false,
          Limit: limit,
          ...expressions(
            {
              KeyConditionExpression: `#${dueIndex.partitionKey} = :ready AND #${dueIndex.sortKey} >= :from`,
            },
            { ready: readyPartition(ward), from },
          ),
        }),
      );
      const found = await inOrder(Items.map((item) => fromItem(item) as Key));
      // The index follows the table by a moment: what was fetched since is no longer there.
      return found.filter((dossier) => readyAtCounter(dossier)?.ward === ward);
    },

    withPhone: async (ward, e164) => {
      const keys = await lookUp(client, tableName, phoneLookup(ward, vault.hash(e164)));
      return (await read(keys))
        .map(({ dossier }) => dossier)
        .filter((dossier) => foundByPhone(dossier) === e164)
        .toSorted((a, b) => (newest(a) > newest(b) ? -1 : 1));
    },

    withCode: async (code) => {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: tableName,
          IndexName: dispatchIndex.name,
          Limit: officesOfACode,
          ...expressions(
            { KeyConditionExpression: '#dispatchPk = :code' },
            { code: codeLookup(vault.hash(code)) },
          ),
        }),
      );
      return (await read(Items.map((item) => fromItem(item) as Key))).map(({ dossier }) => dossier);
    },
  };
};
