import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Deployment } from './deployment.ts';
import { counted, watch } from './watch.ts';

/** What no single part can see. */
export const watchTheWhole = (scope: Construct, deployment: Deployment): void => {
  watch(scope, deployment, {
    name: 'unknown',
    what: 'Nobody knows whether some SMS left; none of them is sent again by itself',
    whoIsHurt: 'These citizens may not have been told, and only a person may decide to tell them again.',
    metric: counted(deployment, 'unknown', Duration.hours(1)),
    above: deployment.settings.unknownPerHour,
  });
  watch(scope, deployment, {
    name: 'stuck',
    what: 'The sweep found something that waits longer than it ever should',
    whoIsHurt: 'Citizens are owed word that no machine will bring by itself.',
    metric: counted(deployment, 'stuck', Duration.minutes(5)),
  });
};
