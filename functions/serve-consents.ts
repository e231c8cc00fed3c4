// Notes down for a ward office what a citizen chose, and shows it again with its evidence.
import { KMSClient } from '@aws-sdk/client-kms';
import { dynamoClient } from '../shared/adapters/dynamodb/client.ts';
import { dynamoConsents } from '../shared/adapters/dynamodb/consents.ts';
import { dynamoDataKeys } from '../shared/adapters/dynamodb/data-keys.ts';
import { openVault } from '../shared/adapters/kms/vault.ts';
import { now } from '../shared/adapters/lambda/clock.ts';
import { given, readEnv } from '../shared/adapters/lambda/env.ts';
import { httpFunction } from '../shared/adapters/lambda/http.ts';
import { logChosen } from '../shared/adapters/lambda/log-steps.ts';
import { ofPhone, wardBody } from '../shared/adapters/lambda/ward-route.ts';
import { ConsentsRequest } from '../shared/domain/consent-request.ts';
import { recordConsents } from '../shared/flows/record-consents.ts';

const build = async () => {
  const env = readEnv({ TABLE_NAME: given, DATA_KEY_ARN: given });
  const dynamodb = dynamoClient();
  const vault = await openVault(new KMSClient(), env.DATA_KEY_ARN, dynamoDataKeys(dynamodb, env.TABLE_NAME));
  const consents = dynamoConsents(dynamodb, env.TABLE_NAME, vault);
  return { consents, record: recordConsents({ consents, clock: now }) };
};

export const handler = httpFunction(build, {
  'GET /v1/consents': ofPhone(async ({ consents }, { ward, phone }) => {
    const [choices = []] = await consents.of([{ ward, phone }]);
    return { status: 200, body: { consents: choices } };
  }),
  'POST /v1/consents': wardBody(ConsentsRequest, async ({ record }, { ward, body, language }) => {
    const results = await record(ward, body.consents, language);
    logChosen('consent', ward, results);
    return { status: 200, body: { results } };
  }),
});
