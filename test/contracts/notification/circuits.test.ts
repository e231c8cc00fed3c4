import { describe, expect, it } from 'vitest';
import { dynamoCircuits } from '../../../shared/adapters/dynamodb/notification/circuits.ts';
import { memoryCircuits } from '../../../shared/adapters/memory/notification/circuits.ts';
import { type Circuits, openedCircuit, probing } from '../../../shared/domain/notification/pace/circuit.ts';
import { aTable, emulatedDynamoDB } from '../../support/dynamodb-store.ts';
import { after, nineOClock } from '../cost/ward-day.ts';

const opened = openedCircuit('balance', nineOClock);

describe.each<[string, () => Promise<Circuits>]>([
  ['memory', async () => memoryCircuits()],
  [
    'dynamodb',
    async () => {
      const client = emulatedDynamoDB();
      return dynamoCircuits(client, await aTable(client));
    },
  ],
])('%s keeps how carriers stand', (_, open) => {
  it('each by itself: opened, tried and closed, and written by whoever was faster', async () => {
    const circuits = await open();
    expect(await circuits.of('esms')).toEqual({ version: 0 });
    const both = [circuits.write('esms', 0, opened), circuits.write('esms', 0, opened)];
    expect((await Promise.all(both)).toSorted()).toEqual(['conflict', 'written']);
    expect(await circuits.of('esms')).toEqual({ circuit: opened, version: 1 });
    expect(await circuits.of('zalo')).toEqual({ version: 0 });
    const tried = probing(opened, after(1));
    expect(await circuits.write('esms', 1, tried)).toBe('written');
    expect(await circuits.of('esms')).toEqual({ circuit: tried, version: 2 });
    expect(await circuits.write('esms', 1)).toBe('conflict');
    expect(await circuits.write('esms', 2)).toBe('written');
    expect(await circuits.of('esms')).toEqual({ version: 3 });
  });
});
