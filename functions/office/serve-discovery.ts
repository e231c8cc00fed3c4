// Serves what a machine needs to find its way: the issuer's keys and the description of the API.
import { KMSClient } from '@aws-sdk/client-kms';
import { publicKeysOf } from '../../shared/adapters/kms/token-signer.ts';
import { onColdStart } from '../../shared/adapters/lambda/cold-start.ts';
import { given, givenOrNot, readEnv } from '../../shared/adapters/lambda/env.ts';
import { httpFunction } from '../../shared/adapters/lambda/http/http.ts';
import { apiDescription } from '../../shared/adapters/lambda/openapi/document.ts';
import { Scope } from '../../shared/domain/office/client.ts';

const build = () => {
  const env = readEnv({ SIGNING_KEY_ARN: given, OTHER_SIGNING_KEY_ARNS: givenOrNot, ISSUER: given });
  const arns = [env.SIGNING_KEY_ARN, ...env.OTHER_SIGNING_KEY_ARNS.split(',').filter(Boolean)];
  return { issuer: env.ISSUER, keys: onColdStart(() => publicKeysOf(new KMSClient(), arns)) };
};

/** Keys change by hand and seldom; an hour of caching spares the key service. */
const headers = { 'cache-control': 'public, max-age=3600' };
const unkept = { 'cache-control': 'no-store' };

export const handler = httpFunction(build, {
  'GET /.well-known/openid-configuration': async ({ issuer }) => ({
    status: 200,
    headers,
    body: {
      issuer,
      jwks_uri: `${issuer}/.well-known/jwks.json`,
      token_endpoint: `${issuer}/oauth/token`,
      grant_types_supported: ['client_credentials'],
      token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
      scopes_supported: Scope.options,
      response_types_supported: ['token'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
    },
  }),
  // That there is somebody: it asks nothing of anything behind it, and knows nobody.
  'GET /health': async () => ({ status: 200, headers: unkept, body: { status: 'ok' } }),
  'GET /.well-known/jwks.json': async ({ keys }) => ({ status: 200, headers, body: await keys() }),
  'GET /openapi.json': async ({ issuer }) => ({ status: 200, headers, body: apiDescription(issuer) }),
});
