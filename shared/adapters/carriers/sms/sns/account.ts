import {
  AssociateKmsKeyCommand,
  type CloudWatchLogsClient,
  CreateLogGroupCommand,
  DisassociateKmsKeyCommand,
  PutRetentionPolicyCommand,
  ResourceAlreadyExistsException,
  ResourceNotFoundException,
} from '@aws-sdk/client-cloudwatch-logs';
import { InvalidParameterException, SetSMSAttributesCommand, type SNSClient } from '@aws-sdk/client-sns';
import * as z from 'zod';

const numeral = z
  .string()
  .regex(/^[1-9]\d*$/)
  .transform(Number);

/** How an account sends SMS and where it writes down what became of them; numbers come as text from CloudFormation. */
export const SmsAccount = z.object({
  /** SNS writes receipts with it. */
  deliveryRole: z.string().min(1),
  /** The groups that SNS writes receipts to; AWS prescribes their names. */
  logGroups: z.array(z.string().min(1)).min(1),
  retentionDays: numeral,
  key: z.string().min(1),
  /** USD a month; what AWS granted is the most that it takes. Without it the account's own stays. */
  dollarsPerMonth: numeral.optional(),
});
export type SmsAccount = z.infer<typeof SmsAccount>;

type Ports = { sns: SNSClient; logs: CloudWatchLogsClient; pause: (milliseconds: number) => Promise<void> };

/** A role that was made a moment ago is not known everywhere at once. */
const roleAttempts = 6;
const rolePause = 5_000;

const unless =
  (known: new (...args: never[]) => Error) =>
  (error: unknown): void => {
    if (!(error instanceof known)) throw error;
  };

/** Makes the account write every receipt, forget it in time and advertise nothing; what stands already is adopted. */
export const keepSmsAccount =
  ({ sns, logs, pause }: Ports) =>
  async (account: SmsAccount): Promise<void> => {
    const { deliveryRole, logGroups, retentionDays, key, dollarsPerMonth } = account;
    for (const logGroupName of logGroups) {
      await logs
        .send(new CreateLogGroupCommand({ logGroupName }))
        .catch(unless(ResourceAlreadyExistsException));
      await logs.send(new PutRetentionPolicyCommand({ logGroupName, retentionInDays: retentionDays }));
      await logs.send(new AssociateKmsKeyCommand({ logGroupName, kmsKeyId: key }));
    }
    const attributes = {
      DeliveryStatusIAMRole: deliveryRole,
      // Each receipt moves one notification: a sample would leave the others `sent` for good.
      DeliveryStatusSuccessSamplingRate: '100',
      DefaultSMSType: 'Transactional',
      ...(dollarsPerMonth !== undefined && { MonthlySpendLimit: String(dollarsPerMonth) }),
    };
    for (let attempt = 1; ; attempt++) {
      try {
        await sns.send(new SetSMSAttributesCommand({ attributes }));
        return;
      } catch (error) {
        if (!(error instanceof InvalidParameterException) || attempt === roleAttempts) throw error;
        await pause(rolePause);
      }
    }
  };

/** Leaves the groups with whoever owns the account; our key may go, and SNS would write to them no more with it. */
export const leaveSmsAccount =
  ({ logs }: Pick<Ports, 'logs'>) =>
  async ({ logGroups }: SmsAccount): Promise<void> => {
    for (const logGroupName of logGroups)
      await logs
        .send(new DisassociateKmsKeyCommand({ logGroupName }))
        .catch(unless(ResourceNotFoundException));
  };
