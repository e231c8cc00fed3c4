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

/**
 * Evidence goes with its citizen, thirty days after the journey (watch-post deletes it); this is the net under that, for
 * journeys that never end.
 */
const evidenceKeptFor = Duration.days(180);

/** Files that offices bring hold whole lists of citizens: they go as soon as their rows can no longer be asked about. */
const importKeptFor = Duration.days(30);

/** Longer than any copy of the table lives: who was erased stays so. Only the command line reads it. */
const erasedKeptFor = Duration.days(1830);

/** What is kept about one citizen, all in one file: long enough for them to fetch it at the counter. */
const exportKeptFor = Duration.days(14);

/** What lies in the bucket: letters, printed batches, evidence of journeys, files of offices, what citizens asked to see, who was erased. */
type Shelf = 'letters' | 'batches' | 'evidence' | 'imports' | 'persons' | 'erased';

/** The bucket of citizens' papers: encrypted with our key, closed to the public, forgotten after a known time. */
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
        { prefix: 'evidence/', expiration: evidenceKeptFor },
        { prefix: 'imports/', expiration: importKeptFor },
        { prefix: 'erased/', expiration: erasedKeptFor },
        { prefix: 'persons/', expiration: exportKeptFor },
        { abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
      removalPolicy: removalPolicyOf(deployment.settings),
    });
    this.name = this.bucket.bucketName;
    Validations.of(this.bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'Every way to a paper goes through the API, which writes down who came; a log of S3 would name the same files again.',
    });
  }

  allowKeep(fn: WardFunction, under: Shelf): void {
    this.allow(fn, 's3:PutObject', under, ['kms:GenerateDataKey', 'kms:Decrypt']);
  }

  allowRead(fn: WardFunction, under: Shelf): void {
    this.allow(fn, 's3:GetObject', under, ['kms:Decrypt']);
  }

  /** Which files there are, under this name alone. */
  allowList(fn: WardFunction, under: 'evidence'): void {
    fn.allow(['s3:ListBucket'], [this.bucket.bucketArn], { StringLike: { 's3:prefix': `${under}/*` } });
  }

  /** The one thing that any function may delete: what has to go with its citizen. */
  allowDelete(fn: WardFunction, under: 'evidence' | 'letters' | 'persons'): void {
    this.allow(fn, 's3:DeleteObject', under, []);
  }

  private allow(fn: WardFunction, action: string, under: Shelf, keyActions: string[]): void {
    const files = this.bucket.arnForObjects(`${under}/*`);
    fn.allow([action], [files]);
    if (keyActions.length > 0)
      fn.allow(keyActions, [this.deployment.dataKey.keyArn], {
        StringEquals: { 'kms:ViaService': `s3.${Stack.of(this).region}.amazonaws.com` },
      });
    const id = Stack.of(this).getLogicalId(this.bucket.node.defaultChild as never);
    Validations.of(fn).acknowledge({
      id: `AwsSolutions-IAM5[Resource::<${id}.Arn>/${under}/*]`,
      reason: 'A file is named when it is written or announced; the star stands for that name.',
    });
  }
}
