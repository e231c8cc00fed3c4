import { CustomResource, Duration, Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { FilterPattern, type ILogGroup, LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { LambdaDestination } from 'aws-cdk-lib/aws-logs-destinations';
import { Construct } from 'constructs';
import { DeadLetters } from '../alarms/dead-letters.ts';
import type { Deployment } from '../deployment.ts';
import type { WardFunction } from '../ward-function.ts';
import { WardRole } from '../ward-role.ts';
import type { Hurts } from '../watch.ts';

type CarrierReceiptsProps = Hurts & {
  deployment: Deployment;
  to: WardFunction;
  /** Sets the account up. */
  settledBy: WardFunction;
};

/**
 * What carriers say about an SMS afterwards. SNS has no webhook for it: it writes to two log groups whose names AWS
 * prescribes. An account that has sent SMS before has them already, so they are adopted rather than created; they are
 * forgotten after a week (they hold whole phone numbers), and followed.
 */
export class CarrierReceipts extends Construct {
  /** The role SNS writes them with. */
  readonly writer: WardRole;

  constructor(scope: Construct, id: string, { deployment, to, settledBy, whoIsHurt }: CarrierReceiptsProps) {
    super(scope, id);
    const { region, account } = Stack.of(this);
    const dead = new DeadLetters(this, `${id}-dead-letters`, { deployment, whoIsHurt });
    this.writer = new WardRole(this, 'writer', 'sns.amazonaws.com');

    const prescribed = `sns/${region}/${account}/DirectPublishToPhoneNumber`;
    const groups = { accepted: prescribed, refused: `${prescribed}/Failure` };
    const settled = this.settle(settledBy, deployment, Object.values(groups));

    for (const [outcome, name] of Object.entries(groups)) {
      const logGroup = LogGroup.fromLogGroupName(this, outcome, name);
      this.writer.say(
        new PolicyStatement({
          // As AWS documents the role, but for these two groups instead of all.
          actions: [
            'logs:CreateLogGroup',
            'logs:CreateLogStream',
            'logs:PutLogEvents',
            'logs:PutMetricFilter',
            'logs:PutRetentionPolicy',
          ],
          resources: [logGroup.logGroupArn],
        }),
      );
      logGroup
        .addSubscriptionFilter('follower', {
          destination: new LambdaDestination(to.lambda),
          filterPattern: FilterPattern.allEvents(),
        })
        .node.addDependency(settled);
      mayAdopt(settledBy, logGroup);
      for (const holder of [settledBy, this.writer]) acknowledgeStreams(holder, name);
    }

    to.lambda.configureAsyncInvoke({
      retryAttempts: 2,
      maxEventAge: Duration.hours(6),
      onFailure: dead.failuresOf(to),
    });
  }

  /** The account writes every receipt into these groups with our role, and sends nothing as advertising. */
  private settle(fn: WardFunction, { dataKey, settings }: Deployment, logGroups: string[]): CustomResource {
    fn.allow(['sns:SetSMSAttributes'], ['*']);
    fn.allow(['iam:PassRole'], [this.writer.roleArn], {
      StringEquals: { 'iam:PassedToService': 'sns.amazonaws.com' },
    });
    Validations.of(fn).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'The SMS settings of an account have no ARN.',
    });
    const { smsDollarsPerMonth: dollarsPerMonth } = settings;
    const settled = new CustomResource(this, 'account', {
      serviceToken: fn.lambda.functionArn,
      resourceType: 'Custom::SmsAccount',
      serviceTimeout: fn.timeout.plus(Duration.minutes(1)),
      properties: {
        deliveryRole: this.writer.roleArn,
        logGroups,
        retentionDays: RetentionDays.ONE_WEEK,
        key: dataKey.keyArn,
        ...(dollarsPerMonth !== undefined && { dollarsPerMonth }),
      },
    });
    // SNS tries the role when it is named: what it may do has to stand by then.
    settled.node.addDependency(this.writer, fn);
    return settled;
  }
}

const mayAdopt = (fn: WardFunction, { logGroupArn }: ILogGroup): void =>
  fn.allow(
    ['logs:CreateLogGroup', 'logs:PutRetentionPolicy', 'logs:AssociateKmsKey', 'logs:DisassociateKmsKey'],
    [logGroupArn],
  );

/** The partition is written out where the CDK knows the region's partition, and left open elsewhere. */
const acknowledgeStreams = (holder: Construct, group: string): void => {
  const { region, account } = Stack.of(holder);
  const named = group.replace(account, '<AWS::AccountId>');
  for (const where of ['aws', '<AWS::Partition>'])
    Validations.of(holder).acknowledge({
      id: `AwsSolutions-IAM5[Resource::arn:${where}:logs:${region}:<AWS::AccountId>:log-group:${named}:*]`,
      reason:
        'One log group, which AWS names; the star stands for its streams, as in every ARN of a log group.',
    });
};
