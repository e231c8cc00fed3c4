import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { between, type Instant, seconds, type Clock } from '../../../domain/values/instant.ts';
import { noLetters, WardLetters, type LetterSettingsStore } from '../../../domain/letter/ward-letters.ts';
import type { Ward } from '../../../domain/values/ward.ts';
import { fromItem, toItem } from '../item.ts';
import { letterSettingsKey } from '../keys.ts';

/** How long a warm function goes by what it has read. */
const believedFor = seconds(60);

/**
 * A ward's choices about letters in the table, as one text: a map of DynamoDB has no order, and the lines of a form
 * do. They are about an office and no citizen, so they do not expire.
 */
export const dynamoLetterSettings = (
  client: DynamoDBClient,
  tableName: string,
  clock: Clock,
): LetterSettingsStore => {
  const known = new Map<Ward, { chosen: WardLetters; readAt: Instant }>();
  const remember = (chosen: WardLetters): WardLetters => {
    known.set(chosen.ward, { chosen, readAt: clock() });
    return chosen;
  };
  return {
    of: async (ward) => {
      const found = known.get(ward);
      if (found && between(found.readAt, clock()) < believedFor) return found.chosen;
      const { Item } = await client.send(
        new GetItemCommand({ TableName: tableName, Key: toItem(letterSettingsKey(ward)) }),
      );
      return remember(
        Item ? WardLetters.parse(JSON.parse(String(fromItem(Item)['letters']))) : noLetters(ward),
      );
    },
    save: async (chosen) => {
      const item = {
        ...letterSettingsKey(chosen.ward),
        kind: 'letter-settings',
        letters: JSON.stringify(chosen),
      };
      await client.send(new PutItemCommand({ TableName: tableName, Item: toItem(item) }));
      remember(chosen);
    },
  };
};
