// Sets how the account sends SMS, and adopts the log groups that its receipts arrive in, whenever a deployment changes it.
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { SNSClient } from '@aws-sdk/client-sns';
import {
  keepSmsAccount,
  leaveSmsAccount,
  SmsAccount,
} from '../../shared/adapters/carriers/sms/sns/account.ts';
import { pause } from '../../shared/adapters/lambda/clock.ts';
import { customResource } from '../../shared/adapters/lambda/custom-resource.ts';

const ports = { sns: new SNSClient(), logs: new CloudWatchLogsClient(), pause };

export const handler = customResource(SmsAccount, {
  keep: keepSmsAccount(ports),
  leave: leaveSmsAccount(ports),
});
