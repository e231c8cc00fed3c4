import {
  AssociateKmsKeyCommand,
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  DisassociateKmsKeyCommand,
  PutRetentionPolicyCommand,
  ResourceAlreadyExistsException,
} from '@aws-sdk/client-cloudwatch-logs';
import {
  AuthorizationErrorException,
  InvalidParameterException,
  SetSMSAttributesCommand,
  SNSClient,
} from '@aws-sdk/client-sns';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  keepSmsAccount,
  leaveSmsAccount,
  SmsAccount,
} from '../../../../shared/adapters/carriers/sms/sns/account.ts';

const sns = mockClient(SNSClient);
const logs = mockClient(CloudWatchLogsClient);
beforeEach(() => {
  sns.reset();
  logs.reset();
  logs.onAnyCommand().resolves({});
});

const group = 'sns/ap-southeast-1/123456789012/DirectPublishToPhoneNumber';
const account = {
  deliveryRole: 'arn:role',
  logGroups: [group, `${group}/Failure`],
  retentionDays: '7',
  key: 'arn:key',
};
const clients = { sns: new SNSClient(), logs: new CloudWatchLogsClient() };
const keep = (more: object = {}) =>
  keepSmsAccount({ ...clients, pause: async () => undefined })(SmsAccount.parse({ ...account, ...more }));
const attributes = () =>
  sns.commandCalls(SetSMSAttributesCommand).map(({ args }) => args[0].input.attributes);
const refusal = { $metadata: {}, message: 'no' };

describe('the SMS settings of an account', () => {
  it('have every receipt written, and nothing sent as advertising; the spend limit stays the account’s own', async () => {
    await keep();
    expect(attributes()).toEqual([
      {
        DeliveryStatusIAMRole: 'arn:role',
        DeliveryStatusSuccessSamplingRate: '100',
        DefaultSMSType: 'Transactional',
      },
    ]);
  });

  it('take the spend limit that the stage names', async () => {
    await keep({ dollarsPerMonth: '2500' });
    expect(attributes()).toMatchObject([{ MonthlySpendLimit: '2500' }]);
  });

  it('adopt log groups that stand already: they forget after a week and are encrypted with our key', async () => {
    logs.on(CreateLogGroupCommand).rejects(new ResourceAlreadyExistsException(refusal));
    await keep();
    const inputs = (command: typeof PutRetentionPolicyCommand | typeof AssociateKmsKeyCommand) =>
      logs.commandCalls(command as typeof PutRetentionPolicyCommand).map(({ args }) => args[0].input);
    expect(inputs(PutRetentionPolicyCommand)).toEqual(
      account.logGroups.map((logGroupName) => ({ logGroupName, retentionInDays: 7 })),
    );
    expect(inputs(AssociateKmsKeyCommand)).toEqual(
      account.logGroups.map((logGroupName) => ({ logGroupName, kmsKeyId: 'arn:key' })),
    );
  });

  it('are tried again while the new role is not known everywhere, and not when we may not set them', async () => {
    sns.on(SetSMSAttributesCommand).rejectsOnce(new InvalidParameterException(refusal)).resolves({});
    await keep();
    expect(attributes()).toHaveLength(2);
    sns.reset();
    sns.on(SetSMSAttributesCommand).rejects(new AuthorizationErrorException(refusal));
    await expect(keep()).rejects.toThrow(AuthorizationErrorException);
    expect(attributes()).toHaveLength(1);
  });

  it('leave the groups standing when the stack goes, but without a key that may go too', async () => {
    await leaveSmsAccount(clients)(SmsAccount.parse(account));
    expect(
      logs.commandCalls(DisassociateKmsKeyCommand).map(({ args }) => args[0].input.logGroupName),
    ).toEqual(account.logGroups);
  });
});
