import {
  type DynamoDBClient,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { letterMoves, type LetterMove } from '../../../domain/letter/moves.ts';
import type { Vault } from '../../../domain/values/vault.ts';
import { expiresAt } from '../expiry.ts';
import { expressions } from '../expressions.ts';
import { fromItem, toItem } from '../item.ts';
import { auditKey, letterKey, lettersLookup, placeOf } from '../keys.ts';
import { sealEach } from '../personal.ts';
import {
  type HumanAct,
  humanActPrivacy,
  type LetterName,
  type Moved,
} from '../../../domain/letter/letters.ts';

/** What a move sets and removes beside the state, and what must hold beside the move table. */
type Change = { set?: string; remove?: string; onlyIf?: string };

const auditOf = (name: LetterName, act: HumanAct, tableName: string, vault: Vault): TransactWriteItem => ({
  Put: {
    TableName: tableName,
    Item: toItem({
      ...auditKey(name, act.at, act.what),
      ...sealEach(act, humanActPrivacy, vault, placeOf(letterKey(name))),
      kind: 'audit',
      expiresAt: expiresAt('letter', act.at),
    }),
  },
});

/**
 * One move of one letter: the move table is its condition, and a person's act is written down in the same
 * transaction. An answer that was lost is asked for again under the same token, so it moves once.
 */
export const moveLetter =
  (client: DynamoDBClient, tableName: string, vault: Vault) =>
  async (
    name: LetterName,
    what: LetterMove,
    { set, remove, onlyIf }: Change,
    values: Record<string, unknown> & { at: string },
    act?: HumanAct,
  ): Promise<Moved> => {
    const { from, to } = letterMoves[what];
    const states = Object.fromEntries(from.map((state, index) => [`from${index}`, state]));
    const list = Object.keys(states).map((key) => `:${key}`);
    const move: TransactWriteItem = {
      Update: {
        TableName: tableName,
        Key: toItem(letterKey(name)),
        ...expressions(
          {
            UpdateExpression: `SET #state = :moveTo, #since = :at, #lookupPk = :lookupPk${set ? `, ${set}` : ''}${remove ? ` REMOVE ${remove}` : ''}`,
            ConditionExpression: `#state IN (${list.join(', ')})${onlyIf ? ` AND ${onlyIf}` : ''}`,
          },
          { ...states, ...values, moveTo: to, lookupPk: lettersLookup(name.ward, to) },
        ),
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      },
    };
    try {
      const audit = act ? [auditOf(name, act, tableName, vault)] : [];
      await client.send(new TransactWriteItemsCommand({ TransactItems: [move, ...audit] }));
      return { is: 'moved' };
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const reason = error.CancellationReasons?.[0];
      if (reason?.Code !== 'ConditionalCheckFailed') throw error;
      if (!reason.Item) return { is: 'unknown' };
      const { state, version } = fromItem(reason.Item) as Omit<Extract<Moved, { is: 'unchanged' }>, 'is'>;
      return { is: 'unchanged', state, version };
    }
  };
