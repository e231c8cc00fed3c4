import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { RemovalPolicy } from 'aws-cdk-lib';
import type { Stage } from '../stages.ts';

/** Where a part is being built: what every construct needs to know and none should look for. */
export type Deployment = {
  /** `dev`, `prod`: part of every name, so that a person on duty sees at once which one is meant. */
  stage: string;
  settings: Stage;
  /** The key everything at rest is encrypted with. */
  dataKey: IKey;
  /** Where alarms ring, if this stage names somebody to hear them. */
  alarmTopic?: ITopic;
};

/** `bao-tin-prod-sms`: the name of a thing in the account. */
export const nameOf = ({ stage }: Pick<Deployment, 'stage'>, thing: string): string =>
  `bao-tin-${stage}-${thing}`;

/** What becomes of a thing that holds data when the stack goes. */
export const removalPolicyOf = ({ keepsData }: Stage): RemovalPolicy =>
  keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
