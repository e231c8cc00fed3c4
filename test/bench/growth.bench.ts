import { startDynamoDb } from '../../infra/local/stores/dynamodb.ts';
import type { Ward } from '../../shared/domain/values/ward.ts';
import { aDaysEvents, countDay } from '../support/counting/counted-day.ts';
import { stages } from '../support/counting/day-costs.ts';
import { openPlaces } from '../support/day-places.ts';
import type { How, Row } from './figures.ts';

const wardOf = (number: number) => String(10_000 + number) as Ward;

/** Whether an event costs more calls when there are many: the days of one ward and of twenty, about 1,000 events each. */
export const benchGrowth = async ({ smoke }: How): Promise<Row[]> => {
  const [few, many, dossiers] = smoke ? [1, 2, 10] : [1, 20, 250];
  const dynamodb = await startDynamoDb(undefined);
  await dynamodb.ready;
  const rows: Row[] = [];
  try {
    for (const wards of [few, many]) {
      const places = await openPlaces(dynamodb.url);
      const days = Array.from({ length: wards }, (_, at) => [wardOf(at), aDaysEvents(at, dossiers)] as const);
      const day = await countDay(new Map(days), places);
      await places.close();
      const events = day.events.told + day.events.silent;
      for (const kind of ['told', 'silent'] as const)
        rows.push({
          name: `${kind}, days of ${wards}`,
          value: day.perEvent(kind, ...stages).calls,
          unit: 'calls',
          note: `${day.events[kind]} of ${events} events`,
          ...(wards > few && { ratioTo: `${kind}, days of ${few}` }),
        });
    }
  } finally {
    await dynamodb.stop();
  }
  return rows;
};
