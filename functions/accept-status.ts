// Takes a ward's status events in; they are durable before it answers.
import { dynamoClient } from '../shared/adapters/dynamodb/client.ts';
import { KMSClient } from '@aws-sdk/client-kms';
import { dynamoDataKeys } from '../shared/adapters/dynamodb/data-keys.ts';
import { dynamoStatusEvents } from '../shared/adapters/dynamodb/status-events.ts';
import { openVault } from '../shared/adapters/kms/vault.ts';
import { now } from '../shared/adapters/lambda/clock.ts';
import { given, readEnv } from '../shared/adapters/lambda/env.ts';
import { httpFunction } from '../shared/adapters/lambda/http.ts';
import { logAccepted } from '../shared/adapters/lambda/log-steps.ts';
import { forWard, withBody } from '../shared/adapters/lambda/route.ts';
import { AcceptRequest } from '../shared/domain/accept.ts';
import { acceptStatus } from '../shared/flows/accept-status.ts';

const build = async () => {
  const env = readEnv({ TABLE_NAME: given, DATA_KEY_ARN: given });
  const dynamodb = dynamoClient();
  const vault = await openVault(new KMSClient(), env.DATA_KEY_ARN, dynamoDataKeys(dynamodb, env.TABLE_NAME));
  return acceptStatus({ events: dynamoStatusEvents(dynamodb, env.TABLE_NAME, vault), clock: now });
};

export const handler = httpFunction(build, {
  'POST /v1/status-events': forWard(
    withBody(AcceptRequest, async (accept, { ward, language }, { events }) => {
      const results = await accept(ward, events, language);
      logAccepted(ward, results);
      return { status: 202, body: { results } };
    }),
  ),
});
