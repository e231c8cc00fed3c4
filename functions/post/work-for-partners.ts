// Makes a round every two minutes for partners that do not pull: claims, orders, cancels and follows parcels for them.
import { randomUUID } from 'node:crypto';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { Context } from 'aws-lambda';
import { openPost } from '../../shared/adapters/dynamodb/post/open-post.ts';
import { postalCarriers, readPostalAccounts } from '../../shared/adapters/carriers/post/accounts.ts';
import { readPostalCallback } from '../../shared/adapters/carriers/post/callback-routes.ts';
import { oneRound } from '../../shared/adapters/one-round.ts';
import { openStores } from '../../shared/adapters/open-stores.ts';
import { now } from '../../shared/adapters/lambda/clock.ts';
import { onColdStart } from '../../shared/adapters/lambda/cold-start.ts';
import { given, readEnv } from '../../shared/adapters/lambda/env.ts';
import { sha256 } from '../../shared/adapters/lambda/sha256.ts';
import { logWorkRound } from '../../shared/adapters/lambda/log/carriers.ts';
import { secretsManager } from '../../shared/adapters/secrets/secrets-manager.ts';
import { workForPartners } from '../../shared/flows/post/carriers/work-for-partners.ts';

const flow = onColdStart(async () => {
  const env = readEnv({ POSTAL_SECRET_ARN: given });
  const { dynamodb, tableName, vault } = await openStores();
  const secrets = secretsManager(new SecretsManagerClient());
  const accounts = await readPostalAccounts(secrets, env.POSTAL_SECRET_ARN);
  return workForPartners({
    ...openPost(dynamodb, tableName, vault, now),
    carriers: postalCarriers(accounts, now),
    readWord: readPostalCallback,
    newId: randomUUID,
    fingerprint: (text) => vault.fingerprint(text),
    sha256,
  });
});

/** The longest question to a carrier, twice: nobody begins one that would be cut off. */
const margin = 42_000;

const makeRound = async (
  _event: unknown,
  context: Pick<Context, 'getRemainingTimeInMillis'>,
): Promise<void> => {
  const work = await flow();
  logWorkRound(await work(() => context.getRemainingTimeInMillis() > margin));
};

export const handler = oneRound('work-for-partners', makeRound);
