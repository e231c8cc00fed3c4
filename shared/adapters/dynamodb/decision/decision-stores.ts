import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Vault } from '../../../domain/values/vault.ts';
import { dynamoBudgets } from '../notification/budgets.ts';
import { dynamoBundles } from '../dossier/bundles.ts';
import { dynamoConsents } from '../office/consents.ts';
import { dynamoStatusEvents } from '../dossier/status-events.ts';
import { dynamoDossiers } from '../dossier/dossiers.ts';
import { dynamoNotifications } from '../notification/notifications.ts';
import { dynamoPhoneCards } from '../notification/phone-cards.ts';

/** Everything in the table that a decision reads or writes, apart from the ward's settings. */
export const decisionStores = (client: DynamoDBClient, tableName: string, vault: Vault) => ({
  dossiers: dynamoDossiers(client, tableName, vault),
  events: dynamoStatusEvents(client, tableName, vault),
  bundles: dynamoBundles(client, tableName),
  phones: dynamoPhoneCards(client, tableName, vault),
  budgets: dynamoBudgets(client, tableName),
  consents: dynamoConsents(client, tableName, vault),
  notifications: dynamoNotifications(client, tableName, vault),
});
