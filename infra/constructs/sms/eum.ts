import { type Duration, Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnConfigurationSet } from 'aws-cdk-lib/aws-smsvoice';
import { SubscriptionProtocol, Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { type Deployment, nameOf } from '../deployment.ts';
import type { WardFunction } from '../ward-function.ts';
import type { Hurts } from '../watch.ts';
import { WorkQueue } from '../work-queue.ts';

type EumProps = Hurts & {
  deployment: Deployment;
  /** How long the function behind its events may run. */
  workerTimeout: Duration;
};

const service = 'sms-voice.amazonaws.com';

/**
 * End User Messaging: what a message is sent under, and where its events go. Which countries messages may go to is the
 * account's own protect configuration, since that holds for SNS too; a person makes it once (docs/operations.md).
 */
export class Eum extends Construct {
  readonly configurationSet: string;
  /** Events about messages, each bare in a message of its own. */
  readonly events: WorkQueue;

  constructor(scope: Construct, id: string, { deployment, whoIsHurt, workerTimeout }: EumProps) {
    super(scope, id);
    const { dataKey, settings } = deployment;
    const { account } = Stack.of(this);
    this.events = new WorkQueue(this, `${id}-events`, { deployment, whoIsHurt, workerTimeout, attempts: 5 });

    const topic = new Topic(this, 'events-topic', { masterKey: dataKey, enforceSSL: true });
    const { queue } = this.events;
    // CDK's own subscription would name the topic in the key's policy, and topic and key would wait for each other.
    topic.addSubscription({
      bind: () => ({
        subscriberScope: this,
        subscriberId: 'events-subscription',
        endpoint: queue.queueArn,
        protocol: SubscriptionProtocol.SQS,
        rawMessageDelivery: true,
      }),
    });
    queue.addToResourcePolicy(
      new PolicyStatement({
        sid: 'EventsOfOurMessages',
        principals: [new ServicePrincipal('sns.amazonaws.com')],
        actions: ['sqs:SendMessage'],
        resources: [queue.queueArn],
        conditions: { ArnEquals: { 'aws:SourceArn': topic.topicArn } },
      }),
    );
    const ofThisAccount = { StringEquals: { 'aws:SourceAccount': account } };
    topic.addToResourcePolicy(
      new PolicyStatement({
        sid: 'EventsOfOurMessages',
        principals: [new ServicePrincipal(service)],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: ofThisAccount,
      }),
    );
    dataKey.addToResourcePolicy(
      new PolicyStatement({
        sid: 'EventsOfOurMessages',
        principals: [new ServicePrincipal(service), new ServicePrincipal('sns.amazonaws.com')],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: ['*'], // in a key's own policy: this key
        conditions: ofThisAccount,
      }),
    );

    const set = new CfnConfigurationSet(this, 'set', {
      configurationSetName: nameOf(deployment, id),
      defaultSenderId: settings.smsSenderId,
      eventDestinations: [
        {
          eventDestinationName: 'events',
          enabled: true,
          matchingEventTypes: ['TEXT_ALL'],
          snsDestination: { topicArn: topic.topicArn },
        },
      ],
    });
    set.node.addDependency(topic);
    this.configurationSet = nameOf(deployment, id);
  }

  /** Sending under this configuration set, from a sender name of this account, and nothing else. */
  allowSend(fn: WardFunction): void {
    const { partition, region, account } = Stack.of(this);
    const own = (resource: string) => `arn:${partition}:sms-voice:${region}:${account}:${resource}`;
    fn.allow(
      ['sms-voice:SendTextMessage'],
      [own(`configuration-set/${this.configurationSet}`), own('sender-id/*')],
    );
    // The partition is written out where the CDK knows the region's partition, and left open elsewhere.
    for (const where of ['aws', '<AWS::Partition>']) {
      Validations.of(fn).acknowledge({
        id: `AwsSolutions-IAM5[Resource::arn:${where}:sms-voice:${region}:<AWS::AccountId>:sender-id/*]`,
        reason:
          'The ARN of a sender name holds the country it was registered for, which differs by registration.',
      });
    }
  }
}
