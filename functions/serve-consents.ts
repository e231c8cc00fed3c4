// Notes down for a ward office what a citizen chose, stops what is no longer wanted, and shows the choices again.
import { KMSClient } from '@aws-sdk/client-kms';
import { dynamoClient } from '../shared/adapters/dynamodb/client.ts';
import { dynamoConsents } from '../shared/adapters/dynamodb/consents.ts';
import { dynamoDataKeys } from '../shared/adapters/dynamodb/data-keys.ts';
import { dynamoDossiers } from '../shared/adapters/dynamodb/dossiers.ts';
import { dynamoLetters } from '../shared/adapters/dynamodb/letters.ts';
import { dynamoNotifications } from '../shared/adapters/dynamodb/notifications.ts';
import { openVault } from '../shared/adapters/kms/vault.ts';
import { now } from '../shared/adapters/lambda/clock.ts';
import { given, readEnv } from '../shared/adapters/lambda/env.ts';
import { httpFunction } from '../shared/adapters/lambda/http.ts';
import { logChosen } from '../shared/adapters/lambda/log-steps.ts';
import { refused } from '../shared/adapters/lambda/refused.ts';
import { forWard, withBody } from '../shared/adapters/lambda/route.ts';
import { ConsentsRequest, readChooser } from '../shared/domain/consent-request.ts';
import { recordConsents } from '../shared/flows/record-consents.ts';

const build = async () => {
  const env = readEnv({ TABLE_NAME: given, DATA_KEY_ARN: given });
  const dynamodb = dynamoClient();
  const vault = await openVault(new KMSClient(), env.DATA_KEY_ARN, dynamoDataKeys(dynamodb, env.TABLE_NAME));
  const consents = dynamoConsents(dynamodb, env.TABLE_NAME, vault);
  const record = recordConsents({
    consents,
    dossiers: dynamoDossiers(dynamodb, env.TABLE_NAME, vault),
    letters: dynamoLetters(dynamodb, env.TABLE_NAME, vault),
    notifications: dynamoNotifications(dynamodb, env.TABLE_NAME, vault),
    vault,
    clock: now,
  });
  return { consents, record };
};

export const handler = httpFunction(build, {
  'GET /v1/consents': forWard(async ({ consents }, request) => {
    const { phone, dossierCode } = request.query;
    const asked = readChooser(request.ward, { phone, dossierCode });
    if (!asked.ok) return refused({ is: 'validation-failed', errors: [asked.error] }, request);
    const [choices = []] = await consents.of([asked.whose]);
    return { status: 200, body: { consents: choices } };
  }),
  'POST /v1/consents': forWard(
    withBody(ConsentsRequest, async ({ record }, { ward, language, client }, { consents }) => {
      const results = await record(ward, consents, language, client);
      logChosen('consent', ward, results);
      return { status: 200, body: { results } };
    }),
  ),
});
