// Lets a deployment go on once the issuer answers at its address: API Gateway reads it while it makes the authorizer.
import { pause } from '../../shared/adapters/lambda/clock.ts';
import { customResource } from '../../shared/adapters/lambda/custom-resource.ts';
import { AwaitedIssuer, readIssuer } from '../../shared/adapters/lambda/read-issuer.ts';
import { awaitDiscovery } from '../../shared/flows/office/await-discovery.ts';

/** Kept for the answer to CloudFormation, and for a question that is under way. */
const margin = 20_000;

const wait = awaitDiscovery({ read: readIssuer, pause });

export const handler = customResource(AwaitedIssuer, {
  keep: async ({ issuer }, context) => {
    const answers = await wait(issuer, () => context.getRemainingTimeInMillis() > margin);
    if (!answers)
      throw new Error(
        `${issuer}/.well-known/openid-configuration does not answer: does its name lead to the API?`,
      );
  },
});
