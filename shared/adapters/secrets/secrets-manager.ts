import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { Secrets } from '../../domain/values/vault.ts';

/** Secrets in AWS Secrets Manager, by name or ARN, in their current version. */
export const secretsManager = (client: SecretsManagerClient): Secrets => ({
  read: async (name) => {
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: name }));
    if (SecretString === undefined) throw new Error('the secret is not a text');
    return SecretString;
  },
});
