import { App, Duration, NestedStack, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import { Eum } from '../../infra/constructs/sms/eum.ts';
import { Accounts } from '../../infra/constructs/sms/accounts.ts';
import { Keys } from '../../infra/constructs/keys.ts';
import { WardFunction } from '../../infra/constructs/ward-function.ts';
import { stages } from '../../infra/stages.ts';

/** A stack with nothing but what another carrier than SNS needs. */
const aStack = () => {
  const app = new App({ context: { 'aws:cdk:bundling-stacks': [] } });
  const stack = new Stack(app, 'carriers', { env: { region: 'ap-southeast-1' } });
  const settings = stages.prod;
  const deployment = {
    stage: 'prod',
    settings,
    dataKey: new Keys(stack, 'keys', { stage: 'prod', settings }).data,
    alarms: new NestedStack(stack, 'watch'),
  };
  const whoIsHurt = 'Officers cannot see which citizens were not reached and have to be called.';
  const accounts = new Accounts(stack, 'gateways', { deployment, holds: 'Accounts at SMS gateways' });
  const eum = new Eum(stack, 'eum', { deployment, whoIsHurt, workerTimeout: Duration.seconds(30) });
  const fn = new WardFunction(stack, 'send-sms', { deployment, whoIsHurt, environment: {} });
  accounts.allowRead(fn);
  eum.allowSend(fn);
  eum.events.feed(fn, { batchSize: 10, workers: 2 });
  return { app, template: Template.fromStack(stack) };
};

const { app, template } = aStack();

describe('the accounts at gateways', () => {
  it('are created empty, encrypted with our key, and no one’s words stand in the template', () => {
    const [secret, ...others] = Object.values(template.findResources('AWS::SecretsManager::Secret'));
    expect(others).toEqual([]);
    expect(secret).toMatchObject({
      DeletionPolicy: 'RetainExceptOnCreate',
      Properties: { SecretString: '{}', KmsKeyId: expect.anything() },
    });
  });
});

describe('End User Messaging', () => {
  it('reports every event of a text through an encrypted topic into a queue, unwrapped', () => {
    template.hasResourceProperties('AWS::SNS::Subscription', { Protocol: 'sqs', RawMessageDelivery: true });
    template.hasResourceProperties('AWS::SMSVOICE::ConfigurationSet', {
      EventDestinations: [{ Enabled: true, MatchingEventTypes: ['TEXT_ALL'] }],
    });
    expect(Object.values(template.findResources('AWS::SNS::Topic'))[0]).toHaveProperty(
      'Properties.KmsMasterKeyId',
    );
  });
});

it('has no key that waits for what waits for it', () => {
  const topics = Object.keys(template.findResources('AWS::SNS::Topic'));
  const keys = JSON.stringify(template.findResources('AWS::KMS::Key'));
  expect(topics).toHaveLength(1);
  expect(keys).not.toContain(topics[0]);
});

it('breaks no rule of AWS, except those acknowledged with a reason', () => {
  const { violations } = new AwsSolutionsChecks(app).validateScope(app);
  expect(
    violations.flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath }) => `${ruleName} ${constructPath}`),
    ),
  ).toEqual([]);
});
