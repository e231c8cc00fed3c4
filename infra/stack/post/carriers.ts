import { Duration } from 'aws-cdk-lib';
import { dispatchIndex, dueIndex, lookupIndex, partitions } from '../../../shared/adapters/dynamodb/table.ts';
import { Accounts } from '../../constructs/sms/accounts.ts';
import { clock } from '../../constructs/clock.ts';
import { watchCount } from '../../constructs/watch.ts';
import type { House } from '../foundation.ts';

const unordered = 'Papers lie in the office, because the carrier that does not pull is not told of them.';

/** Partners that do not pull: we claim, order and follow for them, and hear what their carriers call in. */
export const postalCarriers = ({ stack, deployment, table, door, keyed }: House): void => {
  const accounts = new Accounts(stack, 'postal-accounts', {
    deployment,
    holds: 'Accounts at postal carriers and proofs of their callbacks, as JSON',
  });
  const environment = { POSTAL_SECRET_ARN: accounts.arn };

  const workForPartners = keyed('work-for-partners', {
    whoIsHurt: unordered,
    environment,
    timeout: Duration.seconds(110),
  });
  table.allowRead(workForPartners, 'GetItem', 'BatchGetItem');
  table.allowWrite(workForPartners, 'PutItem', 'UpdateItem');
  table.allowQuery(workForPartners, 'table', dispatchIndex, dueIndex, lookupIndex);
  accounts.allowRead(workForPartners);
  clock(stack, 'carriers-clock', {
    deployment,
    whoIsHurt: unordered,
    strikes: workForPartners,
    everyMinutes: 2,
  });

  const receiveTracking = keyed('receive-tracking', {
    forStrangers: true,
    whoIsHurt: 'Carriers give up calling, and citizens hear hours later where their papers are.',
    environment,
  });
  table.within(`${partitions.carrierWord}*`).allowWrite(receiveTracking, 'PutItem');
  accounts.allowRead(receiveTracking);
  door.open(
    receiveTracking,
    'Carriers have no token and do not sign: a word in the path proves them, and strangers get 404.',
    'POST /callbacks/post/{partner}/{secret}',
  );

  watchCount(deployment, {
    name: 'carrier-stuck',
    what: 'An order at a carrier, or something a carrier told, waits for a person',
    whoIsHurt: 'Nobody knows whether these papers are fetched, where they are, or both.',
    every: Duration.minutes(15),
  });
  watchCount(deployment, {
    name: 'carrier-unreachable',
    what: 'A partner’s part of a round failed: its account, its settings or our own work for it',
    whoIsHurt: unordered,
    every: Duration.minutes(15),
  });
  watchCount(deployment, {
    name: 'carrier-unknown-code',
    what: 'A carrier or a partner uses a code that nobody taught us',
    whoIsHurt: 'Citizens whose parcel met something that we keep and do not understand hear nothing of it.',
    every: Duration.minutes(60),
  });
};
