import { type DynamoDBClient, GetItemCommand, paginateQuery, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Commune, PlaceCatalogue, Province, Places } from '../../../domain/values/places/places.ts';
import { placesSample } from '../../../domain/values/places/places-sample.ts';
import { expressions } from '../expressions.ts';
import { fromItem, toItem } from '../item.ts';
import { remembering } from './arrangements.ts';
import { placesKey, placesPartition } from './keys.ts';
import type { Clock } from '../../../domain/values/instant.ts';

type Shelf = { province: Province; communes: Commune[] };

/**
 * The catalogue of places in the table, one item a province, since all of it is larger than an item may be. Until one is
 * imported the few places of the sample are known, and every other address waits for a person.
 */
export const dynamoPlaces = (client: DynamoDBClient, tableName: string, clock: Clock) => {
  const catalogueOf = async (about: { version: string; source: string }): Promise<PlaceCatalogue> => {
    const query = {
      TableName: tableName,
      ...expressions({ KeyConditionExpression: '#pk = :pk' }, { pk: placesPartition(about.version) }),
    };
    const shelves: Shelf[] = [];
    for await (const { Items = [] } of paginateQuery({ client }, query))
      shelves.push(...Items.map((item) => fromItem(item) as Shelf));
    return {
      ...about,
      provinces: shelves.map(({ province }) => province),
      communes: shelves.flatMap(({ communes }) => communes),
    };
  };
  let kept: PlaceCatalogue | undefined;
  const current = remembering(async () => {
    const { Item } = await client.send(new GetItemCommand({ TableName: tableName, Key: toItem(placesKey) }));
    const about = Item && (fromItem(Item) as { version: string; source: string });
    if (about && about.version !== kept?.version)
      kept = await catalogueOf({ version: about.version, source: about.source });
    return kept ?? placesSample;
  }, clock);
  const places: Places = () => current('current');

  return {
    places,
    /** Puts a whole catalogue and then makes it the current one. */
    save: async ({ version, source, provinces, communes }: PlaceCatalogue): Promise<void> => {
      for (const province of provinces) {
        const there = communes.filter(({ provinceCode }) => provinceCode === province.code);
        const key = { pk: placesPartition(version), sk: province.code };
        const item = { ...key, kind: 'places', province, communes: there };
        await client.send(new PutItemCommand({ TableName: tableName, Item: toItem(item) }));
      }
      const item = { ...placesKey, kind: 'places', version, source };
      await client.send(new PutItemCommand({ TableName: tableName, Item: toItem(item) }));
    },
  };
};
