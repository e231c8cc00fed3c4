import { DescribeLimitsCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DescribeAccountAttributesCommand,
  DescribeSenderIdsCommand,
  DescribeSpendLimitsCommand,
  PinpointSMSVoiceV2Client,
} from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { GetSMSAttributesCommand, GetSMSSandboxAccountStatusCommand, SNSClient } from '@aws-sdk/client-sns';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { checksOf } from '../../infra/ops/preflight/findings.ts';
import { lookAtAccount } from '../../infra/ops/preflight/look-at-account.ts';
import { type Stage, stages } from '../../infra/stages.ts';
import type { Day } from '../../shared/domain/values/day.ts';

const stage: Stage = {
  ...stages.prod,
  alarmEmail: 'truc-ban@tinh.example.vn',
  signIn: { issuer: 'https://dang-nhap.tinh.example.vn', clientId: 'bao-tin' },
  smsDollarsPerMonth: 5000,
  domain: {
    name: 'bao-tin.tinh.example.vn',
    certificateArn: 'arn:aws:acm:ap-southeast-1:123456789012:certificate/c0ffee',
  },
};
const at = { region: stage.region };

/** An account in which all is as it should be; what nobody expects to be asked is refused. */
const anAccount = () => {
  const [sns, eum, dynamodb] = [new SNSClient(at), new PinpointSMSVoiceV2Client(at), new DynamoDBClient(at)];
  const denied = Object.assign(new Error('not expected'), { name: 'AccessDeniedException' });
  const answers = { sns: mockClient(sns), eum: mockClient(eum), dynamodb: mockClient(dynamodb) };
  answers.sns.onAnyCommand().rejects(denied);
  answers.eum.onAnyCommand().rejects(denied);
  answers.dynamodb.onAnyCommand().rejects(denied);
  answers.sns.on(GetSMSSandboxAccountStatusCommand).resolves({ IsInSandbox: false });
  answers.sns
    .on(GetSMSAttributesCommand, { attributes: ['MonthlySpendLimit'] })
    .resolves({ attributes: { MonthlySpendLimit: '5000' } });
  answers.eum.on(DescribeSpendLimitsCommand).resolves({
    SpendLimits: [
      { Name: 'TEXT_MESSAGE_MONTHLY_SPEND_LIMIT', MaxLimit: 8000, EnforcedLimit: 1, Overridden: false },
    ],
  });
  const sender = (SenderId: string, IsoCountryCode: string, Registered: boolean) => ({
    SenderId,
    IsoCountryCode,
    Registered,
    SenderIdArn: 'arn',
    MessageTypes: [],
    MonthlyLeasingPrice: '0',
    DeletionProtectionEnabled: false,
  });
  answers.eum
    .on(DescribeSenderIdsCommand)
    .resolves({ SenderIds: [sender('BAOTIN', 'SG', true)], NextToken: 'more' });
  answers.eum
    .on(DescribeSenderIdsCommand, { NextToken: 'more' })
    .resolves({ SenderIds: [sender('BAOTIN', 'VN', true), sender('KHAC', 'VN', false)] });
  answers.eum.on(DescribeAccountAttributesCommand).resolves({
    AccountAttributes: [{ Name: 'DEFAULT_PROTECT_CONFIGURATION_ID', Value: 'protect-1' }],
  });
  answers.dynamodb
    .on(DescribeLimitsCommand)
    .resolves({ TableMaxReadCapacityUnits: 40_000, TableMaxWriteCapacityUnits: 40_000 });
  const check = async (of: Stage = stage, leads = true) => {
    const account = await lookAtAccount(of, { sns, eum, dynamodb, leads: async () => leads });
    return checksOf('bao-tin-prod', of, account, '2026-12-01' as Day);
  };
  return { ...answers, check };
};
const toMend = (checks: Awaited<ReturnType<ReturnType<typeof anAccount>['check']>>) =>
  checks.filter(({ is }) => is === 'mend').map(({ about }) => about);

describe('before a deployment', () => {
  it('an account in which all is as it should be has nothing to mend', async () => {
    const checks = await anAccount().check();
    expect(toMend(checks)).toEqual([]);
    expect(checks.filter(({ is }) => is === 'good').map(({ about }) => about)).toEqual(
      expect.arrayContaining(['sandbox', 'sender', 'spend', 'country', 'table', 'domain']),
    );
  });

  it('the stages as they stand are told what they lack', async () => {
    const checks = await anAccount().check(stages.prod);
    expect(toMend(checks)).toEqual(['stage', 'stage', 'sign-in']);
  });

  it('a sandbox, a sender of another country, a low limit and a name that leads nowhere are each named', async () => {
    const account = anAccount();
    account.sns.on(GetSMSSandboxAccountStatusCommand).resolves({ IsInSandbox: true });
    account.eum.on(DescribeSenderIdsCommand, { NextToken: 'more' }).resolves({ SenderIds: [] });
    account.eum.on(DescribeSpendLimitsCommand).resolves({
      SpendLimits: [
        { Name: 'TEXT_MESSAGE_MONTHLY_SPEND_LIMIT', MaxLimit: 1, EnforcedLimit: 1, Overridden: false },
      ],
    });
    account.dynamodb
      .on(DescribeLimitsCommand)
      .resolves({ TableMaxReadCapacityUnits: 40_000, TableMaxWriteCapacityUnits: 10_000 });
    expect(toMend(await account.check(stage, false))).toEqual([
      'sandbox',
      'sender',
      'spend',
      'table',
      'domain',
    ]);
  });

  it('a stage that names no budget stops at the dollar that a new account has', async () => {
    const account = anAccount();
    account.sns.on(GetSMSAttributesCommand).resolves({ attributes: {} });
    const { smsDollarsPerMonth: _none, ...frugal } = stage;
    expect(toMend(await account.check(frugal))).toEqual(['spend']);
  });

  it('what may not be seen is for a person to look at, and hides nothing else', async () => {
    const account = anAccount();
    account.eum.reset();
    account.eum.onAnyCommand().rejects(Object.assign(new Error(), { name: 'AccessDeniedException' }));
    const checks = await account.check();
    expect(toMend(checks)).toEqual([]);
    expect(checks.filter(({ what }) => what.includes('AccessDeniedException'))).toHaveLength(3);
  });

  it('without credentials nothing passes for good', async () => {
    const account = anAccount();
    account.dynamodb.onAnyCommand().rejects(Object.assign(new Error(), { name: 'CredentialsProviderError' }));
    account.dynamodb
      .on(DescribeLimitsCommand)
      .rejects(Object.assign(new Error(), { name: 'CredentialsProviderError' }));
    expect(toMend(await account.check())).toEqual(['table']);
  });

  it('nothing is asked of AWS about SMS that others carry', async () => {
    const checks = await anAccount().check({ ...stage, smsCarriers: ['esms'] });
    expect(checks.map(({ about }) => about)).not.toContain('sandbox');
  });
});
