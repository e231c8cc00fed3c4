import { Stack, Validations } from 'aws-cdk-lib';
import type { WardFunction } from '../ward-function.ts';

/** Lets a function send SMS, and nothing else that SNS can do: a phone has no ARN, a topic has one and is refused. */
export const allowSms = (fn: WardFunction): void => {
  const { partition } = Stack.of(fn);
  fn.allow(['sns:Publish'], ['*']);
  fn.refuse(['sns:Publish'], [`arn:${partition}:sns:*:*:*`]);
  Validations.of(fn).acknowledge({
    id: 'AwsSolutions-IAM5[Resource::*]',
    reason: 'A phone number has no ARN, so AWS asks for "*" here; publishing to topics is denied beside it.',
  });
};
