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
    expect(await take('post', 1000, 2000)).toBeDefined();
    expect(await take('carriers', 1000, 2000)).toBeDefined();
  });

  it('until it is given back', async () => {
    const { take, giveBack } = await opened();
    const turn = await take('post', 1000, 2000);
    expect(await take('post', 1001, 2001)).toBeUndefined();
    await giveBack('post', turn!);
    expect(await take('post', 1002, 2002)).toBeDefined();
  });

  it('or until whoever had it could not be at it any more', async () => {
    const { take, giveBack } = await opened();
    const lapsed = await take('post', 1000, 2000);
    expect(await take('post', 1999, 3000)).toBeUndefined();
    expect(await take('post', 2000, 3000)).toBeDefined();
    await giveBack('post', lapsed!);
    expect(await take('post', 2500, 4000)).toBeUndefined();
  });

  it('whoever takes it twice at the same moment: their ends are alike, their turns are not', async () => {
    const { take } = await opened();
    const took = await Promise.all([take('post', 1000, 2000), take('post', 1000, 2000)]);
    expect(took.filter((turn) => turn !== undefined)).toHaveLength(1);
  });

  it('and nobody waits for a turn that ends later than any function may run: the clock was set back since', async () => {
    const { take } = await opened();
    const tomorrow = 24 * 60 * 60_000;
    await take('post', tomorrow, tomorrow + 110_000);
    expect(await take('post', 1000, 111_000)).toBeDefined();
  });
});
