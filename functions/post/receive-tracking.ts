// Keeps what postal carriers call in about their parcels, byte for byte; the clock reads it.
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { dynamoCarrierCallbacks } from '../../shared/adapters/dynamodb/post/carriers/carrier-callbacks.ts';
import { readPostalAccounts } from '../../shared/adapters/carriers/post/accounts.ts';
import { provePostalCall } from '../../shared/adapters/carriers/post/callback-routes.ts';
import { openStores } from '../../shared/adapters/open-stores.ts';
import { now } from '../../shared/adapters/lambda/clock.ts';
import { given, readEnv } from '../../shared/adapters/lambda/env.ts';
import { httpFunction } from '../../shared/adapters/lambda/http/http.ts';
import { postalCallback } from '../../shared/adapters/lambda/http/postal-callback.ts';
import { secretsManager } from '../../shared/adapters/secrets/secrets-manager.ts';
import { receiveCallback } from '../../shared/flows/post/carriers/receive-callback.ts';

const build = async () => {
  const env = readEnv({ POSTAL_SECRET_ARN: given });
  const { dynamodb, tableName, vault } = await openStores();
  const secrets = secretsManager(new SecretsManagerClient());
  const hear = receiveCallback({
    words: dynamoCarrierCallbacks(dynamodb, tableName, vault),
    clock: now,
    fingerprint: (text) => vault.fingerprint(text),
  });
  return { prove: provePostalCall(await readPostalAccounts(secrets, env.POSTAL_SECRET_ARN)), hear };
};

type Ports = Awaited<ReturnType<typeof build>>;

export const handler = httpFunction<Ports>(build, {
  'POST /callbacks/post/{partner}/{secret}': postalCallback(({ prove, hear }, call) =>
    hear(call.partner, prove(call)),
  ),
});
