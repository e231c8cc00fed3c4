import { describe, expect, it } from 'vitest';
import { dynamoDataKeys } from '../../../shared/adapters/dynamodb/data-keys.ts';
import type { WrappedKeys } from '../../../shared/adapters/kms/vault.ts';
import { aTable, emulatedDynamoDB } from '../../support/dynamodb-store.ts';

const opened = async (): Promise<WrappedKeys> => {
  const client = emulatedDynamoDB();
  return dynamoDataKeys(client, await aTable(client));
};

const blob = (fill: number) => new Uint8Array(8).fill(fill);

describe('the table keeps wrapped data keys', () => {
  it('and has none at first', async () => {
    expect(await (await opened()).all()).toEqual([]);
  });

  it('oldest first, also after the ninth', async () => {
    const kept = await opened();
    for (const id of ['1', '10', '2']) await kept.add({ id, wrapped: blob(Number(id)) });
    const all = await kept.all();
    expect(all.map(({ id, wrapped }) => [id, wrapped[0]])).toEqual([
      ['1', 1],
      ['2', 2],
      ['10', 10],
    ]);
  });

  it('and never writes over one', async () => {
    const kept = await opened();
    await Promise.all([kept.add({ id: '1', wrapped: blob(1) }), kept.add({ id: '1', wrapped: blob(2) })]);
    const [first, ...others] = await kept.all();
    await kept.add({ id: '1', wrapped: blob(3) });
    expect(others).toEqual([]);
    expect(await kept.all()).toEqual([first]);
  });
});
