import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { vungTau } from '../../support/builders/dossiers.ts';
import { aDaysEvents, countDay } from '../../support/counting/counted-day.ts';
import { type DayCosts, stages } from '../../support/counting/day-costs.ts';
import { openPlaces, type Places } from '../../support/day-places.ts';

const untilSent = stages.filter((stage) => stage !== 'receipt');

let places: Places & { close: () => Promise<void> };
let day: DayCosts;

beforeAll(async () => {
  places = await openPlaces(inject('dynamodb'));
  day = await countDay(new Map([[vungTau, aDaysEvents(1)]]), places, { metered: true });
}, 180_000);
afterAll(() => places.close());

describe('what a ward’s day costs, from its reports to the receipts', () => {
  it('tells some citizens, leaves some in peace, and meets events that were sent twice', () => {
    const { told, overtaken, silent, duplicate } = day.events;
    console.log(`${told} told, ${overtaken} overtaken, ${silent} silent, ${duplicate} sent twice`);
    expect(told).toBeGreaterThan(200);
    expect(overtaken).toBeGreaterThan(0);
    expect(silent).toBeGreaterThan(400);
    expect(duplicate).toBeGreaterThan(20);
  });

  it('takes at most 5 calls for an event that tells one citizen by SMS, its receipt apart', () => {
    const { calls } = day.perEvent('told', ...untilSent);
    console.log(`told: ${calls.toFixed(2)} calls until sent, ${day.perEvent('told', 'receipt').calls} more`);
    expect(calls).toBeGreaterThanOrEqual(4);
    expect(calls).toBeLessThanOrEqual(5);
    expect(day.perEvent('told', 'receipt').calls).toBe(2);
  });

  it.each(['silent', 'overtaken'] as const)('takes at most 2 calls for an event that ends %s', (kind) => {
    const { calls } = day.perEvent(kind, ...stages);
    console.log(`${kind}: ${calls.toFixed(2)} calls`);
    expect(calls).toBeGreaterThanOrEqual(1);
    expect(calls).toBeLessThanOrEqual(2);
  });

  it('takes one call and one write unit for an event that was sent twice', () => {
    expect(day.perEvent('duplicate', ...stages)).toMatchObject({ calls: 1, table: 1, index: 0 });
  });

  it('writes no index entry again that has not changed', () => {
    // What waits for its receipt leaves the index of what waits; nothing else changes there.
    expect(day.perEvent('told', 'receipt')).toMatchObject({ table: 2, index: 1 });
    // The event's entry and exit, the phone's entry, and the promise's where a due date is given or kept.
    expect(day.perEvent('silent', ...stages).index).toBeLessThan(4.5);
  });

  it.each(['accept', 'record', 'receipt'] as const)(
    'our reckoning of write units is DynamoDB’s own where it counts single writes: %s',
    (stage) => {
      const { writes, table, index } = day.perEvent('told', stage);
      expect(writes).toBeGreaterThan(0);
      expect(table + index).toBeCloseTo(writes, 9);
    },
  );
});
