import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Vault } from '../../domain/values/vault.ts';
import { dynamoBudgets } from './budgets.ts';
import { dynamoBundles } from './bundles.ts';
import { dynamoConsents } from './consents.ts';
import { dynamoDossiers } from './dossiers.ts';
import { dynamoNotifications } from './notifications.ts';
import { dynamoPhoneCards } from './phone-cards.ts';

/** Everything in the table that a decision reads or writes, apart from the ward's settings. */
export const decisionStores = (client: DynamoDBClient, tableName: string, vault: Vault) => ({
  dossiers: dynamoDossiers(client, tableName, vault),
  bundles: dynamoBundles(client, tableName),
  phones: dynamoPhoneCards(client, tableName, vault),
  budgets: dynamoBudgets(client, tableName),
  consents: dynamoConsents(client, tableName, vault),
  notifications: dynamoNotifications(client, tableName, vault),
});
