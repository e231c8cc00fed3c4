import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { NewId } from '../domain/values/ids.ts';
import type { Clock } from '../domain/values/instant.ts';
import { gatewayCarriers, readAccounts } from './carriers/accounts.ts';
import { eumCarrier } from './carriers/sms/eum/carrier.ts';
import { eumClient } from './carriers/sms/eum/client.ts';
import { snsCarrier } from './carriers/sms/sns/carrier.ts';
import { snsClient } from './carriers/sms/sns/client.ts';
import { dynamoTokenPairs } from './dynamodb/office/token-pairs.ts';
import { given, readEnv } from './lambda/env.ts';
import type { Stores } from './open-stores.ts';
import { secretsManager } from './secrets/secrets-manager.ts';

/** Every carrier of SMS by its name; undefined where we have no account with it. */
export const openSmsCarriers = async (
  { dynamodb, tableName, vault }: Stores,
  ports: { clock: Clock; newId: NewId },
) => {
  const env = readEnv({ SMS_SENDER_ID: given, EUM_CONFIGURATION_SET: given, GATEWAY_SECRET_ARN: given });
  const accounts = await readAccounts(secretsManager(new SecretsManagerClient()), env.GATEWAY_SECRET_ARN);
  const sender = { originationIdentity: env.SMS_SENDER_ID, configurationSet: env.EUM_CONFIGURATION_SET };
  return {
    sns: snsCarrier(snsClient(), { senderId: env.SMS_SENDER_ID }),
    eum: eumCarrier(eumClient(), sender),
    ...gatewayCarriers(accounts, { ...ports, tokens: dynamoTokenPairs(dynamodb, tableName, vault) }),
  };
};
