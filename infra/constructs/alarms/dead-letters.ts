import { Duration, Stack, Validations } from 'aws-cdk-lib';
import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { IEventSourceDlq } from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { type Deployment, nameOf } from '../deployment.ts';
import type { WardFunction } from '../ward-function.ts';
import { type Hurts, watch } from '../watch.ts';

/** How long a person has to look at what could not be done: the longest SQS keeps anything. */
const keptFor = Duration.days(14);

/** Where a message ends that could not be dealt with, and the alarm that says so at once. */
export class DeadLetters extends Construct {
  readonly queue: Queue;
  private readonly deployment: Deployment;

  constructor(scope: Construct, id: string, { deployment, whoIsHurt }: Hurts & { deployment: Deployment }) {
    super(scope, id);
    this.deployment = deployment;
    this.queue = new Queue(this, 'queue', {
      queueName: nameOf(deployment, id),
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: deployment.dataKey,
      enforceSSL: true,
      retentionPeriod: keptFor,
    });
    Validations.of(this.queue).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'This is where the street ends: an alarm calls a person, and no machine takes it from there.',
    });
    watch(deployment, {
      name: id,
      what: 'Something could not be dealt with and waits for a person',
      whoIsHurt,
      metric: this.queue.metricApproximateNumberOfMessagesVisible({
        period: Duration.minutes(1),
        statistic: Stats.MAXIMUM,
      }),
    });
  }

  /** What a function's failed events are sent to, with the permission to do it named action by action. */
  failuresOf(fn: WardFunction): IEventSourceDlq {
    sendTo(this.queue, fn, this.deployment);
    return { bind: () => ({ destination: this.queue.queueArn }) };
  }
}

/** Lets a function put messages into a queue, and use the queue's key for that alone. */
export const sendTo = (queue: Queue, fn: WardFunction, { dataKey }: Deployment): void => {
  fn.allow(['sqs:SendMessage'], [queue.queueArn]);
  fn.allow(['kms:GenerateDataKey', 'kms:Decrypt'], [dataKey.keyArn], {
    StringEquals: { 'kms:ViaService': `sqs.${Stack.of(queue).region}.amazonaws.com` },
  });
};
