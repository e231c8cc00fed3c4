import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { Stage } from '../stages.ts';
import { removalPolicyOf } from './deployment.ts';

/** The two keys of the house: one that keeps what is at rest unreadable, one that signs the wards' access tokens. */
export class Keys extends Construct {
  /** For the table, the queues, the logs, and the wrapped key that citizens' phones are encrypted with. */
  readonly data: Key;
  /** Its private half never leaves KMS. */
  readonly signing: Key;
  /** Keys whose tokens are believed too: that of before, or of after, while one is exchanged for the other. */
  readonly otherSigning: readonly Key[];

  constructor(scope: Construct, id: string, { stage, settings }: { stage: string; settings: Stage }) {
    super(scope, id);
    const removalPolicy = removalPolicyOf(settings);

    this.data = new Key(this, 'data', {
      description: `Bao Tin ${stage}: everything at rest`,
      enableKeyRotation: true,
      removalPolicy,
    });
    const signing = (name: string) =>
      new Key(this, name, {
        description: `Bao Tin ${stage}: signs access tokens (RS256)`,
        keySpec: KeySpec.RSA_2048,
        keyUsage: KeyUsage.SIGN_VERIFY,
        removalPolicy,
      });
    const [signs = 'signing', ...others] = settings.signingKeys ?? [];
    this.signing = signing(signs);
    this.otherSigning = others.map(signing);

    const { partition, region, account } = Stack.of(this);
    this.data.addToResourcePolicy(
      new PolicyStatement({
        sid: 'LogsOfThisAccountMayBeEncrypted',
        principals: [new ServicePrincipal(`logs.${region}.amazonaws.com`)],
        actions: [
          'kms:Encrypt',
          'kms:Decrypt',
          'kms:ReEncryptFrom',
          'kms:ReEncryptTo',
          'kms:GenerateDataKey',
          'kms:GenerateDataKeyWithoutPlaintext',
          'kms:DescribeKey',
        ],
        resources: ['*'], // in a key's own policy: this key
        conditions: {
          ArnLike: {
            'kms:EncryptionContext:aws:logs:arn': `arn:${partition}:logs:${region}:${account}:log-group:*`,
          },
        },
      }),
    );
  }
}
