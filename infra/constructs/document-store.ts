import { Duration, Stack, Validations } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { type Deployment, removalPolicyOf } from './deployment.ts';
import type { WardFunction } from './ward-function.ts';

/**
 * How long a letter's file is kept: half a year, so that a family may ask for it again. What a ward has to keep longer
 * lies in its own register of documents (Luật Lưu trữ 33/2024/QH15), not here.
 */
const keptFor = Duration.days(180);

/** What is printed for a moment and can be printed again from the letters. */
const batchKeptFor = Duration.days(30);

/** The bucket of citizens' letters: encrypted with our key, closed to the public, forgotten after a known time. */
export class DocumentStore extends Construct {
  readonly name: string;
  private readonly bucket: Bucket;
  private readonly deployment: Deployment;

  constructor(scope: Construct, id: string, deployment: Deployment) {
    super(scope, id);
    this.deployment = deployment;
    this.bucket = new Bucket(this, 'bucket', {
      encryption: BucketEncryption.KMS,
      encryptionKey: deployment.dataKey,
      bucketKeyEnabled: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      lifecycleRules: [
        { prefix: 'letters/', expiration: keptFor },
        { prefix: 'batches/', expiration: batchKeptFor },
        { abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
      removalPolicy: removalPolicyOf(deployment.settings),
    });
    this.name = this.bucket.bucketName;
    Validations.of(this.bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'Every way to a letter goes through the API, which writes down who came; a log of S3 would name the same files again.',
    });
  }

  allowKeep(fn: WardFunction, under: 'letters' | 'batches'): void {
    this.allow(fn, 's3:PutObject', under, ['kms:GenerateDataKey', 'kms:Decrypt']);
  }

  allowRead(fn: WardFunction, under: 'letters' | 'batches'): void {
    this.allow(fn, 's3:GetObject', under, ['kms:Decrypt']);
  }

  private allow(fn: WardFunction, action: string, under: string, keyActions: string[]): void {
    const files = this.bucket.arnForObjects(`${under}/*`);
    fn.allow([action], [files]);
    fn.allow(keyActions, [this.deployment.dataKey.keyArn], {
      StringEquals: { 'kms:ViaService': `s3.${Stack.of(this).region}.amazonaws.com` },
    });
    const id = Stack.of(this).getLogicalId(this.bucket.node.defaultChild as never);
    Validations.of(fn).acknowledge({
      id: `AwsSolutions-IAM5[Resource::<${id}.Arn>/${under}/*]`,
      reason: 'A letter’s file is named when the letter is written; the star stands for that name.',
    });
  }
}
