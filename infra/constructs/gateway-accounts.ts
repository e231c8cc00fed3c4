import { SecretValue, Stack, Validations } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { type Deployment, nameOf, removalPolicyOf } from './deployment.ts';
import type { WardFunction } from './ward-function.ts';

/**
 * The one secret with our accounts at SMS gateways and with what callers prove themselves with. It is created empty,
 * which means no gateway and no open callback; a person fills it in Secrets Manager (docs/operations.md).
 */
export class GatewayAccounts extends Construct {
  readonly arn: string;
  private readonly deployment: Deployment;

  constructor(scope: Construct, id: string, { deployment }: { deployment: Deployment }) {
    super(scope, id);
    this.deployment = deployment;
    const secret = new Secret(this, 'secret', {
      secretName: nameOf(deployment, id),
      description: 'Accounts at SMS gateways and proofs of their callbacks, as JSON',
      encryptionKey: deployment.dataKey,
      secretStringValue: SecretValue.unsafePlainText('{}'), // nothing secret yet
      removalPolicy: removalPolicyOf(deployment.settings),
    });
    Validations.of(secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason: 'No gateway can be asked to change its keys; a person does it with the gateway and here.',
    });
    this.arn = secret.secretArn;
  }

  /** Reading it, and using its key for that alone. */
  allowRead(fn: WardFunction): void {
    fn.allow(['secretsmanager:GetSecretValue'], [this.arn]);
    fn.allow(['kms:Decrypt'], [this.deployment.dataKey.keyArn], {
      StringEquals: { 'kms:ViaService': `secretsmanager.${Stack.of(this).region}.amazonaws.com` },
    });
  }
}
