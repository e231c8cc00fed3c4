import { Resolver } from 'node:dns/promises';
import { DescribeLimitsCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DescribeAccountAttributesCommand,
  DescribeSpendLimitsCommand,
  paginateDescribeSenderIds,
  type PinpointSMSVoiceV2Client,
} from '@aws-sdk/client-pinpoint-sms-voice-v2';
import {
  GetSMSAttributesCommand,
  GetSMSSandboxAccountStatusCommand,
  type SNSClient,
} from '@aws-sdk/client-sns';
import type { Stage } from '../../stages.ts';
import type { Account, Looked } from './findings.ts';

type Asked = {
  sns: SNSClient;
  eum: PinpointSMSVoiceV2Client;
  dynamodb: DynamoDBClient;
  /** Whether a name leads to any address. */
  leads: (name: string) => Promise<boolean>;
};

/** Each question by itself: one right that is missing hides one answer. */
const looked = async <Seen>(ask: () => Promise<Seen>): Promise<Looked<Seen>> =>
  ask().then(
    (saw) => ({ saw }),
    (error: unknown) => ({ failed: error instanceof Error ? error.name : 'unknown' }),
  );

/** Addresses of either kind; a name that nobody knows leads nowhere, and a resolver that is silent is a failure. */
export const leadsSomewhere = async (name: string): Promise<boolean> => {
  const resolver = new Resolver({ timeout: 5000, tries: 2 });
  const nowhere = (error: { code?: string }): string[] => {
    if (error.code === 'ENOTFOUND' || error.code === 'ENODATA') return [];
    throw error;
  };
  const found = await Promise.all([
    resolver.resolve4(name).catch(nowhere),
    resolver.resolve6(name).catch(nowhere),
  ]);
  return found.flat().length > 0;
};

/** Asks AWS what it would let this stage do. Reads only, and nothing of ours has to stand yet. */
export const lookAtAccount = async (
  { domain }: Pick<Stage, 'domain'>,
  { sns, eum, dynamodb, leads }: Asked,
): Promise<Account> => {
  const registered = async (): Promise<string[]> => {
    const found: string[] = [];
    for await (const { SenderIds = [] } of paginateDescribeSenderIds({ client: eum }, {}))
      found.push(
        ...SenderIds.filter((one) => one.IsoCountryCode === 'VN' && one.Registered).flatMap(
          ({ SenderId }) => SenderId ?? [],
        ),
      );
    return found;
  };
  const [sandbox, spendLimit, mostSpend, senders, protects, tableLimit, domainLeads] = await Promise.all([
    looked(async () => (await sns.send(new GetSMSSandboxAccountStatusCommand({}))).IsInSandbox !== false),
    looked(async () => {
      const asked = new GetSMSAttributesCommand({ attributes: ['MonthlySpendLimit'] });
      return Number((await sns.send(asked)).attributes?.['MonthlySpendLimit'] ?? 1);
    }),
    looked(async () => {
      const { SpendLimits = [] } = await eum.send(new DescribeSpendLimitsCommand({}));
      return SpendLimits.find(({ Name }) => Name === 'TEXT_MESSAGE_MONTHLY_SPEND_LIMIT')?.MaxLimit;
    }),
    looked(registered),
    looked(async () => {
      const { AccountAttributes = [] } = await eum.send(new DescribeAccountAttributesCommand({}));
      return AccountAttributes.some(
        ({ Name, Value }) => Name === 'DEFAULT_PROTECT_CONFIGURATION_ID' && Boolean(Value),
      );
    }),
    looked(async () => {
      const limits = await dynamodb.send(new DescribeLimitsCommand({}));
      return {
        reads: limits.TableMaxReadCapacityUnits ?? 0,
        writes: limits.TableMaxWriteCapacityUnits ?? 0,
      };
    }),
    domain && looked(() => leads(domain.name)),
  ]);
  return {
    sandbox,
    spendLimit,
    mostSpend,
    senders,
    protects,
    tableLimit,
    ...(domainLeads && { domainLeads }),
  };
};
