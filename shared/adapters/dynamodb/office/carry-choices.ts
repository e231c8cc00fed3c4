import { type DynamoDBClient, paginateScan, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { Item } from '../item.ts';
import { choicePrefix } from './consent-item.ts';

/** What a citizen's item of one table adds to the other: each choice is an attribute of its own, and none is taken away. */
const carried = (tableName: string, item: Item): UpdateItemCommand => {
  const { pk, sk } = item;
  const names = Object.keys(item).filter((name) => name !== 'pk' && name !== 'sk');
  return new UpdateItemCommand({
    TableName: tableName,
    Key: { pk: pk!, sk: sk! },
    UpdateExpression: `SET ${names.map((_, at) => `#n${at} = :v${at}`).join(', ')}`,
    ExpressionAttributeNames: Object.fromEntries(names.map((name, at) => [`#n${at}`, name])),
    ExpressionAttributeValues: Object.fromEntries(names.map((name, at) => [`:v${at}`, item[name]!])),
  });
};

/**
 * Carries citizens' choices from one table to another, sealed as they are, and answers of how many citizens. A refusal that was
 * noted while the other table was not there is heeded again; twice changes nothing.
 */
export const carryChoices = async (client: DynamoDBClient, from: string, to: string): Promise<number> => {
  let citizens = 0;
  const asked = {
    TableName: from,
    FilterExpression: '#kind = :consent',
    ExpressionAttributeNames: { '#kind': 'kind' },
    ExpressionAttributeValues: { ':consent': { S: 'consent' } },
  };
  for await (const { Items = [] } of paginateScan({ client }, asked))
    for (const item of Items.filter((each) =>
      Object.keys(each).some((name) => name.startsWith(choicePrefix)),
    )) {
      await client.send(carried(to, item));
      citizens += 1;
    }
  return citizens;
};
