import { Duration, Stack } from 'aws-cdk-lib';
import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { DeadLetters, sendTo } from './alarms/dead-letters.ts';
import { type Deployment, nameOf } from './deployment.ts';
import type { WardFunction } from './ward-function.ts';
import { type Hurts, watch } from './watch.ts';

type WorkQueueProps = Hurts & {
  deployment: Deployment;
  /** How long its worker may run; the queue hides a message six times as long, as Lambda asks for. */
  workerTimeout: Duration;
  /** How often a message is tried before a person has to look. */
  attempts: number;
};

/** A standard queue with its dead letters and the two alarms that belong to it. */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  private readonly deployment: Deployment;

  constructor(scope: Construct, id: string, props: WorkQueueProps) {
    super(scope, id);
    const { deployment, whoIsHurt, attempts, workerTimeout } = props;
    this.deployment = deployment;
    const dead = new DeadLetters(this, `${id}-dead-letters`, { deployment, whoIsHurt });

    this.queue = new Queue(this, 'queue', {
      queueName: nameOf(deployment, id),
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: deployment.dataKey,
      enforceSSL: true,
      visibilityTimeout: Duration.seconds(6 * workerTimeout.toSeconds()),
      retentionPeriod: Duration.days(4),
      deadLetterQueue: { queue: dead.queue, maxReceiveCount: attempts },
    });
    watch(deployment, {
      name: `${id}-age`,
      what: `The oldest message in the ${id} queue has waited more than five minutes`,
      whoIsHurt,
      metric: this.queue.metricApproximateAgeOfOldestMessage({
        period: Duration.minutes(1),
        statistic: Stats.MAXIMUM,
      }),
      above: 300,
    });
  }

  allowSend(fn: WardFunction): void {
    sendTo(this.queue, fn, this.deployment);
  }

  /** Seeing how much is waiting, so as not to ring the doorbell twice. */
  allowCount(fn: WardFunction): void {
    fn.allow(['sqs:GetQueueAttributes'], [this.queue.queueArn]);
  }

  /** Messages go to this function in batches; those it reports as failed come back, the others are done. */
  feed(fn: WardFunction, { batchSize, workers }: { batchSize: number; workers: number }): void {
    // What Lambda asks for in the function's name, and no more.
    fn.allow(['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'], [this.queue.queueArn]);
    fn.allow(['kms:Decrypt'], [this.deployment.dataKey.keyArn], {
      StringEquals: { 'kms:ViaService': `sqs.${Stack.of(this).region}.amazonaws.com` },
    });
    fn.lambda.addEventSourceMapping(this.node.id, {
      eventSourceArn: this.queue.queueArn,
      batchSize,
      maxConcurrency: workers,
      reportBatchItemFailures: true,
    });
  }
}
