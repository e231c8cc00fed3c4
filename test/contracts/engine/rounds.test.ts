import { describe, expect, it } from 'vitest';
import { dynamoRounds } from '../../../shared/adapters/dynamodb/rounds.ts';
import { aTable, emulatedDynamoDB } from '../../support/dynamodb-store.ts';

const opened = async () => {
  const client = emulatedDynamoDB();
  return dynamoRounds(client, await aTable(client));
};

describe('a round is made by one at a time', () => {
  it('however many are called at once', async () => {
    const { take } = await opened();
    const took = await Promise.all([1, 2, 3, 4, 5].map(async (more) => take('post', 1000, 2000 + more)));
    expect(took.filter(Boolean)).toHaveLength(1);
  });

  it('and another round is another matter', async () => {
    const { take } = await opened();
    expect([await take('post', 1000, 2000), await take('carriers', 1000, 2000)]).toEqual([true, true]);
  });

  it('until it is given back', async () => {
    const { take, giveBack } = await opened();
    await take('post', 1000, 2000);
    expect(await take('post', 1001, 2001)).toBe(false);
    await giveBack('post', 2000);
    expect(await take('post', 1002, 2002)).toBe(true);
  });

  it('or until whoever had it could not be at it any more', async () => {
    const { take, giveBack } = await opened();
    await take('post', 1000, 2000);
    expect([await take('post', 1999, 3000), await take('post', 2000, 3000)]).toEqual([false, true]);
    await giveBack('post', 2000);
    expect(await take('post', 2500, 4000)).toBe(false);
  });
});
