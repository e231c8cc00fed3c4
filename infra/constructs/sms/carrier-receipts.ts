import { Duration, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { FilterPattern, LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { LambdaDestination } from 'aws-cdk-lib/aws-logs-destinations';
import { Construct } from 'constructs';
import { DeadLetters } from '../alarms/dead-letters.ts';
import { type Deployment, removalPolicyOf } from '../deployment.ts';
import type { WardFunction } from '../ward-function.ts';
import type { Hurts } from '../watch.ts';

type CarrierReceiptsProps = Hurts & { deployment: Deployment; to: WardFunction };

/**
 * What carriers say about an SMS afterwards. SNS has no webhook for it: it writes to two log groups whose names AWS
 * prescribes, so they are created here, forgotten after a week (they hold whole phone numbers), and followed.
 */
export class CarrierReceipts extends Construct {
  /** The role SNS writes them with; an operator names it once in the account's SMS settings. */
  readonly writer: Role;

  constructor(scope: Construct, id: string, { deployment, to, whoIsHurt }: CarrierReceiptsProps) {
    super(scope, id);
    const { region, account } = Stack.of(this);
    const dead = new DeadLetters(this, `${id}-dead-letters`, { deployment, whoIsHurt });
    this.writer = new Role(this, 'writer', { assumedBy: new ServicePrincipal('sns.amazonaws.com') });

    for (const [outcome, suffix] of [
      ['accepted', ''],
      ['refused', '/Failure'],
    ] as const) {
      const logGroup = new LogGroup(this, outcome, {
        logGroupName: `sns/${region}/${account}/DirectPublishToPhoneNumber${suffix}`,
        retention: RetentionDays.ONE_WEEK,
        encryptionKey: deployment.dataKey,
        removalPolicy: removalPolicyOf(deployment.settings),
      });
      this.writer.addToPolicy(
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
      logGroup.addSubscriptionFilter('follower', {
        destination: new LambdaDestination(to.lambda),
        filterPattern: FilterPattern.allEvents(),
      });
    }

    to.lambda.configureAsyncInvoke({
      retryAttempts: 2,
      maxEventAge: Duration.hours(6),
      onFailure: dead.failuresOf(to),
    });
  }
}
