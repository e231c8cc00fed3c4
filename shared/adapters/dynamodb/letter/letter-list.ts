import { type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { LetterState } from '../../../domain/letter/moves.ts';
import type { Ward } from '../../../domain/values/ward.ts';
import { expressions } from '../expressions.ts';
import { fromItem } from '../item.ts';
import { type Key, lettersLookup } from '../keys.ts';
import { lookupIndex } from '../table.ts';
import type { Letters } from '../../../domain/letter/letters.ts';

type Listed = Key & { lookupSk: string };

/**
 * The keys of a ward's letters, newest first: of one state, or of all of them merged. The cursor is the place of the
 * last one in that order, so a letter that changes its state meanwhile is seen once or twice, and none is passed over.
 */
export const readLetterList = async (
  client: DynamoDBClient,
  tableName: string,
  ward: Ward,
  { state, before = '~', limit }: Parameters<Letters['list']>[1],
): Promise<{ keys: Key[]; cursor?: string }> => {
  const one = async (each: LetterState): Promise<Listed[]> => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: tableName,
        IndexName: lookupIndex.name,
        ScanIndexForward: false,
        Limit: limit,
        ...expressions(
          { KeyConditionExpression: '#lookupPk = :name AND #lookupSk < :before' },
          { name: lettersLookup(ward, each), before },
        ),
      }),
    );
    return Items.map((item) => fromItem(item) as Listed);
  };
  const listed = (await Promise.all((state ? [state] : LetterState.options).map(one)))
    .flat()
    .toSorted((a, b) => (a.lookupSk > b.lookupSk ? -1 : 1));
  const keys = listed.slice(0, limit);
  return { keys, ...(listed.length >= limit && { cursor: keys.at(-1)!.lookupSk }) };
};
