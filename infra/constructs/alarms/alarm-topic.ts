import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';

/** The bell that every alarm rings, heard at one e-mail address (which has to confirm the subscription once). */
export const alarmTopic = (scope: Construct, { email, key }: { email: string; key: Key }): Topic => {
  const topic = new Topic(scope, 'alarms', { masterKey: key, enforceSSL: true });
  topic.addSubscription(new EmailSubscription(email));
  // Refusing what comes without TLS makes a policy, which takes the place of the one that lets this account publish.
  topic.addToResourcePolicy(
    new PolicyStatement({
      sid: 'AlarmsMayRing',
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(topic).account } },
    }),
  );
  key.addToResourcePolicy(
    new PolicyStatement({
      sid: 'AlarmsMayRing',
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: ['*'], // in a key's own policy: this key
    }),
  );
  return topic;
};
