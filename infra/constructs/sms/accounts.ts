import { SecretValue, Stack, Validations } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { type Deployment, nameOf, removalPolicyOf } from '../deployment.ts';
import type { WardFunction } from '../ward-function.ts';

/**
 * One secret with our accounts at carriers of a kind and with what their calls prove themselves with. It is created
 * empty, which means no account and no open callback; a person fills it in Secrets Manager (docs/operations.md).
 */
export class Accounts extends Construct {
  readonly arn: string;
  private readonly deployment: Deployment;

  constructor(
    scope: Construct,
    id: string,
    { deployment, holds }: { deployment: Deployment; holds: string },
  ) {
    super(scope, id);
    this.deployment = deployment;
    const secret = new Secret(this, 'secret', {
      secretName: nameOf(deployment, id),
      description: holds,
      encryptionKey: deployment.dataKey,
      secretStringValue: SecretValue.unsafePlainText('{}'), // nothing secret yet
      removalPolicy: removalPolicyOf(deployment.settings),
    });
    Validations.of(secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason: 'No carrier can be asked to change its keys; a person does it with the carrier and here.',
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
