// Gives a ward's or partner's machine an access token for its credentials (OAuth 2 client credentials).
import { randomUUID } from 'node:crypto';
import { dynamoClient } from '../../shared/adapters/dynamodb/client.ts';
import { KMSClient } from '@aws-sdk/client-kms';
import { dynamoClients } from '../../shared/adapters/dynamodb/office/clients.ts';
import { kmsTokenSigner } from '../../shared/adapters/kms/token-signer.ts';
import { now, pause } from '../../shared/adapters/lambda/clock.ts';
import { given, readEnv } from '../../shared/adapters/lambda/env.ts';
import { sha256 } from '../../shared/adapters/lambda/sha256.ts';
import { type Answer, httpFunction } from '../../shared/adapters/lambda/http/http.ts';
import { logToken } from '../../shared/adapters/lambda/log/steps.ts';
import { readTokenRequest } from '../../shared/adapters/lambda/http/token-request.ts';
import { issueToken } from '../../shared/flows/office/issue-token.ts';
import { slowGuesses } from '../../shared/flows/office/slow-guesses.ts';

const build = () => {
  const env = readEnv({ TABLE_NAME: given, SIGNING_KEY_ARN: given, ISSUER: given });
  const ports = {
    clients: dynamoClients(dynamoClient(), env.TABLE_NAME),
    signer: kmsTokenSigner(new KMSClient(), env.SIGNING_KEY_ARN),
    sha256,
    clock: now,
    newId: randomUUID,
    issuer: env.ISSUER,
  };
  return slowGuesses(issueToken(ports), { pause });
};

const refusal = (error: string): Answer => ({
  status: error === 'invalid_client' ? 401 : 400,
  body: { error },
  ...(error === 'invalid_client' ? { headers: { 'www-authenticate': 'Basic realm="bao-tin"' } } : {}),
});

export const handler = httpFunction(build, {
  'POST /oauth/token': async (issue, { event }) => {
    const asked = readTokenRequest(event);
    if (!asked.ok) return refusal(asked.error);
    const answer = await issue(asked);
    logToken(asked.clientId, answer.ok ? 'issued' : answer.error);
    if (!answer.ok) return refusal(answer.error);
    const { accessToken: access_token, expiresIn: expires_in, scope } = answer;
    return { status: 200, body: { access_token, token_type: 'Bearer', expires_in, scope } };
  },
});
