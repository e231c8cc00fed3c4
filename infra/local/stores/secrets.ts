import { json } from 'node:stream/consumers';
import type { GatewayName } from '../../../shared/adapters/carriers/sms/names.ts';
import { openAwsJsonEndpoint } from './aws-json-endpoint.ts';
import { firstRefresh } from '../simulators/sms/carriers/zalo.ts';
import { postalAccountsAt } from '../simulators/post/accounts.ts';

/** The word in the path of callbacks on one machine; on AWS nobody knows it. */
export const simulatedWord = 'simulated-word-of-one-machine';

/** What Zalo's simulator signs with. */
export const simulatedZalo = { appId: 'simulated-app', secret: 'simulated-secret' } as const;

/** Accounts at the carrier simulator with every gateway, and what its callbacks prove themselves with. */
const accountsAt = (carrier: string, api: string) =>
  ({
    esms: {
      url: carrier,
      apiKey: 'simulated',
      secretKey: 'simulated',
      brandname: 'BAOTIN',
      callbackUrl: `${api}/callbacks/esms/${simulatedWord}`,
    },
    speedsms: { url: carrier, token: 'simulated', sender: 'BAOTIN' },
    vnpt: {
      url: carrier,
      labelId: '1',
      contractId: '1',
      agentId: '1',
      apiUser: 'simulated',
      apiPass: 'simulated',
      userName: 'simulated',
    },
    zalo: {
      account: { url: carrier },
      app: { oauthUrl: carrier, appId: simulatedZalo.appId, secretKey: 'simulated', consent: firstRefresh },
    },
    callbacks: {
      esms: { word: simulatedWord },
      speedsms: { word: simulatedWord },
      inbound: { word: simulatedWord },
      zalo: { appId: simulatedZalo.appId, oaSecretKey: simulatedZalo.secret },
    },
  }) satisfies Record<GatewayName | 'callbacks', object>;

/** Secrets Manager at a local address: the one operation we use, and the two secrets we have. */
export const openSecrets = (at: { carrier: string; postal: string; api: string }) =>
  openAwsJsonEndpoint(async (request) => {
    const { SecretId } = (await json(request)) as { SecretId?: string };
    if (request.headers['x-amz-target'] !== 'secretsmanager.GetSecretValue')
      return [400, { __type: 'UnknownOperationException' }];
    const accounts = SecretId?.endsWith('postal-accounts')
      ? postalAccountsAt(at.postal, simulatedWord)
      : accountsAt(at.carrier, at.api);
    return [200, { ARN: SecretId, SecretString: JSON.stringify(accounts) }];
  });
