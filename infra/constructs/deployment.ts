import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { type NestedStack, RemovalPolicy } from 'aws-cdk-lib';
import type { Stage } from '../stages.ts';

/** Where a part is being built: what every construct needs to know and none should look for. */
export type Deployment = {
  /** `dev`, `prod`: part of every name, so that a person on duty sees at once which one is meant. */
  stage: string;
  settings: Stage;
  /** The key everything at rest is encrypted with. */
  dataKey: IKey;
  /** The stack within the stack in which all alarms stand: one stack may hold 500 resources, and every part has some. */
  alarms: NestedStack;
  /** Where alarms ring, if this stage names somebody to hear them. */
  alarmTopic?: ITopic;
  /** Whether the stack does not stand yet: what refuses to be deleted could not be rolled back. */
  first?: boolean;
};

/** `bao-tin-prod-sms`: the name of a thing in the account. */
export const nameOf = ({ stage }: Pick<Deployment, 'stage'>, thing: string): string =>
  `bao-tin-${stage}-${thing}`;

/**
 * What becomes of a thing that holds data when the stack goes. What a deployment made that was rolled back while it was
 * creating holds nothing yet and goes with it: names are fixed, and what stayed would bar the way of the next attempt.
 */
export const removalPolicyOf = ({ keepsData }: Stage): RemovalPolicy =>
  keepsData ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY;

/** Where the stacks of a stage stand; without an account, in that of whoever deploys. */
export const placeOf = ({ region, account }: Stage): { region: string; account?: string } => ({
  region,
  ...(account !== undefined && { account }),
});
