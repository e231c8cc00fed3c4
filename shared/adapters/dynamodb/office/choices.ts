import { type DynamoDBClient, paginateQuery, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { between, type Instant, seconds, type Clock } from '../../../domain/values/instant.ts';
import type { OwnTemplate, Templates } from '../../../domain/text/publish/own-template.ts';
import { defaultSettings, WardSettings, type SettingsStore } from '../../../domain/office/ward-settings.ts';
import { type Most, settingsWithin } from '../../../domain/office/most.ts';
import type { Ward } from '../../../domain/values/ward.ts';
import { putAsRead } from '../conditional.ts';
import { expressions } from '../expressions.ts';
import { fromItem, type Item, toItem } from '../item.ts';
import { settingsKey, templateKey, wardPartition } from '../keys.ts';

/** How long a warm function may speak by choices it has read, so that an event costs no read of its own. */
const aMinute = seconds(60);

/** The items that hold what was chosen, for whoever writes one together with something else. */
export const settingsItem = (settings: WardSettings) => ({
  ...settingsKey(settings.ward),
  kind: 'settings',
  settings,
});
export const templateItem = (ward: Ward, template: OwnTemplate) => ({
  ...templateKey(ward, template),
  kind: 'template',
  template,
});

type Chosen = { settings: WardSettings; templates: OwnTemplate[] };

const templateIn = (item: Item): OwnTemplate => (fromItem(item) as { template: OwnTemplate }).template;

/** Settings written before a setting was invented have its default. */
const chosenIn = (ward: Ward, items: readonly Item[]): Chosen => {
  const settings = items.find(({ kind }) => kind?.S === 'settings');
  return {
    settings: settings ? WardSettings.parse(fromItem(settings)['settings']) : defaultSettings(ward),
    templates: items.filter(({ kind }) => kind?.S === 'template').map(templateIn),
  };
};

/**
 * What a ward has chosen, in the table: its settings and its own texts lie side by side and are read in one call,
 * once a minute at most; whoever shows them to an officer believes none that are older than the question.
 * What was chosen before the platform allowed less counts as much as it allows now. They are about an office and no citizen, so they do not expire.
 */
export const dynamoChoices = (
  client: DynamoDBClient,
  tableName: string,
  clock: Clock,
  { believedFor = aMinute, most = {} }: { believedFor?: number; most?: Most } = {},
): { settings: SettingsStore; templates: Templates } => {
  const known = new Map<Ward, { chosen: Promise<Chosen>; readAt: Instant }>();

  const read = async (ward: Ward): Promise<Chosen> => {
    const query = {
      TableName: tableName,
      ConsistentRead: true,
      ...expressions({ KeyConditionExpression: '#pk = :pk' }, { pk: wardPartition(ward) }),
    };
    const items: Item[] = [];
    for await (const { Items = [] } of paginateQuery({ client }, query)) items.push(...Items);
    return chosenIn(ward, items);
  };

  const chosenBy = async (ward: Ward): Promise<Chosen> => {
    const found = known.get(ward);
    if (found && between(found.readAt, clock()) < believedFor) return found.chosen;
    const chosen = read(ward);
    known.set(ward, { chosen, readAt: clock() });
    chosen.catch(() => known.delete(ward));
    return chosen;
  };

  return {
    settings: {
      of: async (ward) => settingsWithin((await chosenBy(ward)).settings, most),
      save: async (settings) => {
        await client.send(new PutItemCommand({ TableName: tableName, Item: toItem(settingsItem(settings)) }));
        known.delete(settings.ward);
      },
    },
    templates: {
      all: async (ward) => (await chosenBy(ward)).templates,
      publish: async (ward, template) => {
        const put = await putAsRead(client, tableName, {
          item: templateItem(ward, template),
          condition: 'attribute_not_exists(#pk)',
          value: template,
          read: templateIn,
        });
        known.delete(ward);
        return put === 'saved' ? 'published' : 'exists';
      },
    },
  };
};
