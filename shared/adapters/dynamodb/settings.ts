import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { between, type Instant, seconds } from '../../domain/instant.ts';
import type { Clock, SettingsStore } from '../../domain/ports.ts';
import { defaultSettings, WardSettings } from '../../domain/ward-settings.ts';
import type { Ward } from '../../domain/ward.ts';
import { fromItem, toItem } from './item.ts';
import { settingsKey } from './keys.ts';

/** How long a warm function may speak by settings it has read, so that an event costs no read of its own. */
const believedFor = seconds(60);

/** Ward settings in the table. They are about an office and no citizen, so they do not expire. */
export const dynamoSettings = (client: DynamoDBClient, tableName: string, clock: Clock): SettingsStore => {
  const known = new Map<Ward, { settings: Promise<WardSettings>; readAt: Instant }>();

  const read = async (ward: Ward): Promise<WardSettings> => {
    const { Item } = await client.send(
      new GetItemCommand({ TableName: tableName, Key: toItem(settingsKey(ward)) }),
    );
    // Settings kept before a choice existed get its default here.
    return Item ? WardSettings.parse(fromItem(Item)['settings']) : defaultSettings(ward);
  };

  /** Remembered from the asking on: a whole batch that asks at once reads once. */
  const remember = async (ward: Ward, settings: Promise<WardSettings>): Promise<WardSettings> => {
    known.set(ward, { settings, readAt: clock() });
    try {
      return await settings;
    } catch (error) {
      known.delete(ward);
      throw error;
    }
  };

  return {
    of: async (ward) => {
      const found = known.get(ward);
      if (found && between(found.readAt, clock()) < believedFor) return found.settings;
      return remember(ward, read(ward));
    },
    save: async (settings) => {
      const item = { ...settingsKey(settings.ward), kind: 'settings', settings };
      await client.send(new PutItemCommand({ TableName: tableName, Item: toItem(item) }));
      await remember(settings.ward, Promise.resolve(settings));
    },
  };
};
