import { Duration } from 'aws-cdk-lib';
import { partitions } from '../../shared/adapters/dynamodb/table.ts';
import { watchCount } from '../constructs/watch.ts';
import { WardFunction } from '../constructs/ward-function.ts';
import type { House } from './foundation.ts';

/** Who may knock: tokens for the wards' machines, and what they need to find their way. */
export const tokens = ({ stack, deployment, keys, table, door }: House): void => {
  const issuer = { SIGNING_KEY_ARN: keys.signing.keyArn, ISSUER: door.url };
  const others = keys.otherSigning.map(({ keyArn }) => keyArn);
  const serveDiscovery = new WardFunction(stack, 'serve-discovery', {
    deployment,
    whoIsHurt: 'API Gateway cannot check tokens once its copy of the keys is gone: every ward is locked out.',
    environment: {
      ...issuer,
      ...(others.length > 0 && { OTHER_SIGNING_KEY_ARNS: others.join(',') }),
    },
  });
  serveDiscovery.allow(['kms:GetPublicKey'], [keys.signing.keyArn, ...others]);
  door.open(
    serveDiscovery,
    'Public keys and the API description are read before there is a token.',
    'GET /.well-known/openid-configuration',
    'GET /.well-known/jwks.json',
    'GET /openapi.json',
    'GET /health',
  );

  const awaitDiscovery = new WardFunction(stack, 'await-discovery', {
    deployment,
    whoIsHurt: 'A deployment ends before anybody can get in; nobody is hurt while the one before it stands.',
    timeout: Duration.minutes(5),
    environment: {},
  });
  door.awaits(awaitDiscovery);

  const issueToken = new WardFunction(stack, 'issue-token', {
    deployment,
    whoIsHurt: 'Ward systems get no new access token and are locked out when their last one expires.',
    environment: { ...issuer, TABLE_NAME: table.name },
  });
  table.allowRead(issueToken, 'GetItem');
  table.within(`${partitions.clientUse}*`).allowWrite(issueToken, 'PutItem');
  // The name of the key in a token is the thumbprint of its public half.
  issueToken.allow(['kms:Sign', 'kms:GetPublicKey'], [keys.signing.keyArn]);
  watchCount(deployment, {
    name: 'wrong-secrets',
    what: 'More wrong secrets were tried within a quarter of an hour than slips explain',
    whoIsHurt:
      'Somebody may be guessing in the name of an office or a partner, or a machine of theirs runs with an old secret.',
    every: Duration.minutes(15),
    above: 30,
  });
  door.open(issueToken, 'The client proves itself with its secret here.', 'POST /oauth/token');
};
