import { startDynamoDb } from '../../infra/local/dynamodb.ts';
import type { Ward } from '../../shared/domain/ward.ts';
import { aDaysEvents, countDay } from '../support/counted-day.ts';
import { stages } from '../support/day-costs.ts';
import { openPlaces } from '../support/day-places.ts';
import type { Row } from './figures.ts';

const sizes = { 1: 'a thousand', 20: 'twenty thousand' } as const;
const wardOf = (number: number) => String(10_000 + number) as Ward;

/** Whether an event costs more calls when there are many: the days of one ward and of twenty, about 1,000 events each. */
export const benchGrowth = async (): Promise<Row[]> => {
  const dynamodb = await startDynamoDb(undefined);
  await dynamodb.ready;
  const rows: Row[] = [];
  try {
    for (const wards of [1, 20] as const) {
      const places = await openPlaces(dynamodb.url);
      const days = Array.from({ length: wards }, (_, at) => [wardOf(at), aDaysEvents(at, 250)] as const);
      const day = await countDay(new Map(days), places);
      await places.close();
      const events = day.events.told + day.events.silent;
      for (const kind of ['told', 'silent'] as const)
        rows.push({
          name: `${kind}, of ${sizes[wards]}`,
          value: day.perEvent(kind, ...stages).calls,
          unit: 'calls',
          note: `${day.events[kind]} of ${events} events`,
          ...(wards > 1 && { ratioTo: `${kind}, of ${sizes[1]}` }),
        });
    }
  } finally {
    await dynamodb.stop();
  }
  return rows;
};
