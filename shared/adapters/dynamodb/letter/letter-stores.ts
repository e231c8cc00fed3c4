import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Vault } from '../../../domain/values/vault.ts';
import { dynamoConsents } from '../office/consents.ts';
import { dynamoLetterSettings } from './letter-settings.ts';
import { dynamoLetters } from './letters.ts';
import { dynamoPlaces } from '../post/places.ts';
import type { Clock } from '../../../domain/values/instant.ts';

/** Everything in the table that a decision about letters reads or writes. */
export const letterStores = (client: DynamoDBClient, tableName: string, vault: Vault, clock: Clock) => ({
  letters: dynamoLetters(client, tableName, vault),
  wardLetters: dynamoLetterSettings(client, tableName, clock),
  consents: dynamoConsents(client, tableName, vault),
  places: dynamoPlaces(client, tableName, clock).places,
});
